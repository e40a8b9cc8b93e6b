/** Small changes to words for show. */
import type { Entry } from '../data/types';
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Cut a text at a word's end where it is too long. */
export function short(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most - 12))}…`;
}

/** Cut a name in its middle where it is too long: "Ministry of Defence of X" and "… of Y" stay apart. */
export function middle(name: string, most: number): string {
  if (name.length <= most) return name;
  const tail = name.slice(name.lastIndexOf(' ', name.length - 3) + 1).slice(-Math.floor(most / 2));
  return `${short(name, Math.max(most - tail.length - 2, 4))} ${tail}`;
}

/** Return what a correction set, without the parts that its words stand for (`speaker.party`). */
export const changesOf = (entry: Entry): readonly (readonly [string, string])[] =>
  entry.verb === 'correct'
    ? Object.entries(entry.correction)
        .filter(([name]) => !name.includes('.'))
        .map(([name, value]) => [name.replaceAll('_', ' '), value === null ? '—' : String(value)] as const)
    : [];
