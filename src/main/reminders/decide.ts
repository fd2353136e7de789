import type { Announcement } from '#shared/facts/follow-up-record.ts';
import type { Instant } from '#shared/facts/value.ts';
import { isNow } from '#shared/follow-up.ts';
import type { FollowUpRow } from '#shared/rows.ts';

export interface Decision {
  /** What to announce now, the longest waiting first. */
  readonly announce: readonly FollowUpRow[];
  /** When the decision may be another one, if nothing else changes; null when it cannot. */
  readonly nextWakeAt: Instant | null;
}

/** Ids of what may announce; a note of one is enough for every machine (design law 2). */
type Noted = Pick<Announcement, 'followUp' | 'due' | 'at' | 'deletedAt'>;

const hour = 3_600_000;
const day = 24 * hour;

/** More than this at once is shown as one summary. */
export const mostAtOnce = 3;

/** What became due for attention longer ago is in the window's list, and does not pop up. */
const oldest = 30 * day;

/** How long before its due instant a thing that is no contact is announced. */
const notice = 8 * hour;

/**
 * Which follow-ups to announce at `now`.
 *
 * 1. Only open ones that are still worth showing; never `choose-next-step`, which waits quietly in the window.
 * 2. Not before the instant at which it asks for attention (`attentionAt`), and not when that was over 30 days ago.
 * 3. Once for a follow-up and its due instant. Putting it off asks for one more: an announcement from before the end
 *    of a snooze does not count.
 * 4. A pure function: what it names, once noted as announced at `now`, it never names again, at any later `now`.
 */
export const decide = (followUps: readonly FollowUpRow[], announcements: readonly Noted[], now: Instant): Decision => {
  const latest = latestNotes(announcements);
  const waiting = followUps
    .filter((row) => row.state === 'open' && row.kind !== 'choose-next-step')
    .filter((row) => (latest.get(noteKey(row.id, row.window.due)) ?? -1) < (row.snoozedUntil ?? 0))
    .map((row) => ({ row, at: attentionAt(row) }))
    .toSorted((a, b) => a.at - b.at || (a.row.id < b.row.id ? -1 : 1));
  return {
    announce: waiting.filter(({ row, at }) => at <= now && now - at <= oldest && isNow(row, now)).map(({ row }) => row),
    nextWakeAt: waiting.find(({ at }) => at > now)?.at ?? null,
  };
};

/**
 * Contacts and the two minutes after an interview as soon as they may be done, everything else 8 hours before it is due.
 * A snooze ends when the user said.
 */
export const attentionAt = (row: FollowUpRow): Instant => {
  const { from, due } = row.window;
  if (row.kind === 'debrief' || row.isContact || row.snoozedUntil === from) return from;
  return Math.max(from, due - notice);
};

/** The open follow-ups to do next, at most `count`: what may be done now first, by due instant. */
export const upcoming = (followUps: readonly FollowUpRow[], now: Instant, count: number): readonly FollowUpRow[] =>
  followUps
    .filter((row) => row.state === 'open' && row.kind !== 'choose-next-step')
    .filter(({ closesAt }) => closesAt === null || closesAt > now)
    .toSorted(
      (a, b) => Number(isNow(b, now)) - Number(isNow(a, now)) || a.window.due - b.window.due || (a.id < b.id ? -1 : 1),
    )
    .slice(0, count);

const latestNotes = (announcements: readonly Noted[]): ReadonlyMap<string, Instant> => {
  const latest = new Map<string, Instant>();
  for (const { followUp, due, at, deletedAt } of announcements) {
    if (deletedAt !== null) continue;
    const key = noteKey(followUp, due);
    latest.set(key, Math.max(at, latest.get(key) ?? 0));
  }
  return latest;
};

const noteKey = (followUp: string, due: Instant): string => `${followUp} ${due}`;
