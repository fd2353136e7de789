import { useState } from 'react';

import { now, useNow } from '#renderer/clock.ts';
import { newId } from '#renderer/new-id.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { RadioGroup } from '#renderer/ui/radio-group.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { useVoice } from '#renderer/voice.ts';
import type { Allowance } from '#shared/allowance.ts';
import { dayOf, minuteOfDay } from '#shared/calendar.ts';
import type { Application } from '#shared/facts/application.ts';
import { Purpose, type Direction } from '#shared/facts/letter.ts';
import type { Instant } from '#shared/facts/value.ts';
import { Medium } from '#shared/facts/value.ts';
import { clockOf, instantAt } from './application-when.tsx';
import styles from './application.module.css';
import { allowanceWarning } from './follow-up-actions.ts';
import { nobody, PersonField, personOf } from './person-choice.tsx';

export interface ContactLogProps {
  readonly application: Application;
  readonly employerName: string;
  readonly allowance: Allowance | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Logs one contact: by whom, how and why are enough; the rest is filled in for now. */
export const ContactLog = ({ application, employerName, allowance, isOpen, onClose }: ContactLogProps) => {
  const { messages } = useVoice();
  const words = messages.application.contact;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={messages.frame.close}
      title={words.title({ employer: employerName })}
    >
      <ContactForm application={application} employerName={employerName} allowance={allowance} onDone={onClose} />
    </Dialog>
  );
};

const ContactForm = ({
  application,
  employerName,
  allowance,
  onDone,
}: Pick<ContactLogProps, 'application' | 'employerName' | 'allowance'> & { readonly onDone: () => void }) => {
  const voice = useVoice();
  const { messages, region } = voice;
  const words = messages.application.contact;
  const [openedAt] = useState(now);
  const [direction, setDirection] = useState<Direction>('incoming');
  const [medium, setMedium] = useState<Medium>(application.employerMedium ?? 'email');
  const [purpose, setPurpose] = useState<Purpose>('progress');
  const [person, setPerson] = useState(nobody);
  const [day, setDay] = useState<string | null>(dayOf(openedAt, region.zone));
  const [clock, setClock] = useState<string | null>(clockOf(minuteOfDay(openedAt, region.zone)));
  const [note, setNote] = useState('');
  const at = useNow();
  // Rests on what counts as a contact: only what the user starts.
  const counts = direction === 'outgoing' && (purpose === 'progress' || purpose === 'other');
  const warning = counts ? allowanceWarning(allowance, at, voice) : null;

  const log = async () => {
    const sentAt = now();
    const when = momentOf(day, clock, openedAt, region.zone);
    const who = personOf(person, { organisation: employerName, at: sentAt });
    const learned =
      direction === 'incoming' && application.employerMedium === null && writes.includes(medium)
        ? [{ type: 'update-application' as const, id: application.id, fields: { employerMedium: medium } }]
        : [];
    const result = await submitWithUndo(
      {
        type: 'batch',
        commands: [
          ...who.commands,
          {
            type: 'log-interaction',
            interaction: {
              id: newId(),
              employer: application.employer,
              application: application.id,
              person: who.id,
              direction,
              medium,
              purpose,
              at: when,
              note: note.trim(),
            },
            at: sentAt,
          },
          ...learned,
        ],
      },
      words.logged({ employer: employerName }),
    );
    if (result.ok) onDone();
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void log();
      }}
    >
      <RadioGroup
        label={words.direction}
        layout="row"
        value={direction}
        choices={[
          { id: 'incoming', label: words.incoming({ employer: employerName }) },
          { id: 'outgoing', label: words.outgoing },
        ]}
        onChange={setDirection}
      />
      <div className={styles.pair}>
        <Select
          label={words.medium}
          value={medium}
          choices={Medium.options.map((one) => ({ id: one, label: messages.medium[one] }))}
          onChange={setMedium}
        />
        <Select
          label={words.purpose}
          value={purpose}
          choices={Purpose.options.map((one) => ({
            id: one,
            label: direction === 'incoming' ? words.purposeIncoming[one] : messages.purpose[one],
          }))}
          onChange={setPurpose}
        />
        <PersonField label={words.person} value={person} onChange={setPerson} />
        <div className={styles.dayAndTime}>
          <DateField label={words.day} value={day} onChange={setDay} latest={dayOf(at, region.zone)} />
          <TimeField label={words.time} value={clock} onChange={setClock} />
        </div>
      </div>
      <TextField label={words.note} value={note} onChange={setNote} maxLength={2_000} />
      {warning !== null && (
        <Banner tone="ochre" live="status">
          {warning}
        </Banner>
      )}
      <div className={styles.buttons}>
        <Button onPress={onDone}>{messages.frame.cancel}</Button>
        <Button type="submit" variant="primary">
          {words.log}
        </Button>
      </div>
    </form>
  );
};

/** Media by which an employer writes, and may be written to. */
const writes: readonly Medium[] = ['email', 'post', 'linkedin', 'message'];

/** Never later than the moment the form was opened for: what is logged has happened. */
const momentOf = (day: string | null, clock: string | null, openedAt: Instant, zone: string): Instant => {
  const isUntouched = day === dayOf(openedAt, zone) && clock === clockOf(minuteOfDay(openedAt, zone));
  if (isUntouched || day === null) return openedAt;
  return Math.min(instantAt(day, clock ?? '12:00', zone), now());
};
