import type { CommandInput } from '#shared/command.ts';
import type { Instant } from '#shared/facts/value.ts';
import type { FollowUpRow } from '#shared/rows.ts';

const hour = 3_600_000;

/**
 * Whether "Done" alone says enough. A contact or a letter is done by logging it, with medium and time: the reminder must
 * not log what it does not know, so it leads to the screen that asks.
 */
export const canBeDoneBlindly = (followUp: Pick<FollowUpRow, 'isContact' | 'kind'>): boolean =>
  !followUp.isContact && followUp.kind !== 'thank';

/** What a press of a reminder's button comes to at `at`: a command, or showing the follow-up. "Later" is in an hour. */
export const answerReminder = (
  followUp: FollowUpRow,
  action: 'done' | 'later' | 'open',
  at: Instant,
  newId: () => string,
): CommandInput | 'show' => {
  if (action === 'open' || followUp.state !== 'open') return 'show';
  if (action === 'later') {
    return {
      type: 'decide',
      record: { id: newId(), followUp: followUp.id, decision: 'snoozed', at, until: at + hour },
    };
  }
  if (!canBeDoneBlindly(followUp)) return 'show';
  return { type: 'decide', record: { id: newId(), followUp: followUp.id, decision: 'done', at } };
};
