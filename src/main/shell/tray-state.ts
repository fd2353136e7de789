import type { Instant } from '#shared/facts/value.ts';
import { enShell as texts } from '#shared/messages/en-shell.ts';
import type { FollowUpRow } from '#shared/rows.ts';
import { dueWords, titleOf, type Voice } from '#shared/words.ts';

/** All that the tray shows, as one value. */
export interface TrayState {
  readonly tooltip: string;
  /** The next follow-ups, each with the route that shows it. */
  readonly items: readonly { readonly label: string; readonly route: string }[];
}

/** Of the follow-ups to do next, in the order given. */
export const trayStateOf = (next: readonly FollowUpRow[], at: Instant, voice: Voice): TrayState => {
  const items = next.map((row) => ({
    label: texts.tray.item({ title: titleOf(row, voice), when: dueWords(row, at, voice) }),
    route: `/follow-up/${row.id}`,
  }));
  return { tooltip: texts.tray.tooltip({ next: items[0]?.label ?? texts.tray.nothingDue }), items };
};
