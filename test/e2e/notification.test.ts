import { afterEach, beforeEach, expect, it } from 'vitest';
import { openDesktop, type Desktop } from '#support/desktop.ts';
import { freshUserData, launchApp, type RunningApp } from '#support/electron.ts';
import { listenForShows, remindersState, seedApplication, seedStep } from '#support/seed-step.ts';

// A real notification daemon on a session bus of our own: what is asserted is what that daemon was told.

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

const restart = async (): Promise<RunningApp> => {
  await running?.close();
  return await launch();
};

it('announces a follow-up once, also over a restart', async () => {
  const dunst = await desktop.startDunst();
  const { window } = await launch();
  await seedApplication(window);
  await seedStep(window, 'portfolio', 'Send the portfolio', -1);
  await expect.poll(dunst.displayed, patience).toBe(1);

  const again = await restart();
  // The second one proves that reminders were looked at after the restart.
  await seedStep(again.window, 'call', 'Ask about the panel', -1);
  await expect.poll(dunst.displayed, patience).toBe(2);
  expect(await dunst.titles()).toEqual(['Send the portfolio', 'Ask about the panel']);
});

it('shows one notification for more than three', async () => {
  const dunst = await desktop.startDunst();
  const first = await launch();
  await seedApplication(first.window);
  dunst.hang();
  await expect.poll(() => remindersState(first.window), patience).toBe('unavailable');
  for (const name of ['one', 'two', 'three', 'four']) await seedStep(first.window, name, `Step ${name}`, -1);
  dunst.resume();
  await expect.poll(dunst.displayed, patience).toBe(1);
  expect(await dunst.titles()).toEqual(['4 things to look at']);
});

it('opens the follow-up on a click', async () => {
  const dunst = await desktop.startDunst();
  const { window } = await launch();
  const shows = await listenForShows(window);
  await seedApplication(window);
  await seedStep(window, 'portfolio', 'Send the portfolio', -1);
  await expect.poll(dunst.displayed, patience).toBe(1);
  await dunst.click();
  await expect.poll(shows, patience).toEqual([expect.stringMatching(/^\/follow-up\/[a-z-]+\/designer\/portfolio$/)]);
  await expect.poll(dunst.displayed, patience).toBe(0);
});

it('marks a follow-up as done from its button', async () => {
  const dunst = await desktop.startDunst();
  const { window } = await launch();
  await seedApplication(window);
  await seedStep(window, 'portfolio', 'Send the portfolio', -1);
  await expect.poll(dunst.displayed, patience).toBe(1);
  await dunst.press('Done');
  const states = () =>
    window.evaluate(async () => {
      const bridge = (window as unknown as { afterword: import('#shared/contract.ts').Bridge }).afterword;
      const { puts } = await bridge.rows({ heads: null, rowsVersion: 0 });
      return puts.flatMap(({ table, row }) =>
        table === 'followUps' && 'step' in row && row.step === 'portfolio' ? [row.state] : [],
      );
    });
  await expect.poll(states, patience).toEqual(['done']);
  await expect.poll(dunst.displayed, patience).toBe(0);
});

it('goes on working while the notification daemon hangs, says so, and announces when it is back', async () => {
  const dunst = await desktop.startDunst();
  const { app, window } = await launch();
  await seedApplication(window);
  dunst.hang();
  await seedStep(window, 'portfolio', 'Send the portfolio', -1);
  await expect.poll(() => remindersState(window), patience).toBe('unavailable');
  // All of these pass through the main process, which must not be waiting for the daemon.
  for (let i = 0; i < 20; i += 1) await seedStep(window, `later-${i}`, `Later ${i}`, 30);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);

  dunst.resume();
  await expect.poll(dunst.displayed, patience).toBe(1);
  await expect.poll(() => remindersState(window), patience).toBe('working');
  expect(await dunst.titles()).toEqual(['Send the portfolio']);
});

it('says so when there is no notification daemon, and announces when one starts', async () => {
  const { window } = await launch();
  await seedApplication(window);
  await seedStep(window, 'portfolio', 'Send the portfolio', -1);
  await expect.poll(() => remindersState(window), patience).toBe('unavailable');
  const dunst = await desktop.startDunst();
  await expect.poll(dunst.displayed, patience).toBe(1);
  expect(await dunst.titles()).toEqual(['Send the portfolio']);
});
