import { addDays, dayOf, daysBetween, instantOf } from './calendar.ts';
import type { Day, Instant, Zone } from './facts/value.ts';

/** How this user reads dates and numbers. `locale` is a BCP 47 tag. */
export interface Region {
  readonly locale: string;
  readonly zone: Zone;
}

/** "Tue 12 May"; with the year where it is not this year's. */
export const dayWords = (day: Day, region: Region, today?: Day): string =>
  formatter(region.locale, 'UTC', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(today !== undefined && today.slice(0, 4) !== day.slice(0, 4) ? { year: 'numeric' } : {}),
  })
    .format(instantOf(day, 12 * 60, 'UTC'))
    .replace(',', '');

/** "Tuesday 12 May". */
export const longDayWords = (day: Day, region: Region): string =>
  formatter(region.locale, 'UTC', { weekday: 'long', day: 'numeric', month: 'long' })
    .format(instantOf(day, 12 * 60, 'UTC'))
    .replace(',', '');

/** "Tuesday". */
export const weekdayWords = (day: Day, region: Region): string =>
  formatter(region.locale, 'UTC', { weekday: 'long' }).format(instantOf(day, 12 * 60, 'UTC'));

/** "15:00" in the region's zone. */
export const timeWords = (instant: Instant, region: Region): string =>
  formatter(region.locale, region.zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant);

/** "Tuesday, 12 May 2026 at 15:00 CEST": exact, for tooltips and screen readers. */
export const exactWords = (instant: Instant, region: Region): string =>
  formatter(region.locale, region.zone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  }).format(instant);

/** How a day stands to today. */
export type NearDay = 'yesterday' | 'today' | 'tomorrow' | 'other';

export const nearDay = (day: Day, today: Day): NearDay => {
  if (day === today) return 'today';
  if (day === addDays(today, 1)) return 'tomorrow';
  return day === addDays(today, -1) ? 'yesterday' : 'other';
};

/** Whole calendar days from `from` to `to` in the region's zone. */
export const daysApart = (from: Instant, to: Instant, zone: Zone): number =>
  daysBetween(dayOf(from, zone), dayOf(to, zone));

const formatters = new Map<string, Intl.DateTimeFormat>();

const formatter = (locale: string, zone: Zone, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale} ${zone} ${JSON.stringify(options)}`;
  let known = formatters.get(key);
  if (known === undefined) {
    known = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    if (formatters.size > 200) formatters.clear();
    formatters.set(key, known);
  }
  return known;
};

/** "Dana Okafor, Priya Nair and Tom Vance". */
export const listWords = (words: readonly string[], region: Pick<Region, 'locale'>): string =>
  new Intl.ListFormat(region.locale, { type: 'conjunction' }).format(words);
