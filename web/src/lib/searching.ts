/** Search a published record in the page itself: names of incidents, titles of documents, and what was said. */
import { source } from '../data/source';
import type { DocumentRow, Hit, IncidentRow, SaidRow, SearchPage } from '../data/types';

const MOST = 50; // of each kind
const WORD = /[\p{L}\p{N}]+/gu;

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: string): readonly string[] => plain(text).match(WORD) ?? [];

/** Read a part of the record, or nothing where it was not published. */
const part = <T>(path: string): Promise<readonly T[]> => source.get<readonly T[]>(path).catch(() => []);

export async function searchHere(typed: string, kind: string): Promise<SearchPage> {
  const parts = wordsOf(typed);
  const [incidents, documents, said] = await Promise.all([part<IncidentRow>('incidents'), part<DocumentRow>('documents'), part<SaidRow>('said')]);
  const has = (text: string): boolean => {
    const words = wordsOf(text);
    return parts.length > 0 && parts.every((one) => words.some((word) => word.startsWith(one)));
  };
  const found: Record<string, Hit[]> = {
    incident: incidents.filter((row) => has(`${row.label} ${row.short_id} ${row.places.map((place) => place.name).join(' ')} ${row.sides.map((side) => side.name).join(' ')}`)).map((row) => hit('incident', row.id, row.short_id, row.label, row.status_words)),
    statement: said.filter((row) => has(`${row.words} ${row.who}`)).map((row) => ({ ...hit('statement', row.id, null, row.who, row.facts), document: row.document, pieces: pieces(row.words, parts) })),
    document: documents.filter((row) => has(`${row.name} ${row.outlet} ${row.path}`)).map((row) => hit('document', row.id, row.short_id, row.name, `${row.outlet} · ${row.published_words}`)),
  };
  const counts = Object.fromEntries(Object.entries(found).map(([name, hits]) => [name, hits.length]));
  const hits = Object.entries(found).flatMap(([name, rows]) => (!kind || kind === name ? rows.slice(0, MOST) : []));
  return { query: typed, hits, counts, advice: null, note: null };
}

const hit = (kind: string, id: string, short: string | null, title: string, facts: string): Hit => ({ kind, id, short_id: short, title, facts, pieces: [], why: null, document: null });

/** Cut words at those that were typed, or that begin so. */
function pieces(words: string, parts: readonly string[]): readonly (readonly [string, boolean])[] {
  return words.split(/([\p{L}\p{N}]+)/u).filter(Boolean).map((one) => [one, parts.some((typed) => plain(one).startsWith(typed))] as const);
}
