import { expect, it } from 'vitest';
import { eventually, goTo, heading, openApp, routeOf, rowsOf, undoByToast } from '#support/app-pages.ts';
import { beginInterview, choose } from '#support/application-pages.ts';
import { freshUserData } from '#support/electron.ts';

it('finds a person, keeps what is typed about them, and warns before a letter goes to a home address', async () => {
  const { window } = await openApp();
  const { interview } = await beginInterview(window);
  await goTo(window, '/people');
  await eventually(() => rowsOf(window, 'People').count()).toBe(3);
  await window.getByRole('searchbox', { name: 'Search people' }).fill('design oka');
  await eventually(() => rowsOf(window, 'People').count()).toBe(1);
  await rowsOf(window, 'People').first().click();
  await heading(window, 'Dana Okafor').waitFor();

  await window.getByRole('textbox', { name: 'Organisation' }).fill('Brightwater Studio');
  await window.getByRole('textbox', { name: 'What to remember' }).click();
  await window.keyboard.type('Sails at weekends.');
  const post = window.getByRole('region', { name: 'Post' });
  await post.getByPlaceholder('Another postal address').fill('3 Quay Lane, Porthaven');
  await post.getByRole('button', { name: 'Whose address it is' }).click();
  await window.getByRole('option', { name: 'Home' }).click();
  await post.getByRole('button', { name: 'Add', exact: true }).click();
  await eventually(() => post.getByRole('textbox', { name: 'Postal address', exact: true }).inputValue()).toBe(
    '3 Quay Lane, Porthaven',
  );

  await goTo(window, `/interview/${interview}`);
  await window.getByRole('button', { name: 'Start the letter to Dana Okafor' }).click();
  await heading(window, 'To Dana Okafor').waitFor();
  await window.getByText('Sails at weekends.').waitFor();
  await choose(window, 'How it goes', 'Post, to the office');
  await window.getByText('The only address you have of Dana Okafor is a home address.', { exact: false }).waitFor();
});

it('keeps a half-typed line when the window is closed', async () => {
  const data = await freshUserData();
  const first = await openApp({ userDataDir: data.folder });
  const { people } = await beginInterview(first.window);
  await goTo(first.window, `/people?id=${people.Tom}`);
  await first.window.getByRole('textbox', { name: 'Position' }).fill('Engineering lead');
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await eventually(() => first.app.windows().length).toBe(0);
  await first.close();

  const second = await openApp({ userDataDir: data.folder });
  await heading(second.window, /^\w+day \d/).waitFor();
  await goTo(second.window, `/people?id=${people.Tom}`);
  await eventually(() => second.window.getByRole('textbox', { name: 'Position' }).inputValue()).toBe(
    'Engineering lead',
  );
  await second.close();
  await data.remove();
});

it('adds a reference by a new name, shows where they are linked, and takes them off again', async () => {
  const { window } = await openApp();
  const { application } = await beginInterview(window);
  await goTo(window, '/references');
  await window.getByRole('button', { name: 'Add a reference' }).click();
  const form = window.getByRole('dialog', { name: 'Somebody who speaks for you' });
  await form.getByRole('combobox', { name: 'Who' }).fill('Professor Lind');
  await form.getByLabel('How they know you').fill('Supervised my thesis');
  await form.getByRole('button', { name: 'Add a reference' }).click();
  const lind = window.getByRole('article', { name: 'Professor Lind' });
  await lind.getByText('Linked to no application yet.', { exact: false }).waitFor();

  await goTo(window, `/application/${application}`);
  await choose(window, 'Who may they call about you?', 'Professor Lind');
  await window.getByRole('button', { name: 'Link', exact: true }).click();
  await window.getByText('Told them about this one').waitFor();
  await goTo(window, '/references');
  await lind.getByText('not told yet').waitFor();
  await lind.getByRole('link', { name: 'Brightwater, Product designer' }).click();
  await eventually(() => routeOf(window)).toBe(`/application/${application}`);

  await goTo(window, '/references');
  await lind.getByRole('button', { name: 'Take Professor Lind off your references' }).click();
  await lind.waitFor({ state: 'detached' });
  await undoByToast(window, 'Took Professor Lind off your references.');
  await lind.waitFor();
  expect(await lind.getByLabel('How they know you').inputValue()).toBe('Supervised my thesis');
});
