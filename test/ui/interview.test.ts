import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { addDays, dayOf } from '#shared/calendar.ts';
import { eventually, goTo, heading, openApp, rowsOf, undoByToast } from '#support/app-pages.ts';
import { beginApplication, beginInterview, choose, typeDay, yesterday } from '#support/application-pages.ts';

it('leads from an interview with a panel of three over the debrief to three letters, none the same', async () => {
  const { window } = await openApp();
  const { application } = await beginApplication(window);

  await goTo(window, `/application/${application}`);
  await window.getByRole('button', { name: 'Add an interview' }).click();
  await choose(window, 'Kind', 'With a panel');
  await typeDay(window, 'Day', yesterday());
  await window.getByRole('button', { name: 'Add the interview' }).click();
  await heading(window, 'Panel interview at Brightwater').waitFor();

  await addToPanel(window, 'Dana Okafor', 'Head of design', 'dana@brightwater.example');
  await addToPanel(window, 'Priya Raman', 'Product lead', '');
  await addToPanel(window, 'Tom Vance', '', '');
  await eventually(() => rowsOf(window, 'Who you talked to').count()).toBe(3);

  await window.getByLabel('What will you remember of Dana Okafor?').fill('the tide map was drawn with the pilots');
  await window.keyboard.press('Enter');
  await window.getByLabel('Fact 2 about Dana Okafor').fill('she asked how I hand work over');
  await window.getByLabel('What will you remember of Priya Raman?').fill('her roadmap has room for research');
  await window.getByLabel('Salary').fill('52,000');
  await typeDay(window, 'They decide by', addDays(dayOf(Date.now(), 'UTC'), 5));
  await window.getByRole('button', { name: 'Note the date' }).click();
  await window.getByText('They decide by', { exact: false }).first().waitFor();
  await window.getByRole('button', { name: 'That is all' }).click();
  // The letters move to the top now; a click before that would miss its button.
  await window.getByText('Read or change your notes').waitFor();

  const texts: Record<string, string> = {};
  for (const name of ['Dana Okafor', 'Priya Raman', 'Tom Vance']) {
    await window.getByRole('button', { name: `Start the letter to ${name}` }).click();
    await heading(window, `To ${name}`).waitFor();
    texts[name] = await window.getByRole('textbox', { name: `Letter to ${name}` }).innerText();
    await window.getByRole('link', { name: 'Interview at Brightwater' }).click();
    await window.getByRole('button', { name: `Go on writing to ${name}` }).waitFor();
  }
  expect(texts['Dana Okafor']).toContain('the tide map was drawn with the pilots');
  expect(texts['Dana Okafor']).toContain('she asked how I hand work over');
  expect(texts['Priya Raman']).toContain('her roadmap has room for research');
  expect(texts['Tom Vance']).toContain('[something that this person said or asked');
  expect(new Set(Object.values(texts).map(withoutNames)).size).toBe(3);
});

it('ticks what to do before one leaves, takes somebody off the panel, and cancels, each undone again', async () => {
  const { window } = await openApp();
  const { interview } = await beginInterview(window);
  await goTo(window, `/interview/${interview}`);

  const box = window.getByRole('checkbox', { name: 'Ask when they expect to decide' });
  // The box is drawn; what one presses is its words.
  await window.getByText('Ask when they expect to decide').click();
  await eventually(() => box.isChecked()).toBe(true);

  await window.getByRole('button', { name: 'Take Tom Vance off this interview' }).click();
  await eventually(() => rowsOf(window, 'Who you talked to').count()).toBe(2);
  await undoByToast(window, 'Took Tom Vance off this interview.');
  await eventually(() => rowsOf(window, 'Who you talked to').count()).toBe(3);

  await window.getByRole('button', { name: 'More' }).click();
  await window.getByRole('menuitem', { name: 'It was cancelled' }).click();
  await window.getByText('This interview was cancelled').waitFor();
  await undoByToast(window, 'Marked the interview as cancelled.');
  await window.getByText('This interview was cancelled').waitFor({ state: 'detached' });
});

const addToPanel = async (window: Page, name: string, position: string, email: string): Promise<void> => {
  const form = window.getByRole('form', { name: 'Add somebody' });
  await form.getByRole('combobox', { name: 'Name' }).fill(name);
  await form.getByLabel('Position').fill(position);
  await form.getByLabel('E-mail').fill(email);
  await form.getByRole('button', { name: 'Add', exact: true }).click();
  await window.getByRole('row', { name }).waitFor();
};

const withoutNames = (text: string): string => text.replaceAll(/Dana|Priya|Tom/g, '');
