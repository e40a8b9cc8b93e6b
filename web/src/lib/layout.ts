/** Cut a text at its blocks and marks for show; the pieces joined are the text again. */
import type { ReaderPage } from '../data/types';

export interface Stretch {
  readonly text: string;
  readonly start: number;
  readonly kinds: readonly string[];
  readonly owners: readonly string[];
}

export interface Paragraph {
  readonly kind: string;
  readonly start: number;
  readonly pieces: readonly Stretch[];
}

/** Lay a document out: what lies between its blocks is a paragraph of its own. Offsets are UTF-16 units. */
export function paragraphs({ text, blocks, marks }: Pick<ReaderPage, 'text' | 'blocks' | 'marks'>): Paragraph[] {
  const cuts = new Set([0, text.length]);
  for (const { start, stop } of [...blocks, ...marks]) cuts.add(start).add(stop);
  const points = [...cuts].sort((a, b) => a - b);
  const opening = grouped(marks);
  const open = new Set<(typeof marks)[number]>();
  const found: { kind: string; block: number; start: number; pieces: Stretch[] }[] = [];
  let block = 0;
  for (const [at, start] of points.entries()) {
    const stop = points[at + 1];
    if (stop === undefined) break;
    for (const mark of open) if (mark.stop <= start) open.delete(mark);
    for (const mark of opening.get(start) ?? []) open.add(mark);
    while (blocks[block] && (blocks[block]?.stop ?? 0) <= start) block += 1;
    const within = blocks[block] && (blocks[block]?.start ?? 0) <= start ? block : -1;
    const last = found.at(-1);
    const piece = { text: text.slice(start, stop), start, kinds: unique([...open].map((mark) => mark.kind)), owners: unique([...open].map((mark) => mark.statement)) };
    if (last && last.block === within) last.pieces.push(piece);
    else found.push({ kind: blocks[within]?.kind ?? 'paragraph', block: within, start, pieces: [piece] });
  }
  return found.filter((one) => one.pieces.some((piece) => piece.text.trim()));
}

const unique = (names: readonly string[]): string[] => [...new Set(names)];

function grouped(marks: ReaderPage['marks']): Map<number, ReaderPage['marks'][number][]> {
  const found = new Map<number, ReaderPage['marks'][number][]>();
  for (const mark of marks) found.set(mark.start, [...(found.get(mark.start) ?? []), mark]);
  return found;
}
