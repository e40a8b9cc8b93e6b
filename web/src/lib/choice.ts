/** Turn what is chosen on the incident screen (a cell, a difference, a clause, an area, a mark) into the cards to read. */
import { question, t, type Word } from '../i18n/index.svelte';
import type { DiffRow, IncidentPage, LaneTick, MapArea, MatrixCell } from '../data/types';
import { keyOf } from './areas';
import { touches } from './dates';

export interface Choice {
  readonly keys: readonly string[];
  readonly label: string;
  readonly difference: DiffRow | null;
}

const NONE: Choice = { keys: [], label: '', difference: null };
const unique = (keys: readonly string[]): readonly string[] => [...new Set(keys)];

/** Cards that show a difference: one for each side and position, or several of one side that differ. */
const BESIDE = 4;

function besides(difference: DiffRow): readonly string[] {
  const first = new Map<string, string>();
  for (const account of difference.accounts) {
    const voice = `${account.side}~${account.polarity}~${difference.kind === 'contradiction' ? '' : account.value}`;
    if (!first.has(voice)) first.set(voice, account.card);
  }
  const chosen = first.size > 1 ? [...first.values()] : difference.accounts.map((account) => account.card);
  return unique(chosen).slice(0, BESIDE);
}

/** Return what a screen opens with: the hardest difference, else the first cell that anybody fills. */
export function opening(page: IncidentPage): string {
  if (page.differences[0]) return `diff:${page.differences[0].id}`;
  for (const line of page.matrix.lines) {
    const side = page.matrix.sides.find((one) => line.cells[one.key]);
    if (side) return `cell:${line.slot}~${side.key}`;
  }
  return '';
}

const behind = (found: Pick<MatrixCell, 'statements' | 'claims'> | undefined, voiced: (claim: string) => boolean): readonly string[] =>
  found ? unique([...found.statements, ...found.claims.filter(voiced)]) : [];

/** Find what `show` names in a page; `voiced` tells which claims have a card of their own. */
export function choose(page: IncidentPage, show: string, voiced: (claim: string) => boolean): Choice {
  const [kind, rest] = [show.slice(0, show.indexOf(':')), show.slice(show.indexOf(':') + 1)];
  if (kind === 'cell') return cellChoice(page, rest, voiced);
  if (kind === 'diff') {
    const difference = page.differences.find((one) => one.id === rest);
    return difference ? { keys: besides(difference), label: t(`difference.${difference.kind}.words` as Word), difference } : NONE;
  }
  if (kind === 'clause') {
    const clause = page.summary[Number(rest)];
    return { keys: behind(clause, voiced), label: clause?.text ?? '', difference: null };
  }
  if (kind === 'area') {
    const area = page.map.areas.find((one) => keyOf(one) === rest);
    return { keys: area?.statements ?? [], label: area?.place.name ?? '', difference: null };
  }
  if (kind === 'tick') return tickChoice(page, rest);
  return kind === 'card' ? { keys: [rest], label: '', difference: null } : NONE;
}

function cellChoice(page: IncidentPage, rest: string, voiced: (claim: string) => boolean): Choice {
  const [slot = '', side = ''] = [rest.slice(0, rest.indexOf('~')), rest.slice(rest.indexOf('~') + 1)];
  const line = page.matrix.lines.find((one) => one.slot === slot);
  const name = page.matrix.sides.find((one) => one.key === side)?.name ?? side;
  if (!line) return NONE;
  return { keys: behind(line.cells[side], voiced), label: `${name} · ${question(line.slot, line.question)}`, difference: null };
}

function tickChoice(page: IncidentPage, rest: string): Choice {
  const [clock = '', side = '', when = '', stance = ''] = rest.split('~');
  const lane = page.timeline.lanes.find((one) => one.side.key === side);
  const ticks = (clock === 'said' ? lane?.said : lane?.happened) ?? [];
  const found = ticks.filter((one) => `${one.when.earliest ?? ''}..${one.when.latest ?? ''}` === when && one.stance === stance);
  return { keys: unique(found.flatMap((one) => one.statements)), label: `${lane?.side.name ?? ''} · ${found[0]?.when.words ?? ''}`, difference: null };
}

export interface Filter {
  readonly from: string;
  readonly to: string;
  /** A side's key. */
  readonly side: string;
  /** An area's key. */
  readonly area: string;
  /** A document's id. */
  readonly document: string;
}

/** Return the statements that lie within what is brushed and filtered, or nothing where no filter holds. */
export function kept(page: IncidentPage, filter: Filter, documentOf: (key: string) => string | undefined): Set<string> | null {
  const parts: Set<string>[] = [];
  if (filter.from || filter.to) parts.push(brushed(page, filter));
  if (filter.area) parts.push(new Set(page.map.areas.find((area) => keyOf(area) === filter.area)?.statements ?? []));
  const lanes = page.timeline.lanes.filter((lane) => lane.side.key === filter.side);
  if (filter.side) parts.push(new Set([...lanes.flatMap(ofLane), ...ofColumn(page, filter.side)]));
  if (filter.document) {
    parts.push(new Set([...everything(page)].filter((key) => documentOf(key) === filter.document)));
  }
  const [first, ...rest] = parts;
  return first ? new Set([...first].filter((key) => rest.every((part) => part.has(key)))) : null;
}

const ofLane = (lane: { readonly happened: readonly LaneTick[]; readonly said: readonly LaneTick[] }): readonly string[] =>
  [...lane.happened, ...lane.said].flatMap((tick) => tick.statements);

const ofColumn = (page: IncidentPage, side: string): readonly string[] =>
  page.matrix.lines.flatMap((line) => [...(line.cells[side]?.statements ?? []), ...(line.cells[side]?.claims ?? [])]);

const everything = (page: IncidentPage): Set<string> => new Set(page.matrix.sides.flatMap((side) => ofColumn(page, side.key)));

/** What is drawn within the brush on either clock; what outlets say themselves goes by the day it was published. */
function brushed(page: IncidentPage, { from, to }: Filter): Set<string> {
  const ticks = page.timeline.lanes.flatMap((lane) => [...lane.happened, ...lane.said]);
  return new Set(ticks.filter((tick) => touches(tick.when, from, to)).flatMap((tick) => [...tick.statements, ...tick.events]));
}

/** Tell whether an area is told of within what is kept. */
export const areaKept = (area: MapArea, within: Set<string> | null): boolean =>
  !within || [...area.statements, ...area.events].some((key) => within.has(key));
