import type { Locator, Page } from 'playwright';
import { expect, onTestFinished, type ExpectStatic } from 'vitest';
import { freshUserData, launchApp, type LaunchOptions, type RunningApp } from './electron.ts';
import type { CommandInput } from '#shared/command.ts';
import type { Bridge } from '#shared/contract.ts';

declare global {
  interface Window {
    readonly afterword: Bridge;
  }
}

/** The app's pages as a person works them, shared by the journeys. Everything waits for what it needs. */

export interface OpenApp extends RunningApp {
  readonly folder: string;
}

/** Starts the app on a folder of its own, or on `userDataDir`; it ends with the test, or by `close`. */
export const openApp = async (options: Partial<LaunchOptions> = {}): Promise<OpenApp> => {
  const { app, remove } = await openAppUntil(options);
  onTestFinished(remove);
  return app;
};

/** The same for a group of tests, which calls `remove` when it is done. */
export const openAppUntil = async (
  options: Partial<LaunchOptions> = {},
): Promise<{ readonly app: OpenApp; readonly remove: () => Promise<void> }> => {
  const data = options.userDataDir === undefined ? await freshUserData() : null;
  const userDataDir = options.userDataDir ?? data?.folder ?? '';
  const running = await launchApp({ ...options, userDataDir });
  let isClosed = false;
  const close = async () => {
    isClosed = true;
    await running.close();
  };
  return {
    app: { ...running, close, folder: userDataDir },
    remove: async () => {
      if (!isClosed) await running.kill();
      await data?.remove();
    },
  };
};

/** Answers the first window's question: begins an own search. */
export const startSearch = async (page: Page, name = ''): Promise<void> => {
  const field = page.getByLabel('Your name, as you sign letters');
  await field.fill(name);
  await page.getByRole('button', { name: 'Start my search' }).click();
  await heading(page, /^\w+day \d/).waitFor();
};

/** Sends a command as the screens do; it must not be refused. */
export const send = async (page: Page, command: CommandInput): Promise<void> => {
  const result = await page.evaluate((sent) => window.afterword.submit(sent), command);
  expect(result).toMatchObject({ ok: true });
};

/** Shows a place: `/letter/<id>`. */
export const goTo = async (page: Page, route: string): Promise<void> => {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, route);
};

/** The address shown, without `#`. */
export const routeOf = (page: Page): Promise<string> => page.evaluate(() => window.location.hash.slice(1));

/** The page's one heading. */
export const heading = (page: Page, name: string | RegExp): Locator => page.getByRole('heading', { level: 1, name });

/** A follow-up's card, by its title. */
export const card = (page: Page, title: string): Locator => page.getByRole('group', { name: title, exact: true });

/** Opens a card as the keyboard does. */
export const focusCard = async (page: Page, title: string): Promise<Locator> => {
  const found = card(page, title);
  await found.focus();
  await found.getByRole('button', { name: 'Let it go' }).waitFor();
  return found;
};

export const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });

/** The rows of a list, by the list's name. */
export const rowsOf = (page: Page, list: string): Locator =>
  page.getByRole('grid', { name: list, exact: true }).getByRole('row');

/** The newest toast that says this. */
export const toast = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('region', { name: 'Messages, F6' }).getByRole('listitem').filter({ hasText: text }).last();

/** Presses Undo on the toast that says `text`. */
export const undoByToast = async (page: Page, text: string | RegExp): Promise<void> => {
  await toast(page, text).getByRole('button', { name: 'Undo' }).click();
};

/** Asks again and again until the answer is the expected one, or it has taken too long even for a busy machine. */
export const eventually: ExpectStatic['poll'] = (ask, options) => expect.poll(ask, { timeout: 20_000, ...options });
