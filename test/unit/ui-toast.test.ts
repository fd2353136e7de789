import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { createToasts, toastStay, type Toasts } from '#renderer/ui/toast.ts';

const texts = (toasts: Toasts): readonly string[] => toasts.inSight().map(({ text }) => text);

describe('toasts', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test('one stays at least eight seconds and then leaves', () => {
    const toasts = createToasts();
    toasts.show({ text: 'Saved' });
    vi.advanceTimersByTime(8000);
    expect(texts(toasts)).toEqual(['Saved']);
    vi.advanceTimersByTime(toastStay - 8000);
    expect(texts(toasts)).toEqual([]);
  });

  test('a pause holds it for as long as it lasts, and it gets its whole time again', () => {
    const toasts = createToasts();
    toasts.show({ text: 'Saved' });
    vi.advanceTimersByTime(toastStay - 1);
    toasts.pause();
    vi.advanceTimersByTime(toastStay * 10);
    expect(texts(toasts)).toEqual(['Saved']);
    toasts.resume();
    vi.advanceTimersByTime(toastStay - 1);
    expect(texts(toasts)).toEqual(['Saved']);
    vi.advanceTimersByTime(1);
    expect(texts(toasts)).toEqual([]);
  });

  test('one that comes during a pause waits for its end', () => {
    const toasts = createToasts();
    toasts.pause();
    toasts.show({ text: 'Saved' });
    vi.advanceTimersByTime(toastStay * 2);
    expect(texts(toasts)).toEqual(['Saved']);
  });

  test('resuming twice leaves nothing running that a pause would not hold', () => {
    const toasts = createToasts();
    toasts.show({ text: 'Saved' });
    toasts.resume();
    toasts.resume();
    toasts.pause();
    vi.advanceTimersByTime(toastStay * 2);
    expect(texts(toasts)).toEqual(['Saved']);
    toasts.resume();
    vi.advanceTimersByTime(toastStay);
    expect(texts(toasts)).toEqual([]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('three are in sight; a fourth waits and then has its whole time', () => {
    const toasts = createToasts();
    for (const text of ['one', 'two', 'three', 'four']) toasts.show({ text });
    expect(texts(toasts)).toEqual(['one', 'two', 'three']);
    vi.advanceTimersByTime(toastStay);
    expect(texts(toasts)).toEqual(['four']);
    vi.advanceTimersByTime(toastStay - 1);
    expect(texts(toasts)).toEqual(['four']);
    vi.advanceTimersByTime(1);
    expect(texts(toasts)).toEqual([]);
  });

  test('the answer of show takes exactly that one away, once', () => {
    const toasts = createToasts();
    const heard = vi.fn();
    toasts.show({ text: 'kept' });
    const dismiss = toasts.show({ text: 'gone' });
    toasts.subscribe(heard);
    dismiss();
    dismiss();
    expect(texts(toasts)).toEqual(['kept']);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  test('the list in sight is the same value until something changes, as React asks of a store', () => {
    const toasts = createToasts();
    toasts.show({ text: 'Saved' });
    expect(toasts.inSight()).toBe(toasts.inSight());
  });

  test('who unsubscribed hears nothing', () => {
    const toasts = createToasts();
    const heard = vi.fn();
    toasts.subscribe(heard)();
    toasts.show({ text: 'Saved' });
    expect(heard).not.toHaveBeenCalled();
  });
});
