import type { Page } from 'playwright';
import type { Bridge } from '#shared/contract.ts';

declare global {
  interface Window {
    /** Routes that main asked the page to show since `listenForShows`. */
    shownRoutes?: string[];
  }
}

/** Adds an employer and an application through the app's own page, as a screen would. */
export const seedApplication = async (page: Page): Promise<void> => {
  await page.evaluate(async () => {
    const bridge = (window as unknown as { afterword: Bridge }).afterword;
    const at = Date.now();
    const submitted = await bridge.submit({
      type: 'batch',
      commands: [
        { type: 'start-search', at },
        { type: 'add-employer', at, employer: { id: 'brightwater', name: 'Brightwater' } },
        {
          type: 'add-application',
          at,
          application: { id: 'designer', employer: 'brightwater', role: 'Designer', stage: 'applied' },
        },
      ],
    });
    if (!submitted.ok) throw new Error(JSON.stringify(submitted.error));
  });
};

/** Adds a step of the user's own that was to be done on a day so many days from today. It is due at once when that is past. */
export const seedStep = async (page: Page, id: string, what: string, daysFromToday: number): Promise<void> => {
  await page.evaluate(
    async ([id, what, days]) => {
      const bridge = (window as unknown as { afterword: Bridge }).afterword;
      const at = Date.now();
      const on = new Date(at + days * 86_400_000).toISOString().slice(0, 10);
      const command = { type: 'add-step', at, step: { id, application: 'designer', what, on } };
      const submitted = await bridge.submit(command as Parameters<Bridge['submit']>[0]);
      if (!submitted.ok) throw new Error(JSON.stringify(submitted.error));
    },
    [id, what, daysFromToday] as const,
  );
};

/** From now on, notes what main asks the page to show. */
export const listenForShows = async (page: Page): Promise<() => Promise<readonly string[]>> => {
  await page.evaluate(() => {
    const shown: string[] = [];
    window.shownRoutes = shown;
    (window as unknown as { afterword: Bridge }).afterword.on.show(({ route }) => shown.push(route));
  });
  return () => page.evaluate(() => window.shownRoutes ?? []);
};

/** What main says about reminders. */
export const remindersState = (page: Page): Promise<string> =>
  page.evaluate(async () => (await (window as unknown as { afterword: Bridge }).afterword.state()).reminders);
