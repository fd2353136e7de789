import { Notification } from 'electron';
import { enShell as texts } from '#shared/messages/en-shell.ts';
import type { NoticeAction, Notifier, OnAction } from './notifications.ts';

const labels: Readonly<Record<NoticeAction, string>> = {
  done: texts.notification.done,
  later: texts.notification.later,
  open: texts.notification.open,
};

/** A system that neither shows nor refuses a notification in this time is taken as not showing it. */
const patienceMs = 3_000;

/** Electron's notifications, for macOS and Windows. Untested there. */
export const electronNotifier = (onAction: OnAction): Notifier => {
  // Without a reference a notification is collected, and its click is lost.
  const standing = new Map<string, Notification>();

  return {
    isAvailable: async () => Notification.isSupported(),
    show: (notice) =>
      new Promise((resolve) => {
        standing.get(notice.key)?.close();
        const notification = new Notification({
          title: notice.title,
          body: notice.body,
          actions: notice.actions.map((action) => ({ type: 'button', text: labels[action] })),
        });
        const timer = setTimeout(() => resolve('unavailable'), patienceMs);
        const finish = (outcome: 'shown' | 'unavailable') => {
          clearTimeout(timer);
          resolve(outcome);
        };
        notification.on('show', () => finish('shown'));
        notification.on('failed', () => finish('unavailable'));
        notification.on('click', () => onAction(notice.key, 'open'));
        notification.on('action', (_event, index) => {
          const action = notice.actions[index];
          if (action !== undefined) onAction(notice.key, action);
        });
        notification.on('close', () => {
          if (standing.get(notice.key) === notification) standing.delete(notice.key);
        });
        standing.set(notice.key, notification);
        notification.show();
      }),
    close: async (key) => {
      standing.get(key)?.close();
      standing.delete(key);
    },
  };
};
