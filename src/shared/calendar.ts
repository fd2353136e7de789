import { Temporal } from 'temporal-polyfill';
import type { Day, Instant, Zone } from './facts/value.ts';
import type { Settings } from './facts/settings.ts';

/**
 * Days, working days and zones. Day arithmetic counts integers and never touches a clock change; only the steps between
 * a day and an instant ask Temporal, and those answers are remembered, since one costs about 60 µs.
 */

export const hour = 3_600_000;
export const minute = 60_000;

/** Which days the user works: ISO weekdays and days off. */
export interface WorkCalendar {
  readonly isWorkingDay: (day: Day) => boolean;
}

export const workCalendar = (settings: Pick<Settings, 'workingDays' | 'holidays'>): WorkCalendar => {
  // A week without a working day would make "the next working day" endless.
  const anyWorkingDay = Object.values(settings.workingDays).some(Boolean);
  return {
    isWorkingDay: (day) =>
      (!anyWorkingDay || settings.workingDays[String(isoWeekday(day)) as keyof Settings['workingDays']] === true) &&
      settings.holidays[day] !== true,
  };
};

/** The n-th working day after `day` (n >= 1); `day` itself for 0 when it is one, else the next. Gives up after ten years of holidays. */
export const addWorkingDays = (day: Day, n: number, calendar: WorkCalendar): Day => {
  let current = dayNumber(day);
  let left = n;
  for (let guard = 0; guard < 3_660; guard += 1) {
    if (left <= 0 && calendar.isWorkingDay(numberToDay(current))) return numberToDay(current);
    current += 1;
    if (calendar.isWorkingDay(numberToDay(current))) left -= 1;
    if (left <= 0 && calendar.isWorkingDay(numberToDay(current))) return numberToDay(current);
  }
  return numberToDay(current);
};

/** `day` when it is a working day, else the next one. */
export const workingDayFrom = (day: Day, calendar: WorkCalendar): Day => addWorkingDays(day, 0, calendar);

export const addDays = (day: Day, n: number): Day => numberToDay(dayNumber(day) + n);

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** 1 is Monday, 7 is Sunday. */
export const isoWeekday = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

/** The calendar day in `zone` at `instant`. */
export const dayOf = (instant: Instant, zone: Zone): Day =>
  numberToDay(Math.floor((instant + offsetAt(instant, zone)) / 86_400_000));

/** Minutes after midnight in `zone` at `instant`. */
export const minuteOfDay = (instant: Instant, zone: Zone): number =>
  Math.floor(((((instant + offsetAt(instant, zone)) % 86_400_000) + 86_400_000) % 86_400_000) / minute);

/**
 * The instant at which clocks in `zone` show `minutes` after midnight of `day`. In the hour that a clock change skips it
 * is the instant just as far after the gap; in the hour that comes twice, the first.
 */
export const instantOf = (day: Day, minutes: number, zone: Zone): Instant => {
  const key = `${zone} ${day} ${minutes}`;
  const known = instants.get(key);
  if (known !== undefined) return known;
  const instant = Temporal.PlainDate.from(day)
    .toPlainDateTime(Temporal.PlainTime.from({ hour: Math.floor(minutes / 60) % 24, minute: minutes % 60 }))
    .add({ days: Math.floor(minutes / 1_440) })
    .toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
  return remember(instants, key, instant);
};

/** The same wall-clock time `days` later, in `zone`. */
export const addDaysTo = (instant: Instant, days: number, zone: Zone): Instant =>
  instantOf(addDays(dayOf(instant, zone), days), minuteOfDay(instant, zone), zone);

const instants = new Map<string, number>();
const offsets = new Map<string, number>();

const remember = (memory: Map<string, number>, key: string, value: number): number => {
  if (memory.size >= 20_000) memory.clear();
  memory.set(key, value);
  return value;
};

/** ms to add to UTC. Remembered per quarter of an hour: every zone's changes since 1972 fall on one. */
const offsetAt = (instant: Instant, zone: Zone): number => {
  const key = `${zone} ${Math.floor(instant / 900_000)}`;
  return (
    offsets.get(key) ??
    remember(
      offsets,
      key,
      Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone).offsetNanoseconds / 1_000_000,
    )
  );
};

/** Days since 1970-01-01, proleptic Gregorian (Hinnant, "chrono-Compatible Low-Level Date Algorithms"). */
const dayNumber = (day: Day): number => {
  const year = Number(day.slice(0, -6));
  const month = Number(day.slice(-5, -3));
  const dayOfMonth = Number(day.slice(-2));
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth - 1;
  return (
    era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
  );
};

const numberToDay = (n: number): Day => {
  const z = n + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`;
};
