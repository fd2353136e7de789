import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  card,
  dialog,
  focusCard,
  goTo,
  heading,
  openAppUntil,
  routeOf,
  rowsOf,
  send,
  startSearch,
  toast,
  undoByToast,
  type OpenApp,
  eventually,
} from '#support/app-pages.ts';
import { busySearch } from '#support/today-search.ts';

let app: OpenApp;
let remove: () => Promise<void>;
let window: Page;

// One window for all: every test takes back what it did, which is what is tested.
beforeAll(async () => {
  ({ app, remove } = await openAppUntil());
  window = app.window;
  await startSearch(window, 'Robin Hale');
  await send(window, busySearch(Date.now()));
  await card(window, 'Thank Dana Okafor').waitFor();
});
afterAll(() => remove());

const titles = [
  'Thank Dana Okafor',
  'Thank Priya Raman',
  'Tell Anna Lind that Brightwater may call',
  'Call Harbour Labs about their decision',
  'Apply to Oakline, or let it go',
  'Read their annual report',
];

describe('Today', () => {
  it('says what to do now, why, and what can wait', async () => {
    for (const title of titles) await eventually(() => card(window, title).count(), { message: title }).toBe(1);
    const dana = await focusCard(window, 'Thank Dana Okafor');
    expect(await dana.textContent()).toContain('Because the panel interview ended');
    await eventually(() => window.getByText('Two letters, one call and three other things to do now.').count()).toBe(1);
    await eventually(() => window.getByText('3 of 4 have a next step').count()).toBe(1);
  });

  it('gives the rule behind a follow-up', async () => {
    const dana = await focusCard(window, 'Thank Dana Okafor');
    await dana.getByRole('button', { name: /^Why am I being asked this/ }).click();
    const why = dialog(window, 'Why am I being asked this?');
    await why.getByText('Thank each interviewer in a letter of their own, whatever came of it.').waitFor();
    expect(await why.textContent()).toContain('thank-each-interviewer, thank-within-two-days');
    await window.keyboard.press('Escape');
    await why.waitFor({ state: 'detached' });
  });

  it('opens the rest of a group on focus', async () => {
    await goTo(window, '/settings');
    await heading(window, 'Settings').waitFor();
    await goTo(window, '/');
    const priya = card(window, 'Thank Priya Raman');
    await priya.waitFor();
    expect(await priya.getByRole('button').count()).toBe(0);
    await priya.focus();
    await priya.getByRole('button', { name: 'Write the letter' }).waitFor();
  });
});

interface Done {
  readonly what: string;
  readonly title: string;
  readonly byMouse: () => Promise<void>;
  readonly byKeys: () => Promise<void>;
  readonly says: string | RegExp;
}

const press = (title: string, name: string) => card(window, title).getByRole('button', { name, exact: true }).click();
const type = async (...keys: string[]) => {
  for (const key of keys) await window.keyboard.press(key);
};
const menuHasFocus = () =>
  eventually(() => window.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('menuitem');
const confirm = async (title: string | RegExp, button: string) => {
  await dialog(window, title).getByRole('button', { name: button, exact: true }).click();
};
const confirmByEnter = async (title: string | RegExp) => {
  await dialog(window, title).waitFor();
  await window.keyboard.press('Enter');
};

const actions: readonly Done[] = [
  {
    what: 'thanks that were sent already',
    title: 'Thank Dana Okafor',
    byMouse: async () => {
      await press('Thank Dana Okafor', 'Already sent');
      await confirm('You thanked Dana Okafor', 'Log it');
    },
    byKeys: async () => {
      await type('d');
      await confirmByEnter('You thanked Dana Okafor');
    },
    says: 'Noted that you thanked Dana Okafor.',
  },
  {
    what: 'a follow-up put off',
    title: 'Thank Dana Okafor',
    byMouse: async () => {
      await press('Thank Dana Okafor', 'Later');
      await window.getByRole('menuitem', { name: /^Tomorrow morning/ }).click();
    },
    byKeys: async () => {
      await type('l');
      await menuHasFocus();
      await type('Enter');
    },
    says: /^Put off until/,
  },
  {
    what: 'a follow-up put off to a day of choice',
    title: 'Thank Dana Okafor',
    byMouse: async () => {
      await press('Thank Dana Okafor', 'Later');
      await window.getByRole('menuitem', { name: 'A day of your choice' }).click();
      await confirm('Until when?', 'Put it off');
    },
    byKeys: async () => {
      await type('l');
      await menuHasFocus();
      await type('End', 'Enter');
      await confirmByEnter('Until when?');
    },
    says: /^Put off until/,
  },
  {
    what: 'a follow-up let go',
    title: 'Thank Priya Raman',
    byMouse: async () => {
      await press('Thank Priya Raman', 'Let it go');
      await confirm('Let it go?', 'Let it go');
    },
    byKeys: async () => {
      await type('x');
      await dialog(window, 'Let it go?').waitFor();
      await window.keyboard.type('We agreed to talk instead');
      await type('Enter');
    },
    says: 'Let go: Thank Priya Raman.',
  },
  {
    what: 'a reference who knows',
    title: 'Tell Anna Lind that Brightwater may call',
    byMouse: () => press('Tell Anna Lind that Brightwater may call', 'Told them'),
    byKeys: () => type('d'),
    says: 'Noted that Anna Lind knows.',
  },
  {
    what: 'a call that was made',
    title: 'Call Harbour Labs about their decision',
    byMouse: async () => {
      await press('Call Harbour Labs about their decision', 'Log the call');
      await dialog(window, 'Your call with Harbour Labs').getByLabel('What came of it').fill('They need another week');
      await confirm('Your call with Harbour Labs', 'Log it');
    },
    byKeys: async () => {
      await type('Enter');
      await confirmByEnter('Your call with Harbour Labs');
    },
    says: 'Logged.',
  },
  {
    what: 'an application that was sent',
    title: 'Apply to Oakline, or let it go',
    byMouse: () => press('Apply to Oakline, or let it go', 'I have applied'),
    byKeys: () => type('Enter'),
    says: 'Noted that you applied to Oakline.',
  },
  {
    what: 'a step of one’s own',
    title: 'Read their annual report',
    byMouse: () => press('Read their annual report', 'Done'),
    byKeys: () => type('d'),
    says: 'Done: Read their annual report.',
  },
];

describe.each(actions)('$what', ({ title, byMouse, byKeys, says }) => {
  it('leaves Today by mouse, and comes back by Undo', async () => {
    await focusCard(window, title);
    await byMouse();
    await card(window, title).waitFor({ state: 'detached' });
    await undoByToast(window, says);
    await card(window, title).waitFor();
    await toast(window, /^Undone: /).waitFor();
  });

  it('leaves Today by keys, and comes back by Ctrl+Z; Ctrl+Shift+Z does it again', async () => {
    await focusCard(window, title);
    await byKeys();
    await card(window, title).waitFor({ state: 'detached' });
    await dialog(window, /./).waitFor({ state: 'detached' });
    await window.keyboard.press('Control+z');
    await card(window, title).waitFor();
    await window.keyboard.press('Control+Shift+z');
    await card(window, title).waitFor({ state: 'detached' });
    await window.keyboard.press('Control+z');
    await card(window, title).waitFor();
  });
});

describe('a fixed date', () => {
  it('is shown, and is handed back to the rules', async () => {
    const dana = await focusCard(window, 'Thank Dana Okafor');
    await window.keyboard.press('p');
    await confirmByEnter('Fix the date');
    await dana.getByText('date fixed by you').waitFor();
    await focusCard(window, 'Thank Dana Okafor');
    await window.keyboard.press('p');
    await confirm('Fix the date', 'Let the rules decide again');
    await dana.getByText('date fixed by you').waitFor({ state: 'detached' });
  });
});

describe('a letter', () => {
  it('begins with a first text, and the same one opens the second time', async () => {
    await focusCard(window, 'Thank Dana Okafor');
    await window.keyboard.press('Enter');
    await eventually(() => routeOf(window)).toMatch(/^\/letter\//);
    const begun = await routeOf(window);
    await goTo(window, '/');
    await focusCard(window, 'Thank Dana Okafor');
    await press('Thank Dana Okafor', 'Write the letter');
    await eventually(() => routeOf(window)).toBe(begun);
    await goTo(window, '/');
  });
});

describe('a call with a new promise', () => {
  it('asks for the next call after the new date', async () => {
    await focusCard(window, 'Call Harbour Labs about their decision');
    await press('Call Harbour Labs about their decision', 'Log the call');
    const log = dialog(window, 'Your call with Harbour Labs');
    const promise = log.getByRole('group', { name: 'Did they give a new date for the decision?' });
    await promise.getByRole('spinbutton').first().focus();
    const date = new Date(Date.now() + 9 * 86_400_000);
    await window.keyboard.type(
      [date.getUTCDate(), date.getUTCMonth() + 1].map((part) => String(part).padStart(2, '0')).join('') +
        date.getUTCFullYear(),
    );
    await confirm('Your call with Harbour Labs', 'Log it');
    await card(window, 'Call Harbour Labs about their decision').waitFor({ state: 'detached' });
    await rowsOf(window, 'In the next 30 days').filter({ hasText: 'Call Harbour Labs about their decision' }).waitFor();
    await rowsOf(window, 'Waiting, and that is fine').filter({ hasText: 'Harbour Labs' }).waitFor();
    await window.keyboard.press('Control+z');
    await card(window, 'Call Harbour Labs about their decision').waitFor();
  });
});

describe('an application without a next step', () => {
  const choose = 'Choose a next step for Kestrel, Illustrator';

  it('gets one of its own', async () => {
    await window.getByRole('button', { name: choose }).click();
    const asked = dialog(window, 'What comes next with Kestrel?');
    await asked.getByLabel('The step').fill('Send them new drawings');
    await window.keyboard.press('Enter');
    await window.getByText('All 4 have a next step').waitFor();
    await undoByToast(window, /^Chosen for/);
    await window.getByText('3 of 4 have a next step').waitFor();
  });

  it('may rest until a day', async () => {
    await window.getByRole('button', { name: choose }).click();
    await dialog(window, 'What comes next with Kestrel?').getByText('Let it rest for a while').click();
    await confirm('What comes next with Kestrel?', 'Choose it');
    await rowsOf(window, 'Waiting, and that is fine').filter({ hasText: 'Kestrel' }).waitFor();
    await window.getByText('All 4 have a next step').waitFor();
    await window.keyboard.press('Control+z');
    await window.getByText('3 of 4 have a next step').waitFor();
  });

  it('says what is missing and stays open', async () => {
    await window.getByRole('button', { name: choose }).click();
    await confirm('What comes next with Kestrel?', 'Choose it');
    await window.getByText('Say in a few words what you want to do.').waitFor();
    await window.keyboard.press('Escape');
  });
});

describe('keys', () => {
  it('go to the places', async () => {
    await goTo(window, '/settings');
    await heading(window, 'Settings').waitFor();
    await window.locator('main').focus();
    await window.keyboard.press('g');
    await window.keyboard.press('a');
    await heading(window, 'Applications').waitFor();
    await window.keyboard.press('g');
    await window.keyboard.press('t');
    await card(window, 'Thank Dana Okafor').waitFor();
  });

  it('move focus on to what takes the place of what was done', async () => {
    await focusCard(window, 'Thank Dana Okafor');
    await window.keyboard.press('d');
    await confirmByEnter('You thanked Dana Okafor');
    await card(window, 'Thank Dana Okafor').waitFor({ state: 'detached' });
    await eventually(() => window.evaluate(() => document.activeElement?.closest('[data-follow-up]') !== null)).toBe(
      true,
    );
    await window.keyboard.press('Control+z');
    await card(window, 'Thank Dana Okafor').waitFor();
  });
});

describe('a follow-up from a notification', () => {
  it('leads to Today, focused', async () => {
    await goTo(window, '/follow-up/thank-each-interviewer/panel/priya');
    await eventually(() => window.evaluate(() => document.activeElement?.getAttribute('data-follow-up'))).toBe(
      'thank-each-interviewer/panel/priya',
    );
    await goTo(window, '/follow-up/thank-each-interviewer/panel/nobody');
    await heading(window, 'There is nothing here').waitFor();
    await goTo(window, '/');
  });
});
