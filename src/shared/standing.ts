import { isActive, type Application } from './facts/application.ts';
import type { ApplicationId, Instant } from './facts/value.ts';
import { isNow, phaseAt, type FollowUp } from './follow-up.ts';
import type { Hold } from './plan.ts';

/**
 * How one application stands at a moment (rules `expect-to-wait`, `follow-up-every-application`): over; something to do
 * now; right to wait until a day, because of what comes next or because the allowance is used up; or without a next step.
 */
export type Standing =
  | { readonly type: 'ended' }
  | { readonly type: 'now'; readonly followUps: readonly FollowUp[] }
  | { readonly type: 'waiting'; readonly until: Instant; readonly next: FollowUp | null; readonly hold: Hold | null }
  | { readonly type: 'without-next-step'; readonly choose: FollowUp | null };

/** `followUps` are those of this application, resolved ones included. */
export const standingAt = (
  application: Pick<Application, 'stage'>,
  followUps: readonly FollowUp[],
  hold: Hold | null,
  at: Instant,
): Standing => {
  const open = followUps.filter((followUp) => followUp.state === 'open' && phaseAt(followUp, at) !== 'over');
  const now = open.filter((followUp) => followUp.kind !== 'choose-next-step' && isNow(followUp, at));
  if (now.length > 0) return { type: 'now', followUps: now };
  if (!isActive(application.stage)) return { type: 'ended' };
  const next = open
    .filter((followUp) => phaseAt(followUp, at) === 'later')
    .reduce<FollowUp | null>(
      (first, one) => (first === null || one.window.from < first.window.from ? one : first),
      null,
    );
  const held = hold !== null && hold.until > at ? hold : null;
  // Only where nothing is proposed before the rest is over does the used-up allowance explain the waiting.
  if (held !== null && (next === null || next.window.from >= held.until)) {
    return { type: 'waiting', until: held.until, next, hold: held };
  }
  if (next !== null) return { type: 'waiting', until: next.window.from, next, hold: null };
  return { type: 'without-next-step', choose: open.find((followUp) => followUp.kind === 'choose-next-step') ?? null };
};

/** Applications with a next step or a reason to wait, of all that are going on. */
export interface Coverage {
  readonly covered: number;
  readonly active: number;
  readonly without: readonly ApplicationId[];
}

export const coverageOf = (
  standings: readonly {
    readonly application: ApplicationId;
    readonly stage: Application['stage'];
    readonly standing: Standing;
  }[],
): Coverage => {
  const active = standings.filter(({ stage }) => isActive(stage));
  const without = active.filter(({ standing }) => standing.type === 'without-next-step');
  return {
    covered: active.length - without.length,
    active: active.length,
    without: without.map(({ application }) => application),
  };
};
