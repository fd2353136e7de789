import type { Page } from 'playwright';
import { expect, it, onTestFinished } from 'vitest';
import { addDays, dayOf } from '#shared/calendar.ts';
import { openDesktop } from '#support/desktop.ts';
import { freshUserData } from '#support/electron.ts';
import { card, dialog, focusCard, goTo, heading, openApp, rowsOf, startSearch } from '#support/app-pages.ts';
import { choose, typeDay } from '#support/application-pages.ts';

// The main job from the first screen to the last, by what a person sees and presses; nothing is sent past the screens.

const patience = { timeout: 60_000, interval: 200 };

it('an interview becomes letters, a notification and a quiet Today, and survives a restart and a kill', async () => {
  const data = await freshUserData();
  onTestFinished(() => data.remove());
  const desktop = await openDesktop();
  onTestFinished(() => desktop.close());
  const dunst = await desktop.startDunst();
  const launch = () => openApp({ userDataDir: data.folder, env: desktop.env });

  // The first screen, an application, and the interview of two days ago.
  const first = await launch();
  await startSearch(first.window, 'Robin Ashe');
  await first.window.getByRole('link', { name: /^Applications/ }).click();
  await addApplication(first.window, 'Brightwater', 'Product designer');
  await rowsOf(first.window, 'Applications').first().click();
  await heading(first.window, /Brightwater/).waitFor();
  await first.window.getByRole('button', { name: 'Add an interview' }).click();
  await choose(first.window, 'Kind', 'With a panel');
  await typeDay(first.window, 'Day', addDays(dayOf(Date.now(), 'UTC'), -2));
  await first.window.getByRole('button', { name: 'Add the interview' }).click();
  await heading(first.window, 'Panel interview at Brightwater').waitFor();

  // The panel and the debrief.
  await addToPanel(first.window, 'Dana Okafor');
  await addToPanel(first.window, 'Tom Vance');
  await first.window
    .getByLabel('What will you remember of Dana Okafor?')
    .fill('the tide map was drawn with the pilots');
  await first.window.keyboard.press('Enter');
  await first.window.getByLabel('What will you remember of Tom Vance?').fill('he keeps every sketch');
  await first.window.keyboard.press('Enter');
  await first.window.getByRole('button', { name: 'That is all' }).click();
  await first.window.getByText('Read or change your notes').waitFor();

  // Both are to be thanked, late by now, which the desktop says once, with the reason in the window.
  await expect.poll(() => dunst.displayed(), patience).toBeGreaterThan(0);
  const announced = [...(await dunst.titles())];
  expect(announced).toEqual(expect.arrayContaining(['Thank Dana Okafor', 'Thank Tom Vance']));
  await first.window.getByRole('link', { name: /^Today/ }).click();
  const thankDana = await focusCard(first.window, 'Thank Dana Okafor');
  await thankDana.getByText('Because the panel interview ended on', { exact: false }).waitFor();

  // Dana's letter, from what was noted, is sent.
  await thankDana.getByRole('button', { name: 'Write the letter' }).click();
  await heading(first.window, 'To Dana Okafor').waitFor();
  await expect.poll(() => editorText(first.window, 'Dana Okafor')).toContain('the tide map was drawn with the pilots');
  await replace(first.window, 'Dana Okafor', 'Dear Dana,\n\nthank you for the tide map.\n\nRobin');
  await first.window.getByRole('button', { name: 'Mark as sent' }).click();
  await first.window.getByRole('button', { name: 'I have sent it' }).click();
  await first.window.getByText('You have sent this letter').waitFor();
  await first.window.getByRole('link', { name: /^Today/ }).click();
  await card(first.window, 'Thank Tom Vance').waitFor();
  expect(await card(first.window, 'Thank Dana Okafor').count()).toBe(0);
  await first.close();

  // After a restart everything is there, and nothing is announced again.
  const second = await launch();
  await card(second.window, 'Thank Tom Vance').waitFor();
  expect(await card(second.window, 'Thank Dana Okafor').count()).toBe(0);
  await (await focusCard(second.window, 'Thank Tom Vance')).getByRole('button', { name: 'Write the letter' }).click();
  await heading(second.window, 'To Tom Vance').waitFor();
  await replace(second.window, 'Tom Vance', 'Dear Tom,\n\nhow good to see those sketches.');
  await second.window.getByText('Saved on this computer.', { exact: true }).first().waitFor();
  await expect.poll(() => savedText(second.window)).toContain('how good to see those sketches.');
  await second.kill();

  // After a kill too.
  const third = await launch();
  await goTo(third.window, '/');
  await (await focusCard(third.window, 'Thank Tom Vance')).getByRole('button', { name: 'Write the letter' }).click();
  await heading(third.window, 'To Tom Vance').waitFor();
  await expect.poll(() => editorText(third.window, 'Tom Vance')).toContain('how good to see those sketches.');
  expect(await dunst.titles()).toEqual(announced);
  await third.close();
});

const addApplication = async (window: Page, employer: string, role: string): Promise<void> => {
  await window.getByRole('button', { name: 'Add an application' }).first().click();
  const form = dialog(window, 'Add an application');
  await form.getByRole('combobox', { name: 'Employer' }).fill(employer);
  await form.getByLabel('Role').click();
  await form.getByLabel('Role').fill(role);
  await window.keyboard.press('Enter');
  await form.waitFor({ state: 'detached' });
};

const addToPanel = async (window: Page, name: string): Promise<void> => {
  const form = window.getByRole('form', { name: 'Add somebody' });
  await form.getByRole('combobox', { name: 'Name' }).fill(name);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await window.getByRole('row', { name }).waitFor();
};

const editor = (window: Page, name: string) => window.getByRole('textbox', { name: `Letter to ${name}` });

const editorText = (window: Page, name: string): Promise<string> => editor(window, name).innerText();

const replace = async (window: Page, name: string, text: string): Promise<void> => {
  await expect.poll(() => editor(window, name).getAttribute('aria-readonly')).not.toBe('true');
  await editor(window, name).click();
  await window.keyboard.press('Control+A');
  await window.keyboard.insertText(text);
};

/** What the document holds of the letter on screen. */
const savedText = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const id = window.location.hash.split('/').at(-1) ?? '';
    const rows = await window.afterword.rows({ heads: null, rowsVersion: 0 });
    const letter = rows.puts.find(({ table, row }) => table === 'letters' && row.id === id);
    return letter !== undefined && 'body' in letter.row ? letter.row.body : '';
  });
