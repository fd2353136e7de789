import { useNow } from '#renderer/clock.ts';
import { useVoice } from '#renderer/voice.ts';
import { dayOf, instantOf } from '#shared/calendar.ts';
import type { Day, Instant, Zone } from '#shared/facts/value.ts';
import { dayWords, exactWords, longDayWords, nearDay } from '#shared/format.ts';
import { whenWords } from '#shared/words.ts';

export interface WhenProps {
  readonly at: Instant;
  /** The zone in which it was said, where that is not the reader's. */
  readonly zone?: Zone | undefined;
  /** Only the day counts. */
  readonly isDay?: boolean | undefined;
}

/** A moment as people say it, the exact one on hover and for screen readers. */
export const When = ({ at, zone, isDay = false }: WhenProps) => {
  const { messages, region } = useVoice();
  const there = zone === undefined ? region : { ...region, zone };
  const now = useNow();
  const exact = exactWords(at, there);
  return (
    <time dateTime={isoOf(at)} title={exact} aria-label={exact}>
      {isDay
        ? dayWords(dayOf(at, there.zone), there, dayOf(now, there.zone))
        : whenWords(at, now, { messages, region: there })}
    </time>
  );
};

export interface DayShownProps {
  readonly day: Day;
}

/** A day without a time: "Wed 20 May", "today". */
export const DayShown = ({ day }: DayShownProps) => {
  const { messages, region } = useVoice();
  const today = dayOf(useNow(), region.zone);
  const near = nearDay(day, today);
  const exact = `${longDayWords(day, region)} ${day.slice(0, 4)}`;
  return (
    <time dateTime={day} title={exact} aria-label={exact}>
      {near === 'other' ? dayWords(day, region, today) : messages.application.nearDay[near]}
    </time>
  );
};

/** ISO 8601 in UTC, for machines. */
export const isoOf = (at: Instant): string => {
  const minutes = Math.floor((at % 86_400_000) / 60_000);
  const clock = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return `${dayOf(at, 'UTC')}T${clock}Z`;
};

/** 'HH:mm' on the clocks of `zone`. */
export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The instant of a day and a clock time, both as fields give them. */
export const instantAt = (day: Day, clock: string, zone: Zone): Instant =>
  instantOf(day, Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5)), zone);
