import type { Instant } from '#shared/facts/value.ts';
import { enShell as texts } from '#shared/messages/en-shell.ts';
import type { FollowUpRow } from '#shared/rows.ts';
import { dueWords, placeOf, titleOf, type Voice } from '#shared/words.ts';
import type { Notice } from './notifications.ts';

/** The key of the notification that stands for several follow-ups. No follow-up has such an id. */
export const summaryKey = 'summary';

/** So many lines fit into what desktops show of a notification. */
const summaryLines = 4;

/** One notification for one follow-up. `withDone`: its button "Done" says enough. */
export const noticeOf = (row: FollowUpRow, withDone: boolean, at: Instant, voice: Voice): Notice => ({
  key: row.id,
  title: titleOf(row, voice),
  body: texts.notification.body({ place: placeOf(row, voice), when: dueWords(row, at, voice) }),
  actions: withDone ? ['done', 'later', 'open'] : ['later', 'open'],
});

/** One notification for many follow-ups: the first ones by name, the rest as a count. */
export const summaryOf = (rows: readonly FollowUpRow[], at: Instant, voice: Voice): Notice => {
  const lines = rows
    .slice(0, rows.length <= summaryLines ? summaryLines : summaryLines - 1)
    .map((row) => texts.notification.summaryLine({ title: titleOf(row, voice), when: dueWords(row, at, voice) }));
  const left = rows.length - lines.length;
  return {
    key: summaryKey,
    title: texts.notification.summaryTitle({ count: rows.length }),
    body: [...lines, ...(left === 0 ? [] : [texts.notification.andMore({ count: left })])].join('\n'),
    actions: ['open'],
  };
};
