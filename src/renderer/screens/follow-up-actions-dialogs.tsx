import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { now } from '#renderer/clock.ts';
import { newId } from '#renderer/new-id.ts';
import { useQuery, useRow, useSettings } from '#renderer/store/store.ts';
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
import { addDays, dayOf, instantOf, minuteOfDay, workCalendar, workingDayFrom } from '#shared/calendar.ts';
import type { CommandInput } from '#shared/command.ts';
import type { ApplicationId, Day, Instant, Medium } from '#shared/facts/value.ts';
import type { FollowUp } from '#shared/follow-up.ts';
import { dayWords } from '#shared/format.ts';
import type { FollowUpRow } from '#shared/rows.ts';
import { titleOf, whenWords } from '#shared/words.ts';
import { allowanceWarning, decide, logContact } from './follow-up-actions.ts';
import styles from './follow-up-actions.module.css';

interface FollowUpDialogProps {
  readonly row: FollowUpRow;
  readonly onClose: () => void;
}

/** Puts a follow-up off until the morning of a day of choice. */
export const LaterDialog = ({ row, onClose }: FollowUpDialogProps) => {
  const { messages, region } = useVoice();
  const { dayStart } = useSettings();
  const today = dayOf(now(), region.zone);
  const [day, setDay] = useState<Day | null>(addDays(today, 2));
  return (
    <CommandDialog
      title={messages.today.later.heading}
      submitLabel={messages.today.later.submit}
      onClose={onClose}
      command={() => {
        if (day === null || day <= today) return null;
        const until = instantOf(day, dayStart, region.zone);
        return {
          command: decide(row.id, 'snoozed', { until }),
          said: messages.today.did.later({ when: dayWords(day, region, today) }),
        };
      }}
    >
      {(isTried) => (
        <DateField
          autoFocus
          isRequired
          label={messages.today.later.day}
          earliest={addDays(today, 1)}
          value={day}
          onChange={setDay}
          error={isTried ? dayError(day, addDays(today, 1), messages.today.choose) : undefined}
        />
      )}
    </CommandDialog>
  );
};

/** Asks for a reason, which may be left out, and lets a follow-up go. */
export const LetGoDialog = ({ row, onClose }: FollowUpDialogProps) => {
  const voice = useVoice();
  const { today } = voice.messages;
  const [reason, setReason] = useState('');
  return (
    <CommandDialog
      title={today.letGo.heading}
      submitLabel={today.letGo.submit}
      onClose={onClose}
      command={() => ({
        command: decide(row.id, 'let-go', { reason: reason.trim() }),
        said: today.did.letGo({ title: titleOf(row, voice) }),
      })}
    >
      {() => (
        <>
          <p>{today.letGo.text}</p>
          <TextField autoFocus label={today.letGo.reason} value={reason} onChange={setReason} maxLength={500} />
        </>
      )}
    </CommandDialog>
  );
};

/** Fixes the date of a follow-up, or hands it back to the rules. */
export const PinDialog = ({ row, onClose }: FollowUpDialogProps) => {
  const voice = useVoice();
  const { messages, region } = voice;
  const [day, setDay] = useState<Day | null>(dayOf(row.window.due, region.zone));
  const [time, setTime] = useState<string | null>(clockTime(minuteOfDay(row.window.due, region.zone)));
  const unpin = async () => {
    const result = await submitWithUndo(decide(row.id, 'unpinned'), messages.today.did.unpinned);
    if (result.ok) onClose();
  };
  return (
    <CommandDialog
      title={messages.today.pin.heading}
      submitLabel={messages.today.pin.submit}
      onClose={onClose}
      actions={row.pinned && <Button onPress={() => void unpin()}>{messages.today.pin.unpin}</Button>}
      command={() => {
        if (day === null || time === null) return null;
        const until = instantOf(day, minutesOf(time), region.zone);
        return {
          command: decide(row.id, 'pinned', { until }),
          said: messages.today.did.pinned({ when: whenWords(until, now(), voice) }),
        };
      }}
    >
      {(isTried) => (
        <>
          <p>{messages.today.pin.text}</p>
          <div className={styles.pair}>
            <DateField
              autoFocus
              isRequired
              label={messages.today.pin.day}
              value={day}
              onChange={setDay}
              error={isTried && day === null ? messages.today.choose.dayNeeded : undefined}
            />
            <TimeField isRequired label={messages.today.pin.time} value={time} onChange={setTime} />
          </div>
        </>
      )}
    </CommandDialog>
  );
};

const loggedMedia = ['phone', 'email', 'message', 'linkedin', 'post', 'by-hand', 'in-person', 'other'] as const;

/**
 * Logs a contact that took place: thanks that were sent, a call, a question how things stand. Where it would be out of
 * proportion it says so first, and still logs what is true (rules `stay-proportional`, `do-not-nag`).
 */
export const LogDialog = ({ row, onClose }: FollowUpDialogProps) => {
  const voice = useVoice();
  const { messages, region } = voice;
  const { log } = messages.today;
  const isThanks = row.kind === 'thank';
  const [openedAt] = useState(now);
  const [day, setDay] = useState<Day | null>(dayOf(openedAt, region.zone));
  const [time, setTime] = useState<string | null>(clockTime(minuteOfDay(openedAt, region.zone)));
  const [medium, setMedium] = useState<Medium | null>(null);
  const [person, setPerson] = useState<string | null>(row.person);
  const [note, setNote] = useState('');
  const [promise, setPromise] = useState<Day | null>(null);
  const application = useRow('applications', row.application);
  const standing = useRow('standings', row.application);
  const people = useQuery(
    async (model) => {
      const interview = row.interview === null ? undefined : await model.interviews.get(row.interview);
      const ids = Object.entries(interview?.interviewers ?? {}).flatMap(([id, present]) => (present ? [id] : []));
      return (await model.people.bulkGet(ids)).filter((one) => one !== undefined);
    },
    [row.interview],
  );
  const chosenMedium = medium ?? (row.kind === 'call' ? 'phone' : (application?.employerMedium ?? 'email'));
  const warning = row.isContact ? allowanceWarning(standing?.allowance ?? null, openedAt, voice) : null;
  const at = day === null || time === null ? null : contactAt(day, time, openedAt, region.zone);

  return (
    <CommandDialog
      title={
        isThanks
          ? log.thankHeading({ person: row.personName ?? messages.followUp.somebody })
          : row.kind === 'call'
            ? log.callHeading({ employer: row.employerName })
            : log.askHeading({ employer: row.employerName })
      }
      submitLabel={warning === null ? log.submit : log.submitAnyway}
      isReady={isThanks}
      onClose={onClose}
      command={() => {
        if (at === null || at > openedAt) return null;
        return {
          command: logContact(row, {
            purpose: isThanks ? 'thank-you' : 'progress',
            medium: chosenMedium,
            at,
            person: person ?? (people?.length === 1 ? (people[0]?.id ?? null) : null),
            note: note.trim(),
            promise,
          }),
          said: isThanks
            ? messages.today.did.thanked({ person: row.personName ?? messages.followUp.somebody })
            : messages.today.did.logged,
        };
      }}
    >
      {() => (
        <>
          {warning !== null && <Banner tone="ochre">{warning}</Banner>}
          {!isThanks && (
            <TextField
              autoFocus
              label={log.note}
              hint={log.noteHint}
              value={note}
              onChange={setNote}
              maxLength={2_000}
            />
          )}
          <div className={styles.pair}>
            <Select
              label={log.how}
              choices={loggedMedia.map((id) => ({ id, label: messages.medium[id] }))}
              value={chosenMedium}
              onChange={setMedium}
            />
            {!isThanks && people !== undefined && people.length > 1 && (
              <Select
                label={log.who}
                choices={[
                  ...people.map(({ id, name }) => ({ id: id as string, label: name })),
                  { id: somebodyElse, label: log.somebodyElse },
                ]}
                value={person ?? somebodyElse}
                onChange={(id) => setPerson(id === somebodyElse ? null : id)}
              />
            )}
          </div>
          <div className={styles.pair}>
            <DateField
              isRequired
              label={log.day}
              latest={dayOf(openedAt, region.zone)}
              value={day}
              onChange={setDay}
              error={at !== null && at > openedAt ? log.future : undefined}
            />
            <TimeField isRequired label={log.time} value={time} onChange={setTime} />
          </div>
          {!isThanks && (
            <DateField
              label={log.promise}
              hint={log.promiseHint}
              earliest={dayOf(openedAt, region.zone)}
              value={promise}
              onChange={setPromise}
            />
          )}
        </>
      )}
    </CommandDialog>
  );
};

const somebodyElse = 'somebody-else';

/** The fields show whole minutes; left as they were they mean the very moment at which the dialog was opened. */
const contactAt = (day: Day, time: string, openedAt: Instant, zone: string): Instant =>
  day === dayOf(openedAt, zone) && minutesOf(time) === minuteOfDay(openedAt, zone)
    ? openedAt
    : instantOf(day, minutesOf(time), zone);

/** Notes by when they decide and how they will tell (rule `ask-decision-date`). */
export const PromiseDialog = ({ row, onClose }: FollowUpDialogProps) => {
  const { messages, region } = useVoice();
  const { promise } = messages.today;
  const today = dayOf(now(), region.zone);
  const [day, setDay] = useState<Day | null>(null);
  const [channel, setChannel] = useState<Medium | typeof unknownChannel>(unknownChannel);
  return (
    <CommandDialog
      title={promise.heading({ employer: row.employerName })}
      submitLabel={promise.submit}
      onClose={onClose}
      command={() => {
        if (day === null) return null;
        const at = now();
        return {
          command: {
            type: 'record-promise',
            at,
            promise: {
              id: newId(),
              application: row.application,
              decisionBy: day,
              channel: channel === unknownChannel ? null : channel,
              saidAt: at,
            },
          },
          said: messages.today.did.promised({ day: dayWords(day, region, today) }),
        };
      }}
    >
      {(isTried) => (
        <>
          <DateField
            autoFocus
            isRequired
            label={promise.day}
            value={day}
            onChange={setDay}
            error={isTried && day === null ? messages.today.choose.dayNeeded : undefined}
          />
          <Select
            label={promise.channel}
            choices={[
              { id: unknownChannel, label: promise.unknown },
              ...(['phone', 'email', 'message', 'post'] as const).map((id) => ({ id, label: messages.medium[id] })),
            ]}
            value={channel}
            onChange={setChannel}
          />
        </>
      )}
    </CommandDialog>
  );
};

const unknownChannel = 'unknown';

/** Gives an application its next step, or a day until which it may rest (rule `follow-up-every-application`). */
export const ChooseStepDialog = ({
  application,
  employerName,
  choose,
  onClose,
}: {
  readonly application: ApplicationId;
  readonly employerName: string;
  /** The follow-up that asks for a step; without it there is nothing to rest. */
  readonly choose: FollowUp | null;
  readonly onClose: () => void;
}) => {
  const { messages, region } = useVoice();
  const words = messages.today.choose;
  const settings = useSettings();
  const today = dayOf(now(), region.zone);
  const tomorrow = addDays(today, 1);
  const [kind, setKind] = useState<'step' | 'rest'>('step');
  const [what, setWhat] = useState('');
  const [on, setOn] = useState<Day | null>(() => workingDayFrom(tomorrow, workCalendar(settings)));
  const [until, setUntil] = useState<Day | null>(() => workingDayFrom(addDays(today, 14), workCalendar(settings)));
  return (
    <CommandDialog
      title={words.heading({ employer: employerName })}
      submitLabel={words.submit}
      onClose={onClose}
      command={() => {
        if (kind === 'rest' && choose !== null) {
          if (until === null || until < tomorrow) return null;
          return {
            command: decide(choose.id, 'snoozed', { until: instantOf(until, settings.dayStart, region.zone) }),
            said: messages.today.did.rests({ day: dayWords(until, region, today) }),
          };
        }
        if (what.trim() === '' || on === null || on < today) return null;
        return {
          command: { type: 'add-step', at: now(), step: { id: newId(), application, what: what.trim(), on } },
          said: messages.today.did.step({ day: dayWords(on, region, today) }),
        };
      }}
    >
      {(isTried) => (
        <>
          {choose !== null && (
            <RadioGroup
              label={words.kind}
              isLabelHidden
              choices={[
                { id: 'step', label: words.step },
                { id: 'rest', label: words.rest },
              ]}
              value={kind}
              onChange={setKind}
            />
          )}
          {kind === 'step' ? (
            <>
              <TextField
                autoFocus
                isRequired
                label={words.what}
                placeholder={words.whatPlaceholder}
                value={what}
                onChange={setWhat}
                maxLength={200}
                error={isTried && what.trim() === '' ? words.needed : undefined}
              />
              <DateField
                isRequired
                label={words.on}
                earliest={today}
                value={on}
                onChange={setOn}
                error={isTried ? dayError(on, today, words) : undefined}
              />
            </>
          ) : (
            <DateField
              isRequired
              label={words.until}
              earliest={tomorrow}
              value={until}
              onChange={setUntil}
              error={isTried ? dayError(until, tomorrow, words) : undefined}
            />
          )}
        </>
      )}
    </CommandDialog>
  );
};

/** A form that becomes one command: Enter sends it, and it stays open while something is missing or when it is refused. */
const CommandDialog = ({
  actions,
  children,
  command,
  isReady = false,
  onClose,
  submitLabel,
  title,
}: {
  readonly actions?: ReactNode;
  /** The fields; told whether sending was tried, since nothing is called wrong before that. */
  readonly children: (isTried: boolean) => ReactNode;
  /** Null while something is missing. `said` is what the toast says. */
  readonly command: () => { readonly command: CommandInput; readonly said: string } | null;
  /** Everything is filled in: focus begins at sending. */
  readonly isReady?: boolean;
  readonly onClose: () => void;
  readonly submitLabel: string;
  readonly title: string;
}) => {
  const { frame } = useVoice().messages;
  const form = useId();
  const [isTried, setTried] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const given = command();
    setTried(true);
    if (given === null || isBusy) return;
    setBusy(true);
    const result = await submitWithUndo(given.command, given.said);
    setBusy(false);
    if (result.ok) onClose();
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      closeLabel={frame.close}
      title={title}
      width="small"
      footer={
        <>
          {actions}
          <Button onPress={onClose}>{frame.cancel}</Button>
          <Button type="submit" form={form} variant="primary" isPending={isBusy} autoFocus={isReady}>
            {submitLabel}
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className={styles.form}
        onKeyDownCapture={(event) => {
          // The parts of a date are no inputs and keep their keys, so Enter in them would not send the form.
          const isDatePart = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'spinbutton';
          if (event.key === 'Enter' && isDatePart) event.currentTarget.requestSubmit();
        }}
        onSubmit={(event) => void send(event)}
      >
        {children(isTried)}
      </form>
    </Dialog>
  );
};

const dayError = (
  day: Day | null,
  earliest: Day,
  words: { readonly dayNeeded: string; readonly dayPassed: string },
): string | undefined => {
  if (day === null) return words.dayNeeded;
  return day < earliest ? words.dayPassed : undefined;
};

/** Minutes after midnight of 'HH:mm'. */
const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

const clockTime = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
