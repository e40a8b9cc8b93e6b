/** Save what is shown as a file, each row with the address at which its words can be read. */
import type { IncidentPage, WordsCard } from '../data/types';
import { view } from '../state/url.svelte';
import { circle, drawable, keyOf } from './areas';

export type Format = 'csv' | 'json' | 'geojson';
type CardsById = Readonly<Record<string, WordsCard>>;

const TYPES: Record<Format, string> = { csv: 'text/csv', json: 'application/json', geojson: 'application/geo+json' };

export function save(format: Format, page: IncidentPage, cards: CardsById): void {
  const text = { csv: () => csv(page), json: () => JSON.stringify({ ...page, cards }, null, 1), geojson: () => geojson(page) }[format]();
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${TYPES[format]};charset=utf-8` }));
  link.download = `${page.incident.short_id}.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

const permalink = (page: IncidentPage, show: string): string =>
  `${location.href.split('#')[0]}${view.link(['incidents', page.incident.short_id], { show })}`;

/** Quote a field; a leading sign that a spreadsheet would take for a formula is disarmed. */
function field(value: string | number): string {
  const text = String(value);
  const safe = /^[=+\-@\t\r]/.test(text) && typeof value === 'string' ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csv(page: IncidentPage): string {
  const head = ['incident', 'slot', 'question', 'side', 'stance', 'voices', 'against', 'documents', 'words', 'speakers', 'statements', 'permalink'];
  const rows = page.matrix.lines.flatMap((line) =>
    page.matrix.sides.map((side) => {
      const cell = line.cells[side.key];
      const filled = cell
        ? [cell.stance, cell.count, cell.against, cell.documents, cell.words, cell.speakers, [...cell.statements, ...cell.claims].join(' ')]
        : ['not_reported', 0, 0, 0, '', '', ''];
      return [page.incident.short_id, line.slot, line.question, side.name, ...filled, permalink(page, `cell:${line.slot}~${side.key}`)];
    }),
  );
  return [head, ...rows].map((row) => row.map(field).join(',')).join('\r\n');
}

function geojson(page: IncidentPage): string {
  const features = page.map.areas.map((area) => {
    const [drawn] = drawable([area], page.matrix.sides); // nothing where it has no point
    return {
      type: 'Feature',
      geometry: drawn ? circle(drawn).geometry : null,
      properties: { incident: page.incident.short_id, place: area.place.name, precision_km: area.place.precision_km, precision: area.precision, country: area.place.country, named_by: area.sides, permalink: permalink(page, `area:${keyOf(area)}`) },
    };
  });
  return JSON.stringify({ type: 'FeatureCollection', note: page.map.boundaries, features }, null, 1);
}
