/** Show where a voice stands: shape and word together, colour only beside them; sum up voices by one rule. */
import type { Word } from '../i18n/index.svelte';

export type Stance = 'asserts' | 'denies' | 'urges' | 'differs' | 'no_position' | 'not_reported';

export const SHAPES: Record<Stance, string> = {
  asserts: '▲', denies: '▼', urges: '●', differs: '◆', no_position: '○', not_reported: '—',
};

export const WORDS: Record<Stance, Word> = {
  asserts: 'stance.asserts', denies: 'stance.denies', urges: 'stance.urges', differs: 'stance.differs',
  no_position: 'stance.no_position', not_reported: 'stance.not_reported',
};

/** So many times as many voices as say the contrary, for a side to be shown with one stance (as the server does). */
const CLEAR = 3;

/** Sum up the stances of one side's voices. */
export function summed(stances: readonly Stance[]): Stance {
  const number = (stance: Stance) => stances.filter((other) => other === stance).length;
  const [asserts, denies] = [number('asserts'), number('denies')];
  if (!stances.length) return 'not_reported';
  if (asserts && denies && Math.max(asserts, denies) < CLEAR * Math.min(asserts, denies)) return 'differs';
  if (asserts || denies) return asserts > denies ? 'asserts' : 'denies';
  return number('urges') ? 'urges' : 'no_position';
}

/** Return the shape of a polarity as statements have it. */
export function stanceOf(polarity: string): Stance {
  return polarity === 'asserts' || polarity === 'denies' ? polarity : 'no_position';
}
