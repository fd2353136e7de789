import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import {
  dialog,
  goTo,
  heading,
  openApp,
  routeOf,
  rowsOf,
  startSearch,
  undoByToast,
  eventually,
} from '#support/app-pages.ts';

const add = async (window: Page, employer: string, role: string): Promise<void> => {
  await window.getByRole('button', { name: 'Add an application' }).first().click();
  const form = dialog(window, 'Add an application');
  await form.getByRole('combobox', { name: 'Employer' }).fill(employer);
  await form.getByRole('textbox', { name: 'Role' }).click();
  await form.getByRole('textbox', { name: 'Role' }).fill(role);
  await window.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
};

const employers = async (page: Page): Promise<readonly string[]> => {
  const rows = await page.evaluate(() => window.afterword.rows({ heads: null, rowsVersion: 0 }));
  return rows.puts
    .flatMap(({ table, row }) => (table === 'employers' && 'name' in row ? [row.name] : []))
    .toSorted((a, b) => (a < b ? -1 : 1));
};

it('adds applications, finds them, and leads to them by keys', async () => {
  const { window } = await openApp();
  await startSearch(window);
  await goTo(window, '/applications');
  await window.getByText('No application yet').waitFor();

  await add(window, 'Brightwater', 'Product designer');
  await rowsOf(window, 'Applications').filter({ hasText: 'Product designer' }).waitFor();
  await add(window, ' brightWATER', 'Researcher');
  await rowsOf(window, 'Applications').filter({ hasText: 'Researcher' }).waitFor();
  await add(window, 'Oakline', 'Wayfinding designer');
  await eventually(() => rowsOf(window, 'Applications').count()).toBe(3);
  // The allowance counts per employer, so the same one must not be there twice.
  expect(await employers(window)).toEqual(['Brightwater', 'Oakline']);

  await window.keyboard.press('/');
  await window.keyboard.type('oak way');
  await eventually(() => rowsOf(window, 'Applications').count()).toBe(1);
  await window.keyboard.press('Escape');
  await eventually(() => rowsOf(window, 'Applications').count()).toBe(3);
  await window.getByText('Ended', { exact: true }).click();
  await window.getByText('Nothing has ended yet.').waitFor();
  await window.getByText('Going on', { exact: true }).click();

  await rowsOf(window, 'Applications').first().focus();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Enter');
  await eventually(() => routeOf(window)).toMatch(/^\/application\/./);

  await goTo(window, '/applications');
  await rowsOf(window, 'Applications').first().waitFor();
  await add(window, 'Kestrel', 'Illustrator');
  await undoByToast(window, 'Added Kestrel, Illustrator.');
  await eventually(() => rowsOf(window, 'Applications').count()).toBe(3);
  expect(await employers(window)).toEqual(['Brightwater', 'Oakline']);
});

it('opens adding at its own address, says what is missing, and closes by Escape', async () => {
  const { window } = await openApp();
  await startSearch(window);
  await goTo(window, '/applications?add');
  await dialog(window, 'Add an application').getByRole('button', { name: 'Add it' }).click();
  await window.getByText('Who is the employer?').waitFor();
  await window.getByText('What is the role?').waitFor();
  await window.keyboard.press('Escape');
  await dialog(window, 'Add an application').waitFor({ state: 'detached' });
  await heading(window, 'Applications').waitFor();
});
