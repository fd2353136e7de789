import { useSyncExternalStore } from 'react';
import type { AppState } from '#shared/contract.ts';
import { bridge } from '#renderer/bridge.ts';

/** What main says of saving, theme and the like; null until it has answered for the first time. */
export const useAppState = (): AppState | null => useSyncExternalStore(subscribe, appState);

export const appState = (): AppState | null => state;

/** Follows main's state for as long as the window lives. */
export const startAppState = async (): Promise<void> => {
  bridge.on.state(receive);
  const first = await bridge.state();
  // A push that came meanwhile is newer than the answer.
  if (state === null) receive(first);
};

export const subscribeToAppState = (listener: () => void): (() => void) => subscribe(listener);

let state: AppState | null = null;
const listeners = new Set<() => void>();

const receive = (next: AppState): void => {
  state = next;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
