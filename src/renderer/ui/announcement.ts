/** The newest announcement; `turn` tells two alike apart. */
interface Announcement {
  readonly text: string;
  readonly turn: number;
}

let newest: Announcement = { text: '', turn: 0 };
const listeners = new Set<() => void>();

/**
 * Says a short sentence to people who listen instead of looking: the result of an action that moves no focus. Said
 * politely, after what is being read. Needs a mounted `LiveRegion`.
 */
export const announce = (text: string): void => {
  newest = { text, turn: newest.turn + 1 };
  for (const listener of listeners) listener();
};

export const newestAnnouncement = (): Announcement => newest;

export const subscribeToAnnouncements = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
