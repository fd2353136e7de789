import { now } from '#renderer/clock.ts';
import { newId } from '#renderer/new-id.ts';
import { proportionAt, type Allowance } from '#shared/allowance.ts';
import { addDays, dayOf, instantOf, isoWeekday } from '#shared/calendar.ts';
import type { CommandInput } from '#shared/command.ts';
import type { FollowUpRecord } from '#shared/facts/follow-up-record.ts';
import type { Settings } from '#shared/facts/settings.ts';
import type { Day, Instant, Zone } from '#shared/facts/value.ts';
import { dayWords } from '#shared/format.ts';
import type { FollowUpRow } from '#shared/rows.ts';
import type { Voice } from '#shared/words.ts';

/** A decision of the user about a follow-up, as the command that records it. `until` for a snooze and a pin. */
export const decide = (
  followUp: string,
  decision: FollowUpRecord['decision'],
  { until = null, reason = '' }: { readonly until?: Instant | null; readonly reason?: string } = {},
): CommandInput => ({
  type: 'decide',
  record: { id: newId(), followUp, decision, at: now(), until, reason },
});

/** One contact that took place because of this follow-up; it fits the same day's window and counts in the allowance. */
export const logContact = (
  row: FollowUpRow,
  contact: {
    readonly purpose: 'thank-you' | 'progress';
    readonly medium: FollowUpMedium;
    readonly at: Instant;
    readonly person: string | null;
    readonly note: string;
    /** The day by which they now say they decide. */
    readonly promise: Day | null;
  },
): CommandInput => {
  const { promise, ...logged } = contact;
  return {
    type: 'batch',
    commands: [
      {
        type: 'log-interaction',
        at: now(),
        interaction: {
          ...logged,
          id: newId(),
          employer: row.employer,
          application: row.application,
          interview: row.interview,
          direction: 'outgoing',
        },
      },
      ...(promise === null
        ? []
        : [
            {
              type: 'record-promise' as const,
              at: now(),
              promise: {
                id: newId(),
                application: row.application,
                person: contact.person,
                decisionBy: promise,
                // It was said after the talk had begun; only a promise younger than the contact asks for another one.
                saidAt: contact.at + 1,
              },
            },
          ]),
    ],
  };
};

type FollowUpMedium = NonNullable<Extract<CommandInput, { type: 'log-interaction' }>['interaction']['medium']>;

/** When "later" may be: this evening while it is still ahead, tomorrow morning, next Monday. */
export const laterChoices = (
  at: Instant,
  settings: Pick<Settings, 'dayStart'>,
  zone: Zone,
): readonly { readonly id: 'evening' | 'tomorrow' | 'monday'; readonly until: Instant }[] => {
  const today = dayOf(at, zone);
  const evening = instantOf(today, 18 * 60, zone);
  const tomorrow = addDays(today, 1);
  const monday = addDays(today, 8 - isoWeekday(today));
  return [
    ...(evening - at > 1_800_000 ? [{ id: 'evening' as const, until: evening }] : []),
    { id: 'tomorrow', until: instantOf(tomorrow, settings.dayStart, zone) },
    ...(monday === tomorrow ? [] : [{ id: 'monday' as const, until: instantOf(monday, settings.dayStart, zone) }]),
  ];
};

/** Why one more contact at `at` would be early or too much, and the next good day; null where it is fine (rules `stay-proportional`, `do-not-nag`). */
export const allowanceWarning = (allowance: Allowance | null, at: Instant, voice: Voice): string | null => {
  if (allowance === null || allowance.nextGoodAt === null || allowance.lastAt === null) return null;
  const { messages, region } = voice;
  const today = dayOf(at, region.zone);
  const day = (instant: Instant) => dayWords(dayOf(instant, region.zone), region, today);
  const next = day(allowance.nextGoodAt);
  switch (proportionAt(allowance, at)) {
    case 'fine':
      return null;
    case 'early':
      return messages.today.allowance.early({ last: day(allowance.lastAt), next });
    case 'too-much':
      return messages.today.allowance.tooMuch({ used: allowance.used, next });
  }
};
