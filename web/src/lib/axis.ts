/** Lay days out on an axis: what lies far from the rest is drawn at the edge, so that the days that matter have room. */
import { scaleUtc, type ScaleTime } from 'd3-scale';
import type { LaneTick, TimeLane } from '../data/types';
import { endOf, localeOf, startOf } from './dates';

const DAY = 86_400_000;
/** An interval longer than this does not stretch the axis where shorter ones are there. */
const LONG = 45 * DAY;

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** Return the first and last instant of a tick; an open bound is as wide as the other one's day. */
export function stretchOf(tick: LaneTick): Stretch {
  const { earliest, latest } = tick.when;
  return { from: startOf(earliest ?? latest ?? ''), to: endOf(latest ?? earliest ?? '') };
}

/** Return the days worth showing of some lanes, with a margin. */
export function extent(lanes: readonly TimeLane[]): Stretch | null {
  const all = lanes.flatMap((lane) => [...lane.happened, ...lane.said]).map(stretchOf).filter((s) => s.to >= s.from);
  const brief = all.filter((s) => s.to - s.from < LONG);
  const said = lanes.flatMap((lane) => lane.said).map(stretchOf).filter((s) => s.to - s.from < LONG);
  const used = brief.length ? brief : all;
  if (!used.length) return null;
  const kept = near(used, said.length ? said : used);
  const from = Math.min(...kept.map((s) => s.from));
  const to = Math.max(...kept.map((s) => s.to));
  const margin = Math.max((to - from) * 0.03, 6 * 3_600_000);
  return { from: from - margin, to: to + margin };
}

/** Keep what is no further from the sayings than four times as long as they last, at least two months. */
function near(all: readonly Stretch[], said: readonly Stretch[]): readonly Stretch[] {
  const from = Math.min(...said.map((s) => s.from));
  const to = Math.max(...said.map((s) => s.to));
  const reach = Math.max(60 * DAY, 4 * (to - from));
  const found = all.filter((s) => s.to >= from - reach && s.from <= to + reach);
  return found.length ? found : all;
}

export function scaleFor(shown: Stretch, width: number): ScaleTime<number, number> {
  return scaleUtc().domain([shown.from, shown.to]).range([0, width]).clamp(true);
}

/** Return ticks of whole days or longer, and how to name them. */
export function labelled(scale: ScaleTime<number, number>, width: number, language: string): { at: number; name: string }[] {
  const [first, last] = scale.domain();
  const days = first && last ? (last.getTime() - first.getTime()) / DAY : 0;
  const wanted = Math.max(2, Math.floor(width / 130));
  const form: Intl.DateTimeFormatOptions =
    days > 1500 ? { year: 'numeric' } : days > 120 ? { month: 'short', year: 'numeric' } : { day: 'numeric', month: 'short', year: 'numeric' };
  const named = new Intl.DateTimeFormat(localeOf(language), { ...form, timeZone: 'UTC' });
  const seen = new Set<string>();
  return scale.ticks(Math.min(wanted, Math.max(2, Math.ceil(days)))).flatMap((date) => {
    const name = named.format(date);
    if (seen.has(name)) return [];
    seen.add(name);
    return [{ at: scale(date), name }];
  });
}
