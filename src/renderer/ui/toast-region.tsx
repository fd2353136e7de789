import { X } from 'lucide-react';
import { useEffect, useRef, useSyncExternalStore } from 'react';

import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import { windowToasts, type Toast } from './toast.ts';
import styles from './toast-region.module.css';

export interface ToastRegionProps {
  /** The accessible name of the cross that takes a toast away. */
  readonly dismissLabel: string;
  /** The accessible name of the region; say the key too: "Messages, F6". */
  readonly label: string;
}

/**
 * Where toasts appear: read out politely, paused under the pointer, while focused and while the window is hidden. F6
 * goes to the newest, Escape takes the focused one away, and focus goes back to where it was. Mount it once.
 */
export const ToastRegion = ({ dismissLabel, label }: ToastRegionProps) => {
  const toasts = useSyncExternalStore(windowToasts.subscribe, windowToasts.inSight, windowToasts.inSight);
  const region = useRef<HTMLElement>(null);
  const cameFrom = useRef<HTMLElement | null>(null);
  const held = useRef({ focus: false, pointer: false, hidden: false });

  const hold = (reason: keyof typeof held.current, isHeld: boolean) => {
    held.current[reason] = isHeld;
    if (Object.values(held.current).some(Boolean)) windowToasts.pause();
    else windowToasts.resume();
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6') return;
      const buttons = region.current?.querySelectorAll<HTMLElement>('li:last-child button');
      if (buttons?.[0] === undefined) return;
      event.preventDefault();
      buttons[0].focus();
    };
    const onVisibility = () => hold('hidden', document.hidden);
    document.addEventListener('keydown', onKey);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      document.removeEventListener('keydown', onKey);
      document.removeEventListener('visibilitychange', onVisibility);
    };
  }, []);

  const leave = (toast: Toast) => {
    const hadFocus = region.current?.contains(document.activeElement) ?? false;
    windowToasts.dismiss(toast.id);
    // A removed element under pointer or focus sends no event of its own.
    hold('pointer', false);
    hold('focus', false);
    if (hadFocus && cameFrom.current?.isConnected === true) cameFrom.current.focus();
  };

  return (
    <section
      ref={region}
      aria-label={label}
      data-react-aria-top-layer="true"
      className={styles.region}
      onPointerEnter={() => hold('pointer', true)}
      onPointerLeave={() => hold('pointer', false)}
      onFocus={(event) => {
        const from = event.relatedTarget;
        if (from instanceof HTMLElement && !event.currentTarget.contains(from)) cameFrom.current = from;
        hold('focus', true);
      }}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) hold('focus', false);
      }}
    >
      <ol aria-live="polite" aria-relevant="additions" className={styles.list}>
        {toasts.map((toast) => (
          <li
            key={toast.id}
            className={styles.toast}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              leave(toast);
            }}
          >
            <span className={styles.text}>{toast.text}</span>
            {toast.action !== undefined && (
              <Button
                onPress={() => {
                  leave(toast);
                  toast.action?.onAction();
                }}
              >
                {toast.action.label}
              </Button>
            )}
            <IconButton icon={X} label={dismissLabel} onPress={() => leave(toast)} isTooltipHidden />
          </li>
        ))}
      </ol>
    </section>
  );
};
