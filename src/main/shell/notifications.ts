import { electronNotifier } from './electron-notifier.ts';
import { freedesktopNotifier } from './freedesktop-notifier.ts';
import type { SessionBus } from './session-bus.ts';

export type NoticeAction = 'done' | 'later' | 'open';

/** One notification. A later one with the same key takes the place of an earlier one. */
export interface Notice {
  readonly key: string;
  readonly title: string;
  /** Plain text; lines are separated by `\n`. */
  readonly body: string;
  /** Buttons, where the system has them. A click on the notification itself is `open`. */
  readonly actions: readonly NoticeAction[];
}

/** How the system shows notifications. Nothing here blocks, whatever the system does. */
export interface Notifier {
  /** Whether somebody shows notifications at the moment. */
  readonly isAvailable: () => Promise<boolean>;
  readonly show: (notice: Notice) => Promise<'shown' | 'unavailable'>;
  /** Takes it down, where it still stands. */
  readonly close: (key: string) => Promise<void>;
}

/** The user answered a notification of this run. */
export type OnAction = (key: string, action: NoticeAction) => void;

/**
 * On Linux by D-Bus, since Electron's own call waits for a daemon that hangs and has no buttons there. Elsewhere
 * Electron's notifications, which no test has seen on macOS or Windows.
 */
export const createNotifier = (bus: SessionBus, onAction: OnAction): Notifier =>
  process.platform === 'linux' ? freedesktopNotifier(bus, onAction) : electronNotifier(onAction);
