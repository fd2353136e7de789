import { expect, it } from 'vitest';
import {
  card,
  goTo,
  heading,
  openApp,
  rowsOf,
  send,
  startSearch,
  undoByToast,
  eventually,
} from '#support/app-pages.ts';
import { busySearch } from '#support/today-search.ts';

it('moves dates at once, gives reasons, and finds back to the defaults', async () => {
  const { window } = await openApp();
  await startSearch(window);
  await send(window, busySearch(Date.now()));
  const dana = card(window, 'Thank Dana Okafor');
  await dana.waitFor();
  expect(await dana.textContent()).not.toContain('now, until');

  await goTo(window, '/settings');
  await window.getByText('A day leaves time to think and still reaches them while they remember you.').waitFor();
  const hours = window.getByLabel('Best within, in hours after the interview').first();
  await hours.fill('zero');
  await window.getByText('A whole number from 1 to 1440.').waitFor();
  await hours.fill('12');
  await window.keyboard.press('Enter');
  const reset = window.getByRole('button', { name: 'Back to the default: Best within, in hours after the interview' });
  await reset.waitFor();

  // The interview ended 20 hours ago: best within 12 is past, and late only after 48.
  await goTo(window, '/');
  await eventually(() => dana.textContent()).toContain('now, until');

  await goTo(window, '/settings');
  await reset.click();
  await reset.waitFor({ state: 'detached' });
  expect(await hours.inputValue()).toBe('24');
  await goTo(window, '/');
  await eventually(() => dana.textContent()).not.toContain('now, until');
});

it('keeps days off, working days and the look', async () => {
  const app = await openApp();
  const { window } = app;
  await startSearch(window);
  await goTo(window, '/settings');
  await heading(window, 'Settings').waitFor();

  await window.getByRole('group', { name: 'Add a day off' }).getByRole('spinbutton').first().focus();
  await window.keyboard.type('24122031');
  await window.getByRole('button', { name: 'Add', exact: true }).click();
  await rowsOf(window, 'Days off').filter({ hasText: 'Wed 24 Dec 2031' }).waitFor();
  await undoByToast(window, /is a day off/);
  await window.getByText('None yet.').waitFor();

  await window.getByText('Saturday', { exact: true }).click();
  await eventually(() => window.getByRole('checkbox', { name: 'Saturday' }).isChecked()).toBe(true);

  await window.getByText('Dark', { exact: true }).click();
  await eventually(() => window.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
  await app.close();

  const again = await openApp({ userDataDir: app.folder });
  await goTo(again.window, '/settings');
  await eventually(() => again.window.getByRole('checkbox', { name: 'Saturday' }).isChecked()).toBe(true);
  expect(await again.window.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark');
});
