/** Say the interface's own words in the reader's language; texts and names stay as the sources have them. */
import { localeOf } from '../lib/dates';
import { remember, remembered } from '../state/settings.svelte';
import en from './en.json';

export type Word = keyof typeof en;
type Words = Partial<Record<Word, string>>;

export const LANGUAGES = { en: 'English', hy: 'Հայերեն', az: 'Azərbaycanca', ru: 'Русский', ar: 'العربية' } as const;
export type Language = keyof typeof LANGUAGES;
/** First strong isolate, and its end (Unicode bidirectional algorithm). */
const ISOLATED = [0x2068, 0x2069].map((point) => String.fromCodePoint(point));
/** Languages written from right to left: the pages turn with them, texts keep the direction of their own letters. */
const LEFTWARD: readonly Language[] = ['ar'];

const LOADERS: Record<Exclude<Language, 'en'>, () => Promise<{ default: Words }>> = {
  hy: () => import('./hy.json'),
  az: () => import('./az.json'),
  ru: () => import('./ru.json'),
  ar: () => import('./ar.json'),
};

class Interface {
  #language = $state<Language>('en');
  #words = $state.raw<Words>(en);

  get language(): Language {
    return this.#language;
  }

  async speak(language: Language): Promise<void> {
    this.#words = language === 'en' ? en : (await LOADERS[language]()).default;
    this.#language = language;
    document.documentElement.lang = language;
    document.documentElement.dir = LEFTWARD.includes(language) ? 'rtl' : 'ltr';
    remember('language', language);
  }

  /** Return a word or sentence with its gaps filled; a word that a language lacks is said in English. */
  say(word: Word, gaps: Record<string, string | number> = {}): string {
    const text = this.#words[word] ?? en[word];
    return text.replace(/\{(\w+)\}/g, (gap, name: string) => this.#apart(String(gaps[name] ?? gap)));
  }

  /** Keep what fills a gap from being taken for a part of words that run the other way. */
  #apart(filling: string): string {
    return LEFTWARD.includes(this.#language) ? `${ISOLATED[0]}${filling}${ISOLATED[1]}` : filling;
  }

  /** Say in another language what the record says in English of its own; what no file of words holds stays as it is. */
  framed(word: string, english: string): string {
    return this.#language === 'en' ? english : this.known(word, english);
  }

  /** Return a word that may be known, or what stands for it. */
  known(word: string, otherwise: string): string {
    return (this.#words as Record<string, string | undefined>)[word] ?? otherwise;
  }

  /** Count something: the word names the singular, and with `.many` added the plural; Russian and Arabic have a `.few` too. */
  count(word: Word, number: number): string {
    const rule = new Intl.PluralRules(this.#language).select(number);
    const forms = rule === 'one' ? [word] : [`${word}.${rule}`, `${word}.many`, word];
    const words = this.#words as Record<string, string | undefined>;
    const form = forms.find((name) => words[name]) ?? (rule === 'one' ? word : `${word}.many`);
    const text = words[form] ?? (en as Record<string, string>)[form] ?? en[word];
    return text.replace('{n}', number.toLocaleString(localeOf(this.#language)));
  }
}

export const words = new Interface();
export const t = (word: Word, gaps?: Record<string, string | number>): string => words.say(word, gaps);
/** The question and the name of a slot, and what a speaker does, in the reader's language where its words are known. */
export const question = (slot: string, english: string): string => words.framed(`question.${slot}`, english);
export const slotName = (slot: string, english: string): string => words.framed(`slotname.${slot}`, english);
export const act = (english: string): string => words.known(`act.${english.replaceAll(' ', '_')}`, english);
export const count = (word: Word, number: number): string => words.count(word, number);

/** Begin in the remembered language, else the browser's where it is one of ours. */
export function begin(): void {
  const wanted = remembered('language') ?? navigator.language.slice(0, 2);
  if (wanted in LANGUAGES && wanted !== 'en') words.speak(wanted as Language).catch(() => undefined); // without its words, English stays
}
