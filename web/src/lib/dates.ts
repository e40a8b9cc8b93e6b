/** Put partial dates into words and onto axes; days are UTC, as the record keeps them. */
import type { Interval } from '../data/types';

const DAY = 86_400_000;

/** Return the first instant of a bound. */
export function startOf(bound: string): number {
  return Date.parse(bound.length > 10 ? zoned(bound) : `${bound}T00:00:00Z`);
}

/** Return the last instant of a bound: a day holds until its end. */
export function endOf(bound: string): number {
  return bound.length > 10 ? Date.parse(zoned(bound)) : startOf(bound) + DAY - 1;
}

function zoned(bound: string): string {
  return /(?:Z|[+-]\d\d:?\d\d)$/.test(bound) ? bound : `${bound}Z`;
}

export function known(interval: Interval | null | undefined): interval is Interval {
  return !!interval && !!(interval.earliest || interval.latest);
}

export function inferred(interval: Interval | null | undefined): boolean {
  return !!interval && interval.basis.startsWith('inferred');
}

/** Return the day of an instant: `2021-05-13`. */
export function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}

/** Tell whether an interval touches a stretch of days, both bounds included; an open bound reaches as far as it must. */
export function touches(interval: Interval | null | undefined, from: string, to: string): boolean {
  if (!known(interval)) return false;
  const first = (interval.earliest ?? interval.latest ?? '').slice(0, 10);
  const last = (interval.latest ?? interval.earliest ?? '').slice(0, 10);
  return (!to || first <= to) && (!from || last >= from);
}

/** Return the locale to say days and numbers in: the reader's, else British English where the browser knows no months of it. */
export function localeOf(language: string): string {
  if (language === 'ar') return 'ar-u-nu-latn'; // the figures of the texts, which stand beside these
  const months = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const named = months.resolvedOptions().locale.startsWith(language) && !/^M?\d/.test(months.format(0));
  return language !== 'en' && named ? language : 'en-GB';
}

/** Say when something was, in the reader's language; English has the record's own words, with clock times. */
export function whenWords(when: (Interval & { readonly words: string }) | null, language: string): string {
  return localeOf(language) === 'en-GB' ? (when?.words ?? '') : intervalWords(when, language) || (when?.words ?? '');
}

/** Say a day: `12 May 2021`. */
export function dayWords(bound: string, language: string): string {
  return intervalWords({ earliest: bound, latest: bound, basis: 'stated' }, language);
}

/** Say an interval: `12–14 May 2021`; the browser knows how each language joins two days. */
export function intervalWords(interval: Interval | null | undefined, language: string): string {
  if (!known(interval)) return '';
  const format = new Intl.DateTimeFormat(localeOf(language), {
    day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC',
  });
  const { earliest, latest } = interval;
  if (earliest && latest) {
    const whole = wholeMonths(earliest, latest, language);
    return whole ?? format.formatRange(startOf(earliest.slice(0, 10)), startOf(latest.slice(0, 10))).replace(/\s?–\s?/, (dash) => dash.trim().length === dash.length ? '–' : ' – ');
  }
  return earliest ? `${format.format(startOf(earliest.slice(0, 10)))} →` : `→ ${format.format(startOf((latest ?? '').slice(0, 10)))}`;
}

function wholeMonths(earliest: string, latest: string, language: string): string | null {
  const first = new Date(startOf(earliest.slice(0, 10)));
  const after = new Date(startOf(latest.slice(0, 10)) + DAY);
  if (first.getUTCDate() !== 1 || after.getUTCDate() !== 1) return null;
  const last = new Date(after.getTime() - DAY);
  const years = first.getUTCMonth() === 0 && after.getUTCMonth() === 0;
  const form: Intl.DateTimeFormatOptions = years ? { year: 'numeric' } : { month: 'long', year: 'numeric' };
  return new Intl.DateTimeFormat(localeOf(language), { ...form, timeZone: 'UTC' }).formatRange(first, last);
}

/** Say the clock time of an interval within a day, or nothing where only the day is known. */
export function clockWords(interval: Interval): string {
  const times = [interval.earliest, interval.latest].map((bound) => bound?.slice(11, 16) ?? '');
  const [from = '', to = ''] = times;
  const sameDay = interval.earliest?.slice(0, 10) === interval.latest?.slice(0, 10);
  if (!sameDay || !from || (from === '00:00' && to === '23:59')) return '';
  return from === to || !to ? from : `${from}–${to}`;
}
