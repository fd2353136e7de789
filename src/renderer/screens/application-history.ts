import { Briefcase, CalendarClock, Flag, Mail, MessageCircle, type LucideIcon } from 'lucide-react';

import type { TimeLineEntry } from '#renderer/ui/time-line.tsx';
import { dayOf } from '#shared/calendar.ts';
import { dayWords, exactWords } from '#shared/format.ts';
import { phaseAt } from '#shared/follow-up.ts';
import type { Interaction } from '#shared/facts/letter.ts';
import type { Instant } from '#shared/facts/value.ts';
import { titleOf, type Voice } from '#shared/words.ts';
import type { ApplicationContext } from './application-rows.ts';
import { isoOf } from './application-when.tsx';

/** Everything that happened to an application and everything that is planned, newest and farthest first. */
export const historyOf = (context: ApplicationContext, at: Instant, voice: Voice): readonly TimeLineEntry[] => {
  const { messages, region } = voice;
  const words = messages.application.history;
  const today = dayOf(at, region.zone);
  const name = (person: string | null) => (person === null ? null : (context.people.get(person)?.name ?? null));

  const entry = (id: string, when: Instant, icon: LucideIcon, title: string, body?: string): Dated => ({
    at: when,
    entry: {
      id,
      when: dayWords(dayOf(when, region.zone), region, today),
      dateTime: isoOf(when),
      exact: exactWords(when, region),
      icon,
      tense: when > at ? 'ahead' : 'past',
      title,
      ...(body !== undefined && body !== '' && { body }),
    },
  });

  const stages = Object.entries(context.application.stageHistory).map(([id, { stage, at }]) =>
    entry(id, at, Briefcase, words.stage({ stage: messages.stage[stage] })),
  );
  const interviews = context.interviews.map((one) =>
    entry(
      one.id,
      one.start,
      CalendarClock,
      one.cancelledAt === null
        ? words.interview({ kind: messages.interviewKind[one.kind], round: one.round })
        : words.cancelled({ kind: messages.interviewKind[one.kind] }),
    ),
  );
  const contacts = context.interactions.map((one) =>
    entry(
      one.id,
      one.at,
      one.letter === null ? MessageCircle : Mail,
      words.contact[one.direction]({
        name: name(one.person) ?? context.employerName,
        medium: messages.medium[one.medium].toLowerCase(),
        purpose: purposeWords(one, messages),
      }),
      one.note,
    ),
  );
  const promises = context.promises.map((one) =>
    entry(
      one.id,
      one.saidAt,
      Flag,
      words.promise({
        name: name(one.person) ?? words.they,
        day: dayWords(one.decisionBy, region, today),
      }),
      one.note,
    ),
  );
  const planned = context.followUps
    .filter((one) => one.kind !== 'choose-next-step' && one.state === 'open' && phaseAt(one, at) === 'later')
    .map((one) => entry(`plan ${one.id}`, one.window.from, Flag, titleOf(one, voice)));
  const done = context.followUps
    .filter((one) => one.state !== 'open' && one.resolvedAt !== null)
    .map((one) =>
      entry(
        `done ${one.id}`,
        one.resolvedAt ?? 0,
        Flag,
        words[one.state === 'done' ? 'done' : 'letGo']({ title: titleOf(one, voice) }),
      ),
    );

  const added = entry('added', context.application.createdAt, Briefcase, words.added);

  return [added, ...stages, ...interviews, ...contacts, ...promises, ...planned, ...done]
    .toSorted((one, other) => other.at - one.at)
    .map(({ entry }) => entry);
};

/** What a contact was about, from the side it came from. */
export const purposeWords = (
  { direction, purpose }: Pick<Interaction, 'direction' | 'purpose'>,
  messages: Voice['messages'],
): string =>
  (direction === 'incoming' ? messages.application.contact.purposeIncoming : messages.purpose)[purpose].toLowerCase();

interface Dated {
  readonly at: Instant;
  readonly entry: TimeLineEntry;
}
