import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

// WCAG 2.2: 1.4.3 asks 4.5:1 of text, 1.4.11 asks 3:1 of what makes a control or its focus visible.
const text = 4.5;
const control = 3;

const tones = ['sage', 'ochre', 'clay'];
const grounds = ['paper', 'surface', 'sunk', 'hover'];
const softGrounds = tones.map((tone) => `${tone}-soft`);

/** Every pair that is drawn anywhere: what is written or drawn, the grounds it stands on, the ratio it needs. */
const pairs: readonly { readonly on: readonly string[]; readonly draws: string; readonly needs: number }[] = [
  { draws: 'ink', on: [...grounds, ...softGrounds, 'teal-soft', 'mark'], needs: text },
  { draws: 'ink-2', on: [...grounds, ...softGrounds, 'teal-soft'], needs: text },
  { draws: 'teal', on: [...grounds, 'teal-soft'], needs: text },
  { draws: 'on-teal', on: ['teal', 'teal-strong'], needs: text },
  ...tones.map((tone) => ({ draws: tone, on: [...grounds, `${tone}-soft`], needs: text })),
  { draws: 'edge', on: [...grounds, ...softGrounds], needs: control },
  { draws: 'focus', on: [...grounds, ...softGrounds, 'teal-soft'], needs: control },
  // A checked box, a chosen day, a filled line against what they stand on.
  { draws: 'teal', on: grounds, needs: control },
  // The pin for now crosses both halves of a window bar.
  { draws: 'ink', on: ['sage-soft', 'ochre-soft'], needs: control },
];

const css = readFileSync(new URL('../../src/renderer/styles/tokens.css', import.meta.url), 'utf8');
const colours = new Map(
  [...css.matchAll(/--([\w-]+):\s*light-dark\(\s*(#[0-9a-f]{6})\s*,\s*(#[0-9a-f]{6})\s*\);/gi)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
);

const colour = (name: string, theme: 'light' | 'dark'): string => {
  const found = colours.get(name);
  if (found === undefined) throw new Error(`tokens.css has no colour --${name} in both themes`);
  return found[theme];
};

/** Relative luminance as WCAG defines it, 0 to 1, of '#rrggbb'. */
const luminance = (hex: string): number => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

test('the measure itself knows the two ends and a known middle', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#ffffff', '#ffffff')).toBe(1);
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2);
});

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  for (const { draws, on, needs } of pairs) {
    test.each([...on])(`${draws} on %s has at least ${needs}:1`, (ground) => {
      expect(contrast(colour(draws, theme), colour(ground, theme))).toBeGreaterThanOrEqual(needs);
    });
  }
});

test('every colour of tokens.css is measured, but for lines that only separate', () => {
  const measured = new Set(pairs.flatMap(({ draws, on }) => [draws, ...on]));
  expect([...colours.keys()].filter((name) => !measured.has(name))).toEqual(['line']);
});

test('in forced colours every colour token is one of the system', () => {
  const forced = css.slice(css.indexOf('forced-colors: active'));
  const replaced = [...forced.matchAll(/--([\w-]+):\s*([A-Z][A-Za-z]+|transparent);/g)].map(([, name]) => name);
  expect([...colours.keys()].filter((name) => !replaced.includes(name))).toEqual([]);
});
