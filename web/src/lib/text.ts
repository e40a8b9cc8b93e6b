/** Small changes to words for show. */
import type { Entry } from '../data/types';
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Cut a text at a word's end where it is too long. */
export function short(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 12))}…`;
}

/** Return what a correction set, without the parts that its words stand for (`speaker.party`). */
export const changesOf = (entry: Entry): readonly (readonly [string, string])[] =>
  entry.verb === 'correct'
    ? Object.entries(entry.correction)
        .filter(([name]) => !name.includes('.'))
        .map(([name, value]) => [name.replaceAll('_', ' '), value === null ? '—' : String(value)] as const)
    : [];
