/** Say the interface's own words in the reader's language; texts and names stay as the sources have them. */
import { remember, remembered } from '../state/settings.svelte';
import en from './en.json';

export type Word = keyof typeof en;
type Words = Partial<Record<Word, string>>;

export const LANGUAGES = { en: 'English', hy: 'Հայերեն', az: 'Azərbaycanca', ru: 'Русский' } as const;
export type Language = keyof typeof LANGUAGES;

const LOADERS: Record<Exclude<Language, 'en'>, () => Promise<{ default: Words }>> = {
  hy: () => import('./hy.json'),
  az: () => import('./az.json'),
  ru: () => import('./ru.json'),
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
    remember('language', language);
  }

  /** Return a word or sentence with its gaps filled; a word that a language lacks is said in English. */
  say(word: Word, gaps: Record<string, string | number> = {}): string {
    const text = this.#words[word] ?? en[word];
    return text.replace(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap));
  }

  /** Say in another language what the record says in English of its own; what no file of words holds stays as it is. */
  framed(word: string, english: string): string {
    return this.#language === 'en' ? english : ((this.#words as Record<string, string | undefined>)[word] ?? english);
  }

  /** Count something: the word names the singular, and with `.many` added the plural; Russian has a `.few` too. */
  count(word: Word, number: number): string {
    const rule = new Intl.PluralRules(this.#language).select(number);
    const forms = rule === 'one' ? [word] : [`${word}.${rule}`, `${word}.many`, word];
    const words = this.#words as Record<string, string | undefined>;
    const form = forms.find((name) => words[name]) ?? (rule === 'one' ? word : `${word}.many`);
    const text = words[form] ?? (en as Record<string, string>)[form] ?? en[word];
    return text.replace('{n}', number.toLocaleString(this.#language));
  }
}

export const words = new Interface();
export const t = (word: Word, gaps?: Record<string, string | number>): string => words.say(word, gaps);
/** The question and the name of a slot, and what a speaker does, in the reader's language where its words are known. */
export const question = (slot: string, english: string): string => words.framed(`question.${slot}`, english);
export const slotName = (slot: string, english: string): string => words.framed(`slotname.${slot}`, english);
export const act = (english: string): string => words.framed(`act.${english.replaceAll(' ', '_')}`, english);
export const count = (word: Word, number: number): string => words.count(word, number);

/** Begin in the remembered language, else the browser's where it is one of ours. */
export function begin(): void {
  const wanted = remembered('language') ?? navigator.language.slice(0, 2);
  if (wanted in LANGUAGES && wanted !== 'en') words.speak(wanted as Language).catch(() => undefined); // without its words, English stays
}
