import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { windowFractions } from '#renderer/ui/window-fractions.ts';

describe('windowFractions', () => {
  test('a window that holds now fills the line', () => {
    expect(windowFractions({ from: 0, due: 24, until: 48, now: 12 })).toEqual({
      from: 0,
      due: 0.5,
      until: 1,
      now: 0.25,
    });
  });

  test('before the window the line begins at now', () => {
    const { from, until, now } = windowFractions({ from: 100, due: 150, until: 200, now: 90 });
    expect(now).toBe(0);
    expect(from).toBeCloseTo(10 / 110);
    expect(until).toBe(1);
  });

  test('after the window the line ends at now', () => {
    const { from, until, now } = windowFractions({ from: 100, due: 150, until: 200, now: 210 });
    expect(from).toBe(0);
    expect(until).toBeCloseTo(100 / 110);
    expect(now).toBe(1);
  });

  test('a moment months away leaves the window most of the line', () => {
    const { from, until, now } = windowFractions({ from: 0, due: 24, until: 48, now: 1e12 });
    expect(now).toBe(1);
    expect(until - from).toBeCloseTo(1 / 1.3);
  });

  test('a due moment outside its window is drawn at the nearer end', () => {
    expect(windowFractions({ from: 10, due: 5, until: 20, now: 10 }).due).toBe(0);
    expect(windowFractions({ from: 10, due: 25, until: 20, now: 10 }).due).toBe(1);
  });

  test('whatever the instants, the marks stay on the line and in their order', () => {
    const instant = fc.integer({ min: -8.64e15, max: 8.64e15 });
    fc.assert(
      fc.property(instant, instant, instant, instant, (from, due, until, now) => {
        const marks = windowFractions({ from, due, until, now });
        for (const mark of Object.values(marks)) {
          expect(mark).toBeGreaterThanOrEqual(0);
          expect(mark).toBeLessThanOrEqual(1);
        }
        expect(marks.from).toBeLessThanOrEqual(marks.due);
        expect(marks.due).toBeLessThanOrEqual(marks.until);
        expect(marks.until - marks.from).toBeGreaterThan(0.6);
      }),
    );
  });
});
