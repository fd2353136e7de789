import { z } from 'zod';
import { AnnouncementId, FollowUpId, Instant, RecordId, entityShape, line } from './value.ts';

/**
 * What the user decided about a follow-up. Decisions are added, never changed: the newest of done, let go and reopened
 * says whether it is open, the newest snooze says until when it rests, the newest pin fixes its date.
 */
export const FollowUpRecord = z.object({
  id: RecordId,
  ...entityShape,
  followUp: FollowUpId,
  decision: z.enum(['done', 'let-go', 'reopened', 'snoozed', 'pinned', 'unpinned']),
  at: Instant,
  /** Snoozed until, or pinned to; null for the other decisions. */
  until: Instant.nullable().default(null),
  reason: line(500).default(''),
});
export type FollowUpRecord = z.infer<typeof FollowUpRecord>;

/** That a follow-up's window was announced on one machine, so that no other announces it again (design law 2). */
export const Announcement = z.object({
  id: AnnouncementId,
  ...entityShape,
  followUp: FollowUpId,
  /** The window it was shown for: its due instant. A moved window may be announced again. */
  due: Instant,
  at: Instant,
  device: line(64),
});
export type Announcement = z.infer<typeof Announcement>;
