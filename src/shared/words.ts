import { dayOf } from './calendar.ts';
import type { Instant } from './facts/value.ts';
import type { Because, FollowUp } from './follow-up.ts';
import { phaseAt } from './follow-up.ts';
import { dayWords, daysApart, nearDay, timeWords, type Region } from './format.ts';
import type { Messages } from './messages/en.ts';
import type { FollowUpRow } from './rows.ts';
import type { Standing } from './standing.ts';

/** The language and the region in which the app speaks to this user. */
export interface Voice {
  readonly messages: Messages;
  readonly region: Region;
}

/** Verb and person: "Thank Dana Okafor". */
export const titleOf = (row: FollowUpRow, { messages }: Voice): string =>
  messages.followUp.title[row.kind]({
    person: row.personName ?? messages.followUp.somebody,
    employer: row.employerName,
    role: row.role,
    step: row.stepText ?? '',
  });

/** Where it comes from: "Brightwater, product designer". */
export const placeOf = (row: FollowUpRow, { messages }: Voice): string =>
  messages.followUp.place({ employer: row.employerName, role: row.role });

/** One sentence that names the anchor: "Because the panel interview ended on Tue 12 May at 15:00." */
export const whyOf = (
  followUp: Pick<FollowUp, 'because' | 'movedByCoolDown' | 'pinned'>,
  at: Instant,
  voice: Voice,
): string => {
  const { messages } = voice;
  const sentence = messages.followUp.because({ reason: becauseWords(followUp.because, at, voice) });
  if (followUp.pinned) return `${sentence} ${messages.followUp.pinnedByYou}`;
  return followUp.movedByCoolDown ? `${sentence} ${messages.followUp.movedByCoolDown}` : sentence;
};

const becauseWords = (because: Because, at: Instant, { messages, region }: Voice): string => {
  const words = messages.because;
  switch (because.type) {
    case 'decision-date-passed':
      return words[because.type]({ day: dayWords(because.day, region, dayOf(at, region.zone)) });
    case 'chosen-by-you':
      return words[because.type]({ day: dayWords(because.day, region, dayOf(at, region.zone)) });
    case 'no-news-since-answer':
    case 'applied':
    case 'saved':
    case 'offer-open':
    case 'nothing-planned':
      return words[because.type]({ when: dayWords(dayOf(because.at, region.zone), region, dayOf(at, region.zone)) });
    default:
      // An interview's times are told in the zone in which they were said.
      return words[because.type]({
        interview: messages.interviewKind[because.interview],
        when: whenWords(because.at, at, { messages, region: { ...region, zone: because.zone } }),
      });
  }
};

/** "on Tue 12 May at 15:00", "today at 15:00", "yesterday at 15:00". */
export const whenWords = (instant: Instant, at: Instant, { messages, region }: Voice): string => {
  const day = dayOf(instant, region.zone);
  const today = dayOf(at, region.zone);
  return messages.when[nearDay(day, today)]({ day: dayWords(day, region, today), time: timeWords(instant, region) });
};

/** The window's state as a badge: "today by 16:00", "late, and still welcome". */
export const dueWords = (
  followUp: Pick<FollowUp, 'window' | 'closesAt' | 'kind'>,
  at: Instant,
  voice: Voice,
): string => {
  const { messages, region } = voice;
  const phase = phaseAt(followUp, at);
  if (phase === 'overdue' || phase === 'over')
    return followUp.kind === 'thank' ? messages.due.lateThanks : messages.due.late;
  const target =
    phase === 'due' ? followUp.window.until : phase === 'later' ? followUp.window.from : followUp.window.due;
  const day = dayOf(target, region.zone);
  const today = dayOf(at, region.zone);
  const words = phase === 'later' ? messages.due.from : phase === 'due' ? messages.due.until : messages.due.by;
  return words[nearDay(day, today)]({ day: dayWords(day, region, today), time: timeWords(target, region) });
};

/** The window in words: "best by Wed 13 May 16:00, until Thu 14 May 16:00". */
export const windowWords = (followUp: Pick<FollowUp, 'window'>, at: Instant, { messages, region }: Voice): string => {
  const today = dayOf(at, region.zone);
  const moment = (instant: Instant) =>
    messages.due.moment[nearDay(dayOf(instant, region.zone), today)]({
      day: dayWords(dayOf(instant, region.zone), region, today),
      time: timeWords(instant, region),
    });
  const { due, until } = followUp.window;
  return due === until
    ? messages.due.bestBy({ due: moment(due) })
    : messages.due.bestByUntil({ due: moment(due), until: moment(until) });
};

/** "Nothing to do until Wed 20 May." and why, for an application that waits (rule `expect-to-wait`). */
export const waitingWords = (
  standing: Extract<Standing, { type: 'waiting' }>,
  at: Instant,
  { messages, region }: Voice,
): { readonly until: string; readonly because: string } => {
  const today = dayOf(at, region.zone);
  const day = (instant: Instant) => dayWords(dayOf(instant, region.zone), region, today);
  const { next, hold } = standing;
  const words = messages.waiting;
  const until = day(standing.until);
  if (hold !== null || next === null) return { until, because: words.usedUp };
  if (next.snoozedUntil !== null && next.snoozedUntil === next.window.from) return { until, because: words.snoozed };
  if (next.movedByCoolDown) return { until, because: words.coolDown };
  switch (next.because.type) {
    case 'decision-date-passed':
      return { until, because: words.promised({ day: dayWords(next.because.day, region, today) }) };
    case 'no-news-since-interview':
      return {
        until,
        because:
          next.because.at > at
            ? words.interviewAhead({ when: day(next.because.at) })
            : words.sinceInterview({ days: daysApart(next.because.at, at, region.zone) }),
      };
    case 'interview-starts':
    case 'interview-ended':
    case 'nobody-listed':
      return { until, because: words.interviewAhead({ when: day(next.because.at) }) };
    case 'applied':
      return { until, because: words.applied({ days: daysApart(next.because.at, at, region.zone) }) };
    case 'no-news-since-answer':
      return { until, because: words.answered({ when: day(next.because.at) }) };
    case 'chosen-by-you':
      return { until, because: words.chosen };
    default:
      return { until, because: words.quiet };
  }
};
