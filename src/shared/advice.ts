import type { Settings } from './facts/settings.ts';

/**
 * The rules that the whole app carries out, as one table. `statement` is the advice in our words, `trigger` what makes
 * it apply, `window` when it is to be done, `reason` why its defaults are what they are. No default promises a result.
 */
interface Advice {
  readonly statement: string;
  readonly trigger: string;
  readonly window: string;
  readonly defaults: readonly (keyof Settings)[];
  readonly reason: string;
}

export const advice = {
  'ask-decision-date': {
    statement: 'Before you leave, ask when they expect to decide and how they will tell you.',
    trigger: 'An interview takes place.',
    window: 'Before you leave; when it is still open afterwards, the day after.',
    defaults: [],
    reason: 'Every later date hangs on this one, and it is easiest to ask in person.',
  },
  'follow-up-every-application': {
    statement: 'Following up is part of every application, however casual the job.',
    trigger: 'An application exists and is still going on.',
    window: 'Always: each one has a next step or a day until which waiting is right.',
    defaults: ['applicationCheckDays'],
    reason: 'Ten days is long enough for most employers to sort what they received and short enough to be remembered.',
  },
  'stay-proportional': {
    statement: 'Be keen, not desperate: whatever you send should be sensible and in proportion.',
    trigger: 'You are about to get in touch with an employer.',
    window: 'Counted from their last answer.',
    defaults: ['allowanceLimit', 'allowanceSpacingWorkingDays', 'allowanceRestDays'],
    reason: 'Two contacts of your own before an answer are comfortable for most people; a third reads as pressure.',
  },
  'know-your-interviewers': {
    statement: "Find out each interviewer's name and position; asking for a card is an easy way.",
    trigger: 'An interview has nobody listed.',
    window: 'By the end of the interview; until the letters are due at the latest.',
    defaults: ['thankYouLatestHours'],
    reason: 'A letter needs a name, and the names are still fresh.',
  },
  'thank-each-interviewer': {
    statement: 'Thank each interviewer in a letter of their own, whatever came of it.',
    trigger: 'An interview with somebody has ended.',
    window: 'From the end of the interview.',
    defaults: ['thankYouDueHours', 'thankYouLatestHours'],
    reason: 'Courtesy does not depend on the outcome, and people meet again.',
  },
  'individualise-letters': {
    statement: 'The letters to a panel may resemble each other, but each should say something of its own.',
    trigger: 'Several people interviewed you together.',
    window: 'While you write.',
    defaults: [],
    reason: 'Colleagues compare notes.',
  },
  'thank-within-two-days': {
    statement: 'A thank-you letter is best sent within about two days.',
    trigger: 'An interview with somebody has ended.',
    window: 'Due a day after the end, two days at the latest; a late one is still welcome.',
    defaults: ['thankYouDueHours', 'thankYouLatestHours'],
    reason: 'A day leaves time to think and still reaches them while they remember you.',
  },
  'appropriate-medium': {
    statement: 'Write by a means that suits; knowing a home address does not make it right to use it.',
    trigger: 'You choose how a letter goes out.',
    window: 'Before it is sent.',
    defaults: [],
    reason: 'The way the employer writes to you is the way they are used to.',
  },
  proofread: {
    statement: 'Read it through for spelling and grammar; written by hand or typed, it should be easy to read.',
    trigger: 'A letter is about to go out.',
    window: 'Before it is sent.',
    defaults: [],
    reason: 'A slip in a short letter is all that is seen.',
  },
  'appreciate-and-remind': {
    statement: 'Thank them for their time and remind them why you suit the job, without making it all about you.',
    trigger: 'You write to an interviewer.',
    window: 'While you write.',
    defaults: [],
    reason: 'One concrete strength is remembered; a list is not.',
  },
  'brief-your-references': {
    statement: 'Tell your references that a call may come, so that they can think about what to say.',
    trigger: 'An interview has ended and a reference linked to the application has not been told about it.',
    window: 'Within two days of the interview, five at the latest.',
    defaults: ['referenceDueHours', 'referenceLatestHours'],
    reason: 'References are often called soon after an interview, and nobody likes to be surprised.',
  },
  'keep-applying': {
    statement: 'Keep other applications going; do not count on the first job you interviewed for.',
    trigger: 'Everything hangs on one application.',
    window: 'The next working day.',
    defaults: [],
    reason: 'Waiting is easier with something else under way.',
  },
  'choose-the-better-offer': {
    statement: 'When more than one accepts you, choose the better.',
    trigger: 'An offer is open.',
    window: 'By their deadline.',
    defaults: [],
    reason: 'Your own criteria decide, written down before the pressure of a deadline.',
  },
  'call-within-a-fortnight': {
    statement: 'Call the interviewer within a fortnight to ask how things stand.',
    trigger: 'The last interview of an application has ended and nothing was heard.',
    window: 'Three working days after the date they gave; without one on day 10, day 14 at the latest.',
    defaults: ['progressCallDays', 'progressCallLatestDays', 'afterPromiseWorkingDays'],
    reason: 'Decisions slip by a few days; a fortnight without a word is a fair moment to ask.',
  },
  'do-not-nag': {
    statement: 'Do not call again and again for an answer.',
    trigger: 'You have been in touch and they have not answered yet.',
    window: 'Five working days between two contacts.',
    defaults: ['allowanceSpacingWorkingDays'],
    reason: 'A working week gives them a fair chance to answer.',
  },
  'build-rapport-on-the-call': {
    statement: 'Use the call to build rapport.',
    trigger: 'You call an interviewer.',
    window: 'During the call.',
    defaults: [],
    reason: 'People remember being remembered.',
  },
  'expect-to-wait': {
    statement: 'Do not expect a quick answer; many candidates make it slow.',
    trigger: 'Nothing sensible can be done for an application now.',
    window: 'Until the next step.',
    defaults: [],
    reason: 'Waiting is part of it, and knowing until when makes it easier.',
  },
  'never-criticise': {
    statement: 'Never criticise the people who interviewed you; it gets back to them.',
    trigger: 'Words are about to leave the app.',
    window: 'Before they do.',
    defaults: [],
    reason: 'Private thoughts stay private here.',
  },
  'do-not-burn-bridges': {
    statement: 'After a no, keep the connection: you may be reconsidered or meet again.',
    trigger: 'An application ended without an offer.',
    window: 'A reply within two days; a friendly word months later.',
    defaults: [],
    reason: 'A kind reply is rare enough to be remembered.',
  },
  'connect-afterwards': {
    statement: 'Ask whether they would like to stay connected.',
    trigger: 'An outcome is known.',
    window: 'Soon after, once.',
    defaults: [],
    reason: 'The people stay when the job does not.',
  },
  'do-not-give-up': {
    statement: 'Every application is experience for the next.',
    trigger: 'An interview has ended.',
    window: 'While it is fresh, and again before the next one.',
    defaults: [],
    reason: 'A lesson written down is there when it is needed.',
  },
} as const satisfies Record<string, Advice>;

export type AdviceId = keyof typeof advice;
export const adviceIds = Object.keys(advice) as readonly AdviceId[];
