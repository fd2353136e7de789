import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { useVoice } from '#renderer/voice.ts';
import { dayOf, minuteOfDay } from '#shared/calendar.ts';
import { InterviewKind, type Interview } from '#shared/facts/interview.ts';
import type { Instant } from '#shared/facts/value.ts';
import { Zone } from '#shared/facts/value.ts';
import { clockOf, instantAt } from './application-when.tsx';
import styles from './application.module.css';

/** Kind, time and place of an interview as a form holds them. */
export interface InterviewTimesValue {
  readonly kind: InterviewKind;
  readonly round: number;
  readonly day: string | null;
  readonly start: string | null;
  readonly end: string | null;
  /** As typed: it need not be a zone yet. */
  readonly zone: string;
  readonly place: string;
}

export const timesOf = (interview: Interview): InterviewTimesValue => ({
  kind: interview.kind,
  round: interview.round,
  day: dayOf(interview.start, interview.zone),
  start: clockOf(minuteOfDay(interview.start, interview.zone)),
  end: clockOf(minuteOfDay(interview.end, interview.zone)),
  zone: interview.zone,
  place: interview.place,
});

/** Start and end as instants; null while something is missing, not a zone, or ends before it starts. */
export const timesFor = (value: InterviewTimesValue): { readonly start: Instant; readonly end: Instant } | null => {
  const { day, start, end, zone } = value;
  if (day === null || start === null || end === null || !Zone.safeParse(zone).success) return null;
  const from = instantAt(day, start, zone);
  const to = instantAt(day, end, zone);
  return to > from ? { start: from, end: to } : null;
};

export interface InterviewTimesProps {
  readonly value: InterviewTimesValue;
  readonly onChange: (value: InterviewTimesValue) => void;
  /** Saving was tried: what is missing is said. */
  readonly isTried: boolean;
}

/** The fields for kind, time and place. An end that would come before a new start moves along with it. */
export const InterviewTimes = ({ value, onChange, isTried }: InterviewTimesProps) => {
  const { messages } = useVoice();
  const words = messages.interviewScreen.times;
  const { day, start, end, zone } = value;
  const isZone = Zone.safeParse(zone).success;
  const isBackwards = start !== null && end !== null && end <= start;
  return (
    <>
      <div className={styles.pair}>
        <Select
          label={words.kind}
          value={value.kind}
          choices={InterviewKind.options.map((kind) => ({ id: kind, label: words.kinds[kind] }))}
          onChange={(kind) => onChange({ ...value, kind })}
        />
        <Select
          label={words.round}
          value={String(value.round)}
          choices={Array.from({ length: Math.max(6, value.round) }, (_, n) => ({
            id: String(n + 1),
            label: words.roundNumber({ n: n + 1 }),
          }))}
          onChange={(round) => onChange({ ...value, round: Number(round) })}
        />
      </div>
      <div className={styles.times}>
        <DateField
          label={words.day}
          value={day}
          isRequired
          error={isTried && day === null ? words.dayMissing : undefined}
          onChange={(next) => onChange({ ...value, day: next })}
        />
        <TimeField
          label={words.start}
          value={start}
          isRequired
          error={isTried && start === null ? words.timeMissing : undefined}
          onChange={(next) => onChange({ ...value, start: next, end: endAfter(value, next) })}
        />
        <TimeField
          label={words.end}
          value={end}
          isRequired
          error={isTried && end === null ? words.timeMissing : isBackwards ? words.endsBefore : undefined}
          onChange={(next) => onChange({ ...value, end: next })}
        />
      </div>
      <div className={styles.pair}>
        <TextField
          label={words.place}
          hint={words.placeHint}
          value={value.place}
          maxLength={500}
          onChange={(place) => onChange({ ...value, place })}
        />
        <ComboBox
          label={words.zone}
          hint={words.zoneHint}
          openLabel={words.zones}
          choices={zones}
          value={zone}
          error={isZone ? undefined : words.zoneUnknown}
          onChange={(next) => onChange({ ...value, zone: next })}
        />
      </div>
    </>
  );
};

/** The end keeps its distance from the start while the start is moved past it. */
const endAfter = ({ start, end }: InterviewTimesValue, next: string | null): string | null => {
  if (next === null || end === null || end > next) return end;
  const length = start === null ? 60 : Math.max(15, minutesOf(end) - minutesOf(start));
  return clockOf(Math.min(minutesOf(next) + length, 23 * 60 + 59));
};

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

const zones = Intl.supportedValuesOf('timeZone').map((name) => ({ id: name, label: name }));
