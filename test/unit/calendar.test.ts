import { describe, expect, it } from 'vitest';
import {
  addDays,
  addDaysTo,
  addWorkingDays,
  dayOf,
  daysBetween,
  instantOf,
  isoWeekday,
  minuteOfDay,
  workCalendar,
} from '#shared/calendar.ts';
import { defaultSettings } from '#shared/facts/settings.ts';
import { at, iso } from '#support/facts-builder.ts';

describe('days', () => {
  it('agree with the language on 60,000 days', () => {
    for (let n = 0; n < 60_000; n += 1) {
      const date = new Date(Date.UTC(1970, 0, 1 + n));
      const day = date.toISOString().slice(0, 10);
      expect(addDays('1970-01-01', n)).toBe(day);
      expect(isoWeekday(day)).toBe(date.getUTCDay() === 0 ? 7 : date.getUTCDay());
    }
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    expect(daysBetween('2100-03-01', '2100-02-28')).toBe(-1);
  });
});

describe('zones', () => {
  it.each([
    ['an ordinary day', '2026-05-12', 9 * 60, 'Europe/London', '2026-05-12T08:00:00.000Z'],
    ['in the hour that is skipped, as far after it', '2026-03-29', 90, 'Europe/London', '2026-03-29T01:30:00.000Z'],
    ['in the hour that comes twice, the first', '2026-10-25', 90, 'Europe/London', '2026-10-25T00:30:00.000Z'],
    ['over half an hour at Lord Howe', '2026-10-04', 135, 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    ['at a quarter of an hour', '2026-05-12', 9 * 60, 'Asia/Kathmandu', '2026-05-12T03:15:00.000Z'],
  ])('%s', (_case, day, minutes, zone, expected) => {
    expect(iso(instantOf(day, minutes, zone))).toBe(expected);
  });

  it('a day and its minutes come back from the instant', () => {
    for (const zone of ['UTC', 'America/St_Johns', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']) {
      const instant = instantOf('2026-07-15', 17 * 60 + 5, zone);
      expect([dayOf(instant, zone), minuteOfDay(instant, zone)]).toEqual(['2026-07-15', 17 * 60 + 5]);
    }
  });

  it('adding days keeps the time that clocks show, over a change', () => {
    expect(iso(addDaysTo(at('2026-03-07T21:00Z'), 2, 'America/New_York'))).toBe('2026-03-09T20:00:00.000Z');
  });
});

describe('working days', () => {
  const calendar = workCalendar({ ...defaultSettings, holidays: { '2026-05-25': true, '2026-05-26': false } });

  it.each([
    ['a Friday and three', '2026-05-15', 3, '2026-05-20'],
    ['a Saturday and none', '2026-05-16', 0, '2026-05-18'],
    ['a Friday and one, before a day off', '2026-05-22', 1, '2026-05-26'],
    ['a Sunday and one', '2026-05-17', 1, '2026-05-18'],
  ])('%s', (_case, from, n, expected) => {
    expect(addWorkingDays(from, n, calendar)).toBe(expected);
  });

  it('a week without a working day counts every day', () => {
    const none = workCalendar({ workingDays: {}, holidays: {} });
    expect(addWorkingDays('2026-05-15', 3, none)).toBe('2026-05-18');
  });
});
