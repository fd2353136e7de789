import { rm, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { card, openApp, send, startSearch, eventually } from '#support/app-pages.ts';
import { busySearch } from '#support/today-search.ts';

/** What Today lists, in order. */
const titles = (window: Page) => window.locator('[data-follow-up]').getByRole('heading').allTextContents();

const databases = (window: Page) => window.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));

it('comes back whole when its database is deleted while the window is open', async () => {
  const { window } = await openApp();
  await startSearch(window);
  await send(window, busySearch(Date.now()));
  await card(window, 'Thank Dana Okafor').waitFor();
  const before = await titles(window);
  expect(before).toHaveLength(6);

  await window.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const deleted = indexedDB.deleteDatabase('afterword-own');
        deleted.addEventListener('success', () => resolve());
        deleted.addEventListener('error', () => reject(new Error('not deleted')));
      }),
  );
  await eventually(() => databases(window)).toEqual(['afterword-own']);
  // The rows are new ones: what changes from now on is seen.
  await send(window, { type: 'update-employer', id: 'oakline', fields: { name: 'Oakline & Daughters' } });
  await card(window, 'Apply to Oakline & Daughters, or let it go').waitFor();
  await eventually(() => titles(window)).toEqual(
    before.map((title) => title.replace('Oakline', 'Oakline & Daughters')),
  );
});

it('comes back whole when its files were deleted, or damaged, between two runs', async () => {
  const app = await openApp();
  await startSearch(app.window);
  await send(app.window, busySearch(Date.now()));
  await card(app.window, 'Thank Dana Okafor').waitFor();
  const before = await titles(app.window);
  await app.close();

  const stored = join(app.folder, 'IndexedDB');
  await rm(stored, { recursive: true });
  const second = await openApp({ userDataDir: app.folder });
  await eventually(() => titles(second.window)).toEqual(before);
  await second.close();

  const damaged = (await readdir(stored, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  expect(damaged.length).toBeGreaterThan(0);
  for (const file of damaged) await writeFile(join(file.parentPath, file.name), 'no database');
  const third = await openApp({ userDataDir: app.folder });
  await eventually(() => titles(third.window)).toEqual(before);
});

it('paints the rows of last time, and then those that changed', async () => {
  const app = await openApp();
  await startSearch(app.window);
  await send(app.window, busySearch(Date.now()));
  await card(app.window, 'Thank Dana Okafor').waitFor();
  await app.close();

  const again = await openApp({ userDataDir: app.folder });
  await card(again.window, 'Thank Dana Okafor').waitFor();
  await send(again.window, { type: 'update-person', id: 'dana', fields: { name: 'Dana O. Okafor' } });
  await card(again.window, 'Thank Dana O. Okafor').waitFor();
});
