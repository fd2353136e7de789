import { expect, it } from 'vitest';
import { card, goTo, heading, openApp, send, startSearch, eventually } from '#support/app-pages.ts';

it('begins an empty search under one’s own name, and is there again after a restart', async () => {
  const app = await openApp();
  await heading(app.window, 'What to do once the interview is over').waitFor();
  await startSearch(app.window, 'Robin Hale');
  await app.window.getByText('Your applications begin here').waitFor();
  await goTo(app.window, '/settings');
  await eventually(() => app.window.getByLabel('Your name, as you sign letters').inputValue()).toBe('Robin Hale');
  await app.close();

  const again = await openApp({ userDataDir: app.folder });
  await again.window.getByText('Your applications begin here').waitFor();
});

it('begins without a name, too, by keys alone', async () => {
  const { window } = await openApp();
  await heading(window, 'What to do once the interview is over').waitFor();
  await window.getByLabel('Your name, as you sign letters').focus();
  await window.keyboard.press('Enter');
  await window.getByText('Your applications begin here').waitFor();
});

it('shows a sample, which leaves no trace in one’s own search', async () => {
  const { window } = await openApp();
  await window.getByRole('button', { name: 'Show me a sample' }).click();
  await window.getByText('This is a sample search.').waitFor();
  await window.locator('[data-follow-up]').first().waitFor();
  await window.getByRole('button', { name: 'Start my own search' }).click();
  await startSearch(window);
  await window.getByText('Your applications begin here').waitFor();
  expect(await window.locator('[data-follow-up]').count()).toBe(0);

  // The sample is a search of its own: what was added here is not in it, nor the other way round.
  const at = Date.now();
  await send(window, {
    type: 'batch',
    commands: [
      { type: 'add-employer', at, employer: { id: 'own', name: 'Mine' } },
      { type: 'add-application', at, application: { id: 'mine', employer: 'own', role: 'Designer', stage: 'saved' } },
    ],
  });
  await card(window, 'Apply to Mine, or let it go').waitFor();
  expect(await window.locator('[data-follow-up]').count()).toBe(1);
});
