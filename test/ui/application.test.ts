import { v7 } from 'uuid';
import { it } from 'vitest';
import { addDays, addWorkingDays, dayOf, workCalendar } from '#shared/calendar.ts';
import { defaultSettings } from '#shared/facts/settings.ts';
import { dayWords } from '#shared/format.ts';
import type { Page } from 'playwright';
import { eventually, goTo, heading, openApp, routeOf, rowsOf, send, undoByToast } from '#support/app-pages.ts';
import { beginInterview, choose, typeDay } from '#support/application-pages.ts';

it('moves the call to the day they promised, and back when that is undone', async () => {
  const { window } = await openApp();
  const { application } = await beginInterview(window);
  await goTo(window, `/application/${application}`);
  const call = rowsOf(window, 'Next').filter({ hasText: 'Call Brightwater about their decision' });
  const before = await call.locator('time').innerText();

  const today = dayOf(Date.now(), 'UTC');
  const decisionBy = addDays(today, 20);
  await window.getByRole('button', { name: 'Note a date' }).click();
  await typeDay(window, 'They decide by', decisionBy);
  await window.getByRole('button', { name: 'Note the date' }).click();

  const region = { locale: 'en-GB', zone: 'UTC' };
  const due = addWorkingDays(decisionBy, defaultSettings.afterPromiseWorkingDays, workCalendar(defaultSettings));
  await eventually(() => call.locator('time').innerText()).toBe(dayWords(due, region, today));
  await undoByToast(window, 'Noted: they decide by');
  await eventually(() => call.locator('time').innerText()).toBe(before);
});

it('logs contacts and says when another one would be early, and when too much', async () => {
  const { window } = await openApp();
  const { application } = await beginInterview(window);
  await goTo(window, `/application/${application}`);
  const touch = window.getByRole('region', { name: 'Getting in touch' });
  await touch.getByText('fine', { exact: true }).waitFor();

  await logOwn(window);
  await touch.getByText('a little early', { exact: true }).waitFor();
  await touch.getByText('1 of 2 since they last answered.', { exact: false }).waitFor();

  await logOwn(window, 'It is early');
  await touch.getByText('too much for now', { exact: true }).waitFor();

  await undoByToast(window, 'Logged a contact with Brightwater.');
  await touch.getByText('a little early', { exact: true }).waitFor();
});

it('tells a reference, follows the stage, and deletes the application, each undone again', async () => {
  const { window } = await openApp();
  const { application } = await beginInterview(window);
  const [person, reference] = [v7(), v7()];
  const at = Date.now();
  await send(window, {
    type: 'batch',
    commands: [
      { type: 'add-person', person: { id: person, name: 'Professor Lind' }, at },
      { type: 'add-reference', reference: { id: reference, person, relation: 'Supervised my thesis' }, at },
    ],
  });
  await goTo(window, `/application/${application}`);
  await choose(window, 'Who may they call about you?', 'Professor Lind');
  await window.getByRole('button', { name: 'Link', exact: true }).click();
  await window.getByText('Told them about this one').click();
  await eventually(() => window.getByRole('checkbox', { name: 'Told them about this one' }).isChecked()).toBe(true);
  await undoByToast(window, 'Noted: Professor Lind knows.');
  await eventually(() => window.getByRole('checkbox', { name: 'Told them about this one' }).isChecked()).toBe(false);

  await choose(window, 'Stage', 'Offer');
  await window
    .getByRole('list', { name: 'What happened, what is planned' })
    .getByText('Offer', { exact: true })
    .waitFor();
  await undoByToast(window, 'Brightwater: Offer.');
  await eventually(() => window.getByRole('button', { name: 'Stage' }).innerText()).toBe('Interviewing');

  await window.getByRole('button', { name: 'More' }).click();
  await window.getByRole('menuitem', { name: 'Delete this application' }).click();
  await eventually(() => routeOf(window)).toBe('/applications');
  await undoByToast(window, 'Deleted the application at Brightwater.');
  await goTo(window, `/application/${application}`);
  await heading(window, 'Brightwater, Product designer').waitFor();
});

/** Logs that one asked how things stand, by e-mail, now. `warning` is what the form must say beforehand. */
const logOwn = async (window: Page, warning?: string): Promise<void> => {
  await window.getByRole('button', { name: 'Log a contact' }).first().click();
  const form = window.getByRole('dialog', { name: 'A contact with Brightwater' });
  await form.getByText('I did').click();
  if (warning !== undefined) await form.getByText(warning, { exact: false }).waitFor();
  await form.getByRole('button', { name: 'Log it' }).click();
  await form.waitFor({ state: 'detached' });
};
