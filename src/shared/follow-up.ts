import type { AdviceId } from './advice.ts';
import type { InterviewKind } from './facts/interview.ts';
import type {
  ApplicationId,
  Day,
  EmployerId,
  FollowUpId,
  Instant,
  InterviewId,
  PersonId,
  ReferenceId,
  StepId,
  Zone,
} from './facts/value.ts';

/** What there is to do. */
export type FollowUpKind =
  | 'before-you-leave'
  | 'debrief'
  | 'ask-decision-date'
  | 'find-interviewers'
  | 'thank'
  | 'call'
  | 'tell-reference'
  | 'apply'
  | 'ask-after-application'
  | 'own-step'
  | 'choose-next-step';

/** The event that a follow-up hangs on. `at` is its cause: no follow-up is due before it. */
export type Because =
  | { readonly type: 'interview-ended'; readonly at: Instant; readonly zone: Zone; readonly interview: InterviewKind }
  | { readonly type: 'interview-starts'; readonly at: Instant; readonly zone: Zone; readonly interview: InterviewKind }
  | { readonly type: 'nobody-listed'; readonly at: Instant; readonly zone: Zone; readonly interview: InterviewKind }
  | {
      readonly type: 'decision-date-unknown';
      readonly at: Instant;
      readonly zone: Zone;
      readonly interview: InterviewKind;
    }
  | { readonly type: 'decision-date-passed'; readonly at: Instant; readonly day: Day }
  | {
      readonly type: 'no-news-since-interview';
      readonly at: Instant;
      readonly zone: Zone;
      readonly interview: InterviewKind;
    }
  | { readonly type: 'no-news-since-answer'; readonly at: Instant }
  | { readonly type: 'applied'; readonly at: Instant }
  | { readonly type: 'saved'; readonly at: Instant }
  | { readonly type: 'offer-open'; readonly at: Instant }
  | { readonly type: 'chosen-by-you'; readonly at: Instant; readonly day: Day }
  | { readonly type: 'nothing-planned'; readonly at: Instant };

/** Instants: worth doing from, best done by, late after; `from <= due <= until`. */
export interface Window {
  readonly from: Instant;
  readonly due: Instant;
  readonly until: Instant;
}

/**
 * One thing to do for one person or application. Its id is a function of its cause, so that two machines derive the
 * same one (design law 2); nothing of it is stored.
 */
export interface FollowUp {
  readonly id: FollowUpId;
  /** The rule that asks for it, and further rules it carries out. */
  readonly rule: AdviceId;
  readonly alsoRules: readonly AdviceId[];
  readonly kind: FollowUpKind;
  readonly employer: EmployerId;
  readonly application: ApplicationId;
  readonly interview: InterviewId | null;
  readonly person: PersonId | null;
  readonly reference: ReferenceId | null;
  readonly step: StepId | null;
  readonly because: Because;
  readonly window: Window;
  /** When it is no longer worth showing; null while it always is. */
  readonly closesAt: Instant | null;
  /** Doing it is a contact that the allowance counts. */
  readonly isContact: boolean;
  /** The user fixed its date. */
  readonly pinned: boolean;
  readonly snoozedUntil: Instant | null;
  /** The cool-down after another contact moved its window. */
  readonly movedByCoolDown: boolean;
  readonly state: 'open' | 'done' | 'let-go';
  /** When it was done or let go. */
  readonly resolvedAt: Instant | null;
}

/**
 * Where `at` stands in a window. `later`: not yet worth doing. `open`: may be done. `due-soon`: due within a day.
 * `due`: best done now. `overdue`: late, and still worth doing. `over`: no longer shown.
 */
export type Phase = 'later' | 'open' | 'due-soon' | 'due' | 'overdue' | 'over';

const day = 86_400_000;

export const phaseAt = (followUp: Pick<FollowUp, 'window' | 'closesAt'>, at: Instant): Phase => {
  const { from, due, until } = followUp.window;
  if (followUp.closesAt !== null && at >= followUp.closesAt) return 'over';
  if (at < from) return 'later';
  if (at >= until) return 'overdue';
  if (at >= due) return 'due';
  return due - at <= day ? 'due-soon' : 'open';
};

/** Whether there is something to do about it at `at`. */
export const isNow = (followUp: Pick<FollowUp, 'window' | 'closesAt' | 'state'>, at: Instant): boolean => {
  const phase = phaseAt(followUp, at);
  return followUp.state === 'open' && phase !== 'later' && phase !== 'over';
};
