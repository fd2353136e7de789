import { z } from 'zod';
import { enShell as texts } from '#shared/messages/en-shell.ts';
import type { Notice, NoticeAction, Notifier, OnAction } from './notifications.ts';
import { followName, type SessionBus } from './session-bus.ts';

const server = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
} as const;

const Capabilities = z.tuple([z.array(z.string())]);
const ShownId = z.tuple([z.int().min(1)]);
const ActionInvoked = z.tuple([z.int(), z.enum(['default', 'done', 'later', 'open'])]);
const Closed = z.tuple([z.int()], z.unknown());

const labels: Readonly<Record<NoticeAction, string>> = {
  done: texts.notification.done,
  later: texts.notification.later,
  open: texts.notification.open,
};

/** Desktop Notifications Specification 1.2, over the session bus. */
export const freedesktopNotifier = (bus: SessionBus, onAction: OnAction): Notifier => {
  // Ids are the server's, and mean nothing to the next one that takes its name.
  const ids = new Map<string, number>();

  const keyOf = (id: number): string | undefined => [...ids].find(([, known]) => known === id)?.[0];

  const capabilities = async (): Promise<readonly string[] | null> => {
    const answer = await bus.call({ ...server, member: 'GetCapabilities' });
    return answer.ok ? (Capabilities.safeParse(answer.value).data?.[0] ?? null) : null;
  };

  const close = async (key: string): Promise<void> => {
    const id = ids.get(key);
    if (id === undefined) return;
    ids.delete(key);
    // Where nobody answers, there is nothing left to take down.
    await bus.call({ ...server, member: 'CloseNotification', signature: 'u', body: [id] });
  };

  followName(bus, server.destination, () => ids.clear());
  bus.onSignal({ ...server, sender: server.destination, member: 'ActionInvoked' }, (body) => {
    const invoked = ActionInvoked.safeParse(body).data;
    const key = invoked === undefined ? undefined : keyOf(invoked[0]);
    if (invoked === undefined || key === undefined) return;
    // Not every server takes a notification down when its button was pressed.
    void close(key);
    onAction(key, invoked[1] === 'default' ? 'open' : invoked[1]);
  });
  bus.onSignal({ ...server, sender: server.destination, member: 'NotificationClosed' }, (body) => {
    const id = Closed.safeParse(body).data?.[0];
    const key = id === undefined ? undefined : keyOf(id);
    if (key !== undefined) ids.delete(key);
  });

  return {
    isAvailable: async () => (await capabilities()) !== null,
    show: async (notice) => {
      const can = await capabilities();
      if (can === null) return 'unavailable';
      const body = notifyBody(notice, can, ids.get(notice.key) ?? 0);
      const answer = await bus.call({ ...server, member: 'Notify', signature: 'susssasa{sv}i', body });
      const id = answer.ok ? ShownId.safeParse(answer.value).data?.[0] : undefined;
      if (id === undefined) return 'unavailable';
      ids.set(notice.key, id);
      return 'shown';
    },
    close,
  };
};

const notifyBody = (notice: Notice, can: readonly string[], replaces: number): readonly unknown[] => {
  const actions = can.includes('actions')
    ? [['default', labels.open], ...notice.actions.map((action) => [action, labels[action]])].flat()
    : [];
  const body = can.includes('body-markup') ? escapeMarkup(notice.body) : notice.body;
  const hints = [
    ['desktop-entry', ['s', 'afterword']],
    ['urgency', ['y', 1]],
  ];
  const serverDecidesHowLong = -1;
  return ['Afterword', replaces, '', notice.title, body, actions, hints, serverDecidesHowLong];
};

const escapeMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
