import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { LetterId } from '#shared/facts/value.ts';
import { card, eventually, goTo, heading, openApp, routeOf, undoByToast } from '#support/app-pages.ts';
import { beginInterview } from '#support/application-pages.ts';
import { freshUserData, type RunningApp } from '#support/electron.ts';

it('names the gaps, marks the letter as sent, ends its follow-up, and brings both back on undo', async () => {
  const { window } = await openApp();
  const { interview } = await beginInterview(window);
  await openLetter(window, interview, 'Tom Vance');

  await window.getByRole('button', { name: 'Mark as sent' }).click();
  const asked = window.getByRole('dialog', { name: 'Mark the letter to Tom Vance as sent' });
  await asked.getByText('One gap is still to be filled in:').waitFor();
  await asked.getByText('something that this person said or asked, and what you thought of it').waitFor();
  await asked.getByRole('button', { name: 'Go back and fill them in' }).click();

  await writeAnew(window, 'Tom Vance', 'Dear Tom,\n\nthank you for showing me the workshop.\n\nRobin');
  await window.getByRole('button', { name: 'Mark as sent' }).click();
  await window.getByRole('button', { name: 'I have sent it' }).click();
  await window.getByText('You have sent this letter').waitFor();
  expect(await letterText(window, 'Tom Vance')).toContain('showing me the workshop.');
  expect(await editor(window, 'Tom Vance').getAttribute('aria-readonly')).toBe('true');

  await goTo(window, '/');
  await card(window, 'Thank Priya Raman').waitFor();
  expect(await card(window, 'Thank Tom Vance').count()).toBe(0);
  await undoByToast(window, 'Marked the letter to Tom Vance as sent.');
  await card(window, 'Thank Tom Vance').waitFor();
  await openLetter(window, interview, 'Tom Vance', 'Go on writing to Tom Vance');
  await eventually(() => editor(window, 'Tom Vance').getAttribute('aria-readonly')).not.toBe('true');
  expect(await letterText(window, 'Tom Vance')).toContain('showing me the workshop.');
});

it.each([
  [
    'its window is closed',
    async ({ app }: RunningApp) => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
  ],
  ['the app is quit', async ({ app }: RunningApp) => app.evaluate(({ app: running }) => running.quit())],
])('keeps what was typed when %s right after', async (_case, leave) => {
  const data = await freshUserData();
  const first = await openApp({ userDataDir: data.folder });
  const { interview } = await beginInterview(first.window);
  await openLetter(first.window, interview, 'Dana Okafor');
  const route = await routeOf(first.window);
  await editor(first.window, 'Dana Okafor').click();
  await first.window.keyboard.press('Control+End');
  await first.window.keyboard.type(' and thank you again');
  await leave(first);
  await eventually(() => first.app.windows().length).toBe(0);
  await first.close();

  const second = await openApp({ userDataDir: data.folder });
  await heading(second.window, /^\w+day \d/).waitFor();
  await goTo(second.window, route);
  await heading(second.window, 'To Dana Okafor').waitFor();
  await eventually(() => letterText(second.window, 'Dana Okafor')).toContain('and thank you again');
  await second.close();
  await data.remove();
});

it('merges what arrives from elsewhere while one types, and the cursor stays where it is', async () => {
  const { window } = await openApp();
  const { interview } = await beginInterview(window);
  await openLetter(window, interview, 'Dana Okafor');
  const id = LetterId.parse((await routeOf(window)).split('/').at(-1));
  const before = await letterText(window, 'Dana Okafor');
  await editor(window, 'Dana Okafor').click();
  await window.keyboard.press('Control+End');
  for (const word of ['one', 'two', 'three', 'four']) {
    await window.keyboard.type(` ${word}`);
    await writeElsewhere(window, id, `${word} elsewhere. `);
  }
  await eventually(() => letterText(window, 'Dana Okafor')).toContain('four elsewhere.');
  await window.keyboard.type('!');
  const text = await letterText(window, 'Dana Okafor');
  expect(text).toBe(`four elsewhere. three elsewhere. two elsewhere. one elsewhere. ${before} one two three four!`);
});

const editor = (window: Page, name: string) => window.getByRole('textbox', { name: `Letter to ${name}` });

/** The editor's text; an empty line in it holds a line break of its own. */
const letterText = (window: Page, name: string): Promise<string> =>
  editor(window, name).evaluate((node) =>
    [...node.querySelectorAll('.cm-line')].map((one) => one.textContent).join('\n'),
  );

const openLetter = async (window: Page, interview: string, name: string, button = `Start the letter to ${name}`) => {
  await goTo(window, `/interview/${interview}`);
  await window.getByRole('button', { name: button }).click();
  await heading(window, `To ${name}`).waitFor();
  await eventually(() => editor(window, name).getAttribute('aria-readonly')).not.toBe('true');
};

const writeAnew = async (window: Page, name: string, text: string): Promise<void> => {
  await editor(window, name).click();
  await window.keyboard.press('Control+A');
  await window.keyboard.insertText(text);
};

/** As another machine's merge would: changes the text in the document, past this editor. */
const writeElsewhere = (page: Page, id: LetterId, words: string): Promise<void> =>
  page.evaluate(
    async ([letter, inserted]) => {
      const place = { table: 'letters', id: letter, field: 'body' } as const;
      const read = await window.afterword.readText({ place });
      if (!read.ok) throw new Error(read.error.type);
      const { text, version } = read.value;
      const changes: [[number, string], number] = [[0, inserted], text.length];
      const edited = await window.afterword.editText({ place, version: [...version], changes });
      if (!edited.ok) throw new Error(edited.error.type);
    },
    [id, words] as const,
  );
