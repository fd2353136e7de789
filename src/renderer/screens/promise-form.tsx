import { useState } from 'react';

import { now } from '#renderer/clock.ts';
import { newId } from '#renderer/new-id.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useVoice } from '#renderer/voice.ts';
import { dayOf, instantOf, minuteOfDay } from '#shared/calendar.ts';
import type { Application } from '#shared/facts/application.ts';
import type { Day, Instant } from '#shared/facts/value.ts';
import { Medium } from '#shared/facts/value.ts';
import { dayWords } from '#shared/format.ts';
import styles from './application.module.css';
import { nobody, PersonField, personOf } from './person-choice.tsx';

export interface PromiseFormProps {
  readonly application: Pick<Application, 'id'>;
  readonly employerName: string;
  /** When it is taken to have been said: the interview's end, or now. */
  readonly saidAt: Instant;
  /** Its button is the main one of what shows it. */
  readonly isMain?: boolean | undefined;
  readonly onDone?: (() => void) | undefined;
}

/** When they decide and how they will tell (rule `ask-decision-date`). A new one joins the earlier ones; the newest said counts. */
export const PromiseForm = ({ application, employerName, saidAt, isMain = false, onDone }: PromiseFormProps) => {
  const { messages, region } = useVoice();
  const words = messages.application.promise;
  const [decisionBy, setDecisionBy] = useState<Day | null>(null);
  const [saidOn, setSaidOn] = useState<Day | null>(dayOf(saidAt, region.zone));
  const [channel, setChannel] = useState<Medium | 'unknown'>('unknown');
  const [person, setPerson] = useState(nobody);
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);

  const record = async () => {
    setTried(true);
    if (decisionBy === null) return;
    const at = now();
    const who = personOf(person, { organisation: employerName, at });
    // The day alone is asked for; the time of day is kept, so that of two on one day the later said counts.
    const said =
      saidOn === null || saidOn === dayOf(saidAt, region.zone)
        ? saidAt
        : instantOf(saidOn, minuteOfDay(at, region.zone), region.zone);
    const result = await submitWithUndo(
      {
        type: 'batch',
        commands: [
          ...who.commands,
          {
            type: 'record-promise',
            promise: {
              id: newId(),
              application: application.id,
              person: who.id,
              decisionBy,
              channel: channel === 'unknown' ? null : channel,
              saidAt: said,
              note: note.trim(),
            },
            at,
          },
        ],
      },
      words.recorded({ day: dayWords(decisionBy, region, dayOf(at, region.zone)) }),
    );
    if (!result.ok) return;
    setDecisionBy(null);
    setNote('');
    setTried(false);
    onDone?.();
  };

  return (
    <form
      aria-label={words.form}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void record();
      }}
    >
      <div className={styles.pair}>
        <DateField
          label={words.decisionBy}
          value={decisionBy}
          onChange={setDecisionBy}
          error={isTried && decisionBy === null ? words.dayMissing : undefined}
        />
        <Select
          label={words.channel}
          value={channel}
          choices={[
            { id: 'unknown' as const, label: words.channelUnknown },
            ...Medium.options.map((one) => ({ id: one, label: messages.medium[one] })),
          ]}
          onChange={setChannel}
        />
        <PersonField label={words.who} value={person} onChange={setPerson} />
        <DateField label={words.saidOn} value={saidOn} onChange={setSaidOn} latest={dayOf(now(), region.zone)} />
      </div>
      <TextField label={words.note} value={note} onChange={setNote} maxLength={500} />
      <div className={styles.buttons}>
        <Button type="submit" variant={isMain ? 'primary' : 'plain'}>
          {words.record}
        </Button>
      </div>
    </form>
  );
};
