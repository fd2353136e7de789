import { advice, type AdviceId } from '#shared/advice.ts';
import type { CommandLabel } from '#shared/command.ts';
import type { Stage } from '#shared/facts/application.ts';
import type { ChecklistItem, InterviewKind } from '#shared/facts/interview.ts';
import type { LetterKind, Purpose } from '#shared/facts/letter.ts';
import type { Medium } from '#shared/facts/value.ts';
import type { FollowUpKind, Because } from '#shared/follow-up.ts';
import type { NearDay } from '#shared/format.ts';
import { enLetterTemplates } from './en-letter-templates.ts';
import { enScreens } from './en-screens.ts';

/** A count with its noun; English has two forms. */
const count = (n: number, one: string, many: string): string => `${n} ${n === 1 ? one : many}`;

type DayAndTime = { readonly day: string; readonly time: string };

/** Every text that a user can see, in English. Another language is another value of the type `Messages`. */
export const en = {
  appName: 'Afterword',
  ...enScreens,

  advice: advice as Record<
    AdviceId,
    { readonly statement: string; readonly trigger: string; readonly window: string; readonly reason: string }
  >,

  stage: {
    saved: 'Saved',
    applied: 'Applied',
    interviewing: 'Interviewing',
    offer: 'Offer',
    accepted: 'Accepted',
    declined: 'Declined',
    rejected: 'Not this time',
    withdrawn: 'Withdrawn',
    silent: 'Gone silent',
  } satisfies Record<Stage, string>,

  interviewKind: {
    phone: 'phone interview',
    video: 'video interview',
    'on-site': 'on-site interview',
    panel: 'panel interview',
    task: 'task interview',
    informal: 'informal talk',
  } satisfies Record<InterviewKind, string>,

  medium: {
    email: 'E-mail',
    post: 'Post, to the office',
    'by-hand': 'Handed over',
    linkedin: 'LinkedIn message',
    phone: 'Phone call',
    message: 'Text message',
    'in-person': 'In person',
    other: 'Another way',
  } satisfies Record<Medium, string>,

  purpose: {
    application: 'Applying',
    'thank-you': 'Thanks',
    progress: 'Asking how things stand',
    reply: 'Answering them',
    reference: 'A reference',
    other: 'Something else',
  } satisfies Record<Purpose, string>,

  letterKind: {
    'thank-you': 'Thank-you letter',
    progress: 'Progress letter',
    'gracious-no': 'Gracious reply to a no',
    decline: 'Declining an offer',
    accept: 'Accepting an offer',
    'reference-heads-up': 'Heads-up to a reference',
    'connection-note': 'Connection note',
  } satisfies Record<LetterKind, string>,

  checklist: {
    'asked-decision-date': 'Ask when they expect to decide',
    'asked-channel': 'Ask how they will tell you',
    'names-noted': "Note everyone's name and position",
    'asked-to-call': 'Ask whether you may call',
    thanked: 'Thank them as you leave',
  } satisfies Record<ChecklistItem, string>,

  followUp: {
    somebody: 'them',
    title: {
      'before-you-leave': ({ employer }) => `Before you leave ${employer}`,
      debrief: ({ employer }) => `Two minutes about ${employer}, while it is fresh`,
      'ask-decision-date': ({ employer }) => `Find out when ${employer} decides`,
      'find-interviewers': ({ employer }) => `Find out your interviewers’ names at ${employer}`,
      thank: ({ person }) => `Thank ${person}`,
      call: ({ employer }) => `Call ${employer} about their decision`,
      'tell-reference': ({ person, employer }) => `Tell ${person} that ${employer} may call`,
      apply: ({ employer }) => `Apply to ${employer}, or let it go`,
      'ask-after-application': ({ employer }) => `Ask ${employer} how your application stands`,
      'own-step': ({ step }) => step,
      'choose-next-step': ({ employer }) => `Choose the next step with ${employer}`,
    } satisfies Record<
      FollowUpKind,
      (facts: { person: string; employer: string; role: string; step: string }) => string
    >,
    place: ({ employer, role }: { employer: string; role: string }) => `${employer}, ${role}`,
    because: ({ reason }: { reason: string }) => `Because ${reason}.`,
    pinnedByYou: 'You fixed its date.',
    movedByCoolDown: 'It waits until some time has passed since you were last in touch.',
  },

  because: {
    'interview-ended': ({ interview, when }) => `the ${interview} ended ${when}`,
    'interview-starts': ({ interview, when }) => `the ${interview} starts ${when}`,
    'nobody-listed': ({ interview, when }) => `nobody is listed yet for the ${interview}; its end is ${when}`,
    'decision-date-unknown': ({ interview, when }) =>
      `you do not know yet when they decide; the ${interview} ended ${when}`,
    'no-news-since-interview': ({ interview, when }) => `there was no news since the ${interview} ended ${when}`,
    'decision-date-passed': ({ day }) => `they said they would decide by ${day}`,
    'no-news-since-answer': ({ when }) => `they last answered on ${when}`,
    applied: ({ when }) => `you applied on ${when}`,
    saved: ({ when }) => `you saved it on ${when}`,
    'offer-open': ({ when }) => `their offer came on ${when}`,
    'chosen-by-you': ({ day }) => `you chose ${day} for it`,
    'nothing-planned': ({ when }) => `the last thing happened on ${when} and nothing else is planned`,
  } satisfies Record<Because['type'], (facts: { interview: string; when: string; day: string }) => string> as {
    readonly [T in Because['type']]: (facts: { interview?: string; when?: string; day?: string }) => string;
  },

  when: {
    today: ({ time }) => `today at ${time}`,
    yesterday: ({ time }) => `yesterday at ${time}`,
    tomorrow: ({ time }) => `tomorrow at ${time}`,
    other: ({ day, time }) => `on ${day} at ${time}`,
  } satisfies Record<NearDay, (facts: DayAndTime) => string>,

  due: {
    late: 'late, still worth doing',
    lateThanks: 'late, and still welcome',
    by: {
      today: ({ time }) => `today by ${time}`,
      tomorrow: ({ time }) => `tomorrow by ${time}`,
      yesterday: ({ day }) => `by ${day}`,
      other: ({ day }) => `by ${day}`,
    } satisfies Record<NearDay, (facts: DayAndTime) => string>,
    until: {
      today: ({ time }) => `now, until ${time}`,
      tomorrow: ({ time }) => `now, until tomorrow ${time}`,
      yesterday: ({ day }) => `until ${day}`,
      other: ({ day }) => `now, until ${day}`,
    } satisfies Record<NearDay, (facts: DayAndTime) => string>,
    from: {
      today: ({ time }) => `from ${time} today`,
      tomorrow: () => 'from tomorrow',
      yesterday: ({ day }) => `from ${day}`,
      other: ({ day }) => `from ${day}`,
    } satisfies Record<NearDay, (facts: DayAndTime) => string>,
    moment: {
      today: ({ time }) => `today ${time}`,
      tomorrow: ({ time }) => `tomorrow ${time}`,
      yesterday: ({ time }) => `yesterday ${time}`,
      other: ({ day, time }) => `${day} ${time}`,
    } satisfies Record<NearDay, (facts: DayAndTime) => string>,
    bestBy: ({ due }: { due: string }) => `best by ${due}`,
    bestByUntil: ({ due, until }: { due: string; until: string }) => `best by ${due}, until ${until}`,
  },

  waiting: {
    usedUp: 'You have been in touch as often as is comfortable; one more note now would be too much.',
    coolDown: 'You were in touch not long ago; give them a few working days to answer.',
    snoozed: 'You put it off until then.',
    promised: ({ day }: { day: string }) => `They said they would decide by ${day}.`,
    sinceInterview: ({ days }: { days: number }) =>
      days < 1
        ? 'The interview was today. Deciding takes many employers a while.'
        : `The interview was ${count(days, 'day', 'days')} ago. Deciding takes many employers a while.`,
    interviewAhead: ({ when }: { when: string }) => `The interview is on ${when}.`,
    applied: ({ days }: { days: number }) =>
      days < 1
        ? 'You applied today. Sorting what they received takes them some time.'
        : `You applied ${count(days, 'day', 'days')} ago. Sorting what they received takes them some time.`,
    answered: ({ when }: { when: string }) => `They answered on ${when}.`,
    chosen: 'That is the day you chose.',
    quiet: 'Nothing more can sensibly be done before.',
  },

  done: {
    'start-search': 'started your search',
    'add-employer': 'added an employer',
    'update-employer': 'changed an employer',
    'add-application': 'added an application',
    'update-application': 'changed an application',
    'move-application': 'changed the stage',
    'set-tag': 'changed a tag',
    'record-promise': 'noted the decision date',
    'update-promise': 'changed the decision date',
    'add-step': 'chose a next step',
    'update-step': 'changed a next step',
    'add-interview': 'added an interview',
    'update-interview': 'changed an interview',
    'set-interviewer': 'changed the panel',
    tick: 'ticked the checklist',
    remember: 'noted something to remember',
    'add-person': 'added a person',
    'update-person': 'changed a person',
    'set-address': 'changed an address',
    'add-letter': 'began a letter',
    'update-letter': 'changed a letter',
    'mark-letter-sent': 'marked the letter as sent',
    'begin-shared-part': 'began what the letters share',
    'add-template': 'made a template',
    'update-template': 'changed a template',
    'log-interaction': 'logged a contact',
    'update-interaction': 'changed a contact',
    'add-reference': 'added a reference',
    'update-reference': 'changed a reference',
    'link-reference': 'linked a reference',
    'update-briefing': 'noted what a reference knows',
    decide: 'decided about a follow-up',
    'note-announcement': 'showed a reminder',
    'update-settings': 'changed the settings',
    'set-holiday': 'changed a day off',
    delete: 'deleted it',
    restore: 'brought it back',
    'import-search': 'brought in a file',
  } satisfies Record<CommandLabel, string>,

  letter: enLetterTemplates,
} as const;

export type Messages = Widened<typeof en>;

/** The shape of the catalogue with texts as any text, so that another language fits it. */
type Widened<T> = T extends string
  ? string
  : T extends (facts: infer Facts) => string
    ? (facts: Facts) => string
    : T extends readonly [infer First, ...(infer Rest)[]]
      ? readonly [Widened<First>, ...Widened<unknown extends Rest ? First : Rest>[]]
      : { readonly [K in keyof T]: Widened<T[K]> };
