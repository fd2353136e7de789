import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesktop, type Desktop } from '#support/desktop.ts';
import { freshUserData, launchApp, type RunningApp } from '#support/electron.ts';
import { listenForShows, seedApplication, seedStep } from '#support/seed-step.ts';

const patience = { timeout: 60_000, interval: 200 };

let desktop: Desktop;
let userData: Awaited<ReturnType<typeof freshUserData>>;
let running: RunningApp | undefined;

beforeEach(async () => {
  desktop = await openDesktop();
  userData = await freshUserData();
});

afterEach(async () => {
  await running?.kill();
  running = undefined;
  await desktop.close();
  await userData.remove();
});

const launch = async (): Promise<RunningApp> => {
  running = await launchApp({ userDataDir: userData.folder, env: desktop.env });
  return running;
};

const fixedPart = ['Quick add', 'Open Afterword', 'Quit'];

it('lists the next follow-ups, and opens the one that is clicked', async () => {
  const panel = await desktop.startTrayHost();
  const { window } = await launch();
  const shows = await listenForShows(window);
  await expect.poll(async () => (await panel.item()).registered, patience).toBe(true);
  await expect.poll(panel.menu, patience).toEqual(['Nothing to do right now', ...fixedPart]);

  await seedApplication(window);
  await seedStep(window, 'portfolio', 'Send the portfolio', -1);
  await seedStep(window, 'rest', 'Plan & rest', 20);
  await expect
    .poll(panel.menu, patience)
    .toEqual([
      expect.stringMatching(/^Send the portfolio: /),
      expect.stringMatching(/: from /),
      expect.stringMatching(/: from /),
      ...fixedPart,
    ]);
  expect((await panel.item()).tooltip).toMatch(/^Afterword\. Send the portfolio: /);

  const [first = ''] = await panel.menu();
  await panel.click(first);
  await expect.poll(shows, patience).toEqual([expect.stringMatching(/^\/follow-up\/[a-z-]+\/designer\/portfolio$/)]);
  await panel.click('Quick add');
  await expect.poll(async () => (await shows()).at(-1), patience).toBe('/applications?add');
});

it('quits from its menu, and finds everything again', async () => {
  const panel = await desktop.startTrayHost();
  const { app, window } = await launch();
  await seedApplication(window);
  await expect.poll(panel.menu, patience).toContain('Quit');
  const ended = new Promise((done) => app.process().once('exit', done));
  await panel.click('Quit');
  await ended;
  expect(app.process().exitCode).toBe(0);

  const again = await launch();
  await seedStep(again.window, 'portfolio', 'Send the portfolio', -1);
  await expect.poll(panel.menu, patience).toContainEqual(expect.stringMatching(/^Send the portfolio: /));
});

it('quits when its window is closed where nobody shows a tray', async () => {
  const { app } = await launch();
  const ended = new Promise((done) => app.process().once('exit', done));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await ended;
  expect(app.process().exitCode).toBe(0);
});
