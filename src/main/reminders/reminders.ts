import type { CommandError, CommandInput } from '#shared/command.ts';
import type { Announcement } from '#shared/facts/follow-up-record.ts';
import type { Instant } from '#shared/facts/value.ts';
import type { Result } from '#shared/result.ts';
import type { FollowUpRow } from '#shared/rows.ts';
import { decide } from './decide.ts';

export interface Clock {
  readonly now: () => Instant;
  /** Calls back once after `ms`; the answer takes that back. */
  readonly after: (ms: number, callback: () => void) => () => void;
}

/** What shows reminders to the user. */
export interface Presenter {
  /** Whether a reminder shown now would be seen. Asked before one is noted as announced. */
  readonly isAvailable: () => Promise<boolean>;
  readonly show: (followUps: readonly FollowUpRow[], at: Instant) => Promise<'shown' | 'unavailable'>;
  /** Takes down what was shown for a follow-up, where it still stands. */
  readonly withdraw: (followUp: FollowUpRow) => Promise<void>;
}

export interface RemindersDeps {
  readonly clock: Clock;
  readonly outlook: () => Promise<{
    readonly followUps: readonly FollowUpRow[];
    readonly announcements: readonly Announcement[];
  }>;
  readonly submit: (command: CommandInput) => Promise<Result<unknown, CommandError>>;
  readonly presenter: Presenter;
  readonly newId: () => string;
  /** This computer's name, noted with each announcement. */
  readonly device: string;
  readonly onAvailability: (availability: 'working' | 'unavailable') => void;
  /** A bug, or the document is gone. The next evaluation happens all the same. */
  readonly onFailure: (cause: unknown) => void;
}

export interface Reminders {
  /** To be called when the document, the zone or anything else changed. One evaluation answers many calls. */
  readonly evaluate: () => void;
  /** No evaluation begins afterwards. */
  readonly stop: () => Promise<void>;
}

/** Sleep, clock changes and timers that were lost are noticed within this time. */
const longestWait = 15_000;

/**
 * Announces what `decide` names, at start and from then on.
 *
 * 1. The intent is durable before anything is shown: killed in between, a reminder is lost from the screen and stays in
 *    the window's list; it is never shown twice.
 * 2. Nothing is noted while nothing can be shown: it is announced once that works again.
 * 3. One evaluation at a time; whatever happens during one leads to another.
 * 4. What was shown is taken down when it was done, let go or put off elsewhere.
 */
export const startReminders = (deps: RemindersDeps): Reminders => {
  const { clock, presenter } = deps;
  const shown = new Map<string, FollowUpRow>();
  let stopped = false;
  let again = false;
  let running: Promise<void> | null = null;
  let cancelTimer = () => {};

  const announce = async (announced: readonly FollowUpRow[], at: Instant): Promise<void> => {
    const noted = await deps.submit({
      type: 'batch',
      commands: announced.map((row) => ({
        type: 'note-announcement',
        announcement: { id: deps.newId(), followUp: row.id, due: row.window.due, at, device: deps.device },
      })),
    });
    // Read-only or not saved: the window says so, and the next evaluation tries anew.
    if (!noted.ok) return;
    const outcome = await presenter.show(announced, at);
    deps.onAvailability(outcome === 'shown' ? 'working' : 'unavailable');
    for (const row of announced) shown.set(row.id, row);
  };

  const once = async (): Promise<Instant | null> => {
    const available = await presenter.isAvailable();
    deps.onAvailability(available ? 'working' : 'unavailable');
    const { followUps, announcements } = await deps.outlook();
    const at = clock.now();
    await withdrawSettled(shown, followUps, at, presenter);
    const { announce: announced, nextWakeAt } = decide(followUps, announcements, at);
    if (available && announced.length > 0 && !stopped) await announce(announced, at);
    return nextWakeAt;
  };

  const evaluate = (): void => {
    again = true;
    if (running !== null || stopped) return;
    running = (async () => {
      let nextWakeAt: Instant | null = null;
      while (again && !stopped) {
        again = false;
        try {
          nextWakeAt = await once();
        } catch (cause) {
          if (!stopped) deps.onFailure(cause);
        }
      }
      running = null;
      if (!stopped) schedule(nextWakeAt);
    })();
  };

  const schedule = (nextWakeAt: Instant | null): void => {
    cancelTimer();
    const wait = nextWakeAt === null ? longestWait : Math.min(longestWait, Math.max(0, nextWakeAt - clock.now()));
    cancelTimer = clock.after(wait, evaluate);
  };

  evaluate();
  return {
    evaluate,
    stop: async () => {
      stopped = true;
      cancelTimer();
      await running;
    },
  };
};

const withdrawSettled = async (
  shown: Map<string, FollowUpRow>,
  followUps: readonly FollowUpRow[],
  at: Instant,
  presenter: Presenter,
): Promise<void> => {
  const standing = new Set(
    followUps.filter((row) => row.state === 'open' && row.window.from <= at).map((row): string => row.id),
  );
  const settled = [...shown.values()].filter((row) => !standing.has(row.id));
  for (const row of settled) shown.delete(row.id);
  await Promise.all(settled.map((row) => presenter.withdraw(row)));
};
