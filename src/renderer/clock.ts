import { useSyncExternalStore } from 'react';
import type { Instant, Zone } from '#shared/facts/value.ts';

/** The present instant. The renderer's only reader of the clock (design law 3). */
export const now = (): Instant => Date.now();

/** The zone the user is in, in which days are counted. */
export const zoneNow = (): Zone => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** The present instant for what is drawn; it moves four times a minute, and whenever the window comes back or rows change. */
export const useNow = (): Instant => useSyncExternalStore(subscribe, shown, shown);

/** Moves what `useNow` shows to the present, so that a change made this second is not in the future of the screen. */
export const moveNow = (): void => {
  shownAt = now();
  for (const listener of listeners) listener();
};

const step = 15_000;
const listeners = new Set<() => void>();
let shownAt = now();
let timer: ReturnType<typeof setInterval> | undefined;

const shown = (): Instant => shownAt;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  if (listeners.size === 1) {
    timer = setInterval(moveNow, step);
    window.addEventListener('focus', moveNow);
    document.addEventListener('visibilitychange', moveNow);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    window.removeEventListener('focus', moveNow);
    document.removeEventListener('visibilitychange', moveNow);
  };
};
