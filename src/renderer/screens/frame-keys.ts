import { useEffect } from 'react';
import { go } from '#renderer/route.ts';
import { redo, undo } from '#renderer/submit.ts';

const goTo: Readonly<Record<string, string>> = { t: '/', a: '/applications', p: '/people', r: '/references' };
const patience = 1_500;

/**
 * Keys that work wherever nothing is being typed: Ctrl+Z (or Command+Z) and with Shift; and g followed by t, a, p or r
 * to go to Today, Applications, People or References.
 */
export const useFrameKeys = (): void => {
  useEffect(() => {
    let isGoing = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && !event.altKey && (key === 'z' || (key === 'y' && !event.shiftKey))) {
        event.preventDefault();
        if (key === 'y' || event.shiftKey) redo();
        else undo();
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isModal()) return;
      const place = isGoing ? goTo[key] : undefined;
      clearTimeout(timer);
      isGoing = place === undefined && key === 'g';
      if (isGoing) timer = setTimeout(() => (isGoing = false), patience);
      if (place !== undefined) {
        event.preventDefault();
        go(place);
      }
    };
    document.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
};

/** Whether keys go into a text: single keys then mean letters, and undo means the text's own. */
export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, [role="spinbutton"]') !== null);

/** Whether a dialog, a menu or a list floats above the page. */
export const isModal = (): boolean =>
  document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]') !== null;
