import { bridge } from '#renderer/bridge.ts';
import type { ProsePlace } from '#shared/facts/facts.ts';
import { createTextSession, type TextSession } from './text-session.ts';

/** Sessions on show, and those whose last words are still on their way. */
const sessions = new Map<string, TextSession>();
const onShow = new Set<string>();

/** The one session of a place, so that an editor which comes back finds what it could not save. */
export const openProse = (place: ProsePlace): TextSession => {
  const key = keyOf(place);
  onShow.add(key);
  const known = sessions.get(key);
  if (known !== undefined) return known;
  const session = createTextSession({
    port: {
      read: () => bridge.readText({ place }),
      edit: ({ version, changes }) =>
        bridge.editText({
          place,
          version: [...version],
          changes: changes.map((part) => (typeof part === 'number' ? part : [...part])),
        }),
    },
    later: (run, ms) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    onSettled: () => {
      if (!onShow.has(key)) sessions.delete(key);
    },
  });
  sessions.set(key, session);
  return session;
};

/** The editor of a place is gone. What it could not save yet is kept and tried again. */
export const closeProse = (place: ProsePlace): void => {
  const key = keyOf(place);
  onShow.delete(key);
  const session = sessions.get(key);
  session?.detach();
  if (session?.isSettled() === true) sessions.delete(key);
};

/** Sends what is unsaved of a text. Answers whether main has everything; true where nobody edits it. */
export const flushProse = (place: ProsePlace): Promise<boolean> =>
  sessions.get(keyOf(place))?.flush() ?? Promise.resolve(true);

/** Sends what is unsaved of all texts, on losing the window. */
export const flushAllProse = (): void => {
  for (const session of sessions.values()) if (!session.isSettled()) void session.flush();
};

window.addEventListener('pagehide', flushAllProse);
window.addEventListener('blur', flushAllProse);

const keyOf = ({ table, id, field }: ProsePlace): string => `${table}/${id}/${field}`;
