import type { Page } from 'playwright';
import { v7 } from 'uuid';
import { addDays, dayOf, instantOf } from '#shared/calendar.ts';
import type { Day, Instant } from '#shared/facts/value.ts';
import { send, startSearch } from './app-pages.ts';

/** One application at Brightwater, as the journeys of the application, interview and letter screens find it. */
export interface OneApplication {
  readonly employer: string;
  readonly application: string;
}

/** The day before today, in the zone of the tests. */
export const yesterday = (): Day => addDays(dayOf(Date.now(), 'UTC'), -1);

/** Begins a search with one application and nothing else. */
export const beginApplication = async (window: Page): Promise<OneApplication> => {
  await startSearch(window, 'Robin Ashe');
  const ids = { employer: v7(), application: v7() };
  const at = Date.now();
  await send(window, {
    type: 'batch',
    commands: [
      { type: 'add-employer', employer: { id: ids.employer, name: 'Brightwater' }, at },
      {
        type: 'add-application',
        application: {
          id: ids.application,
          employer: ids.employer,
          role: 'Product designer',
          stage: 'applied',
          strengths: 'five years of field work with ferry crews',
        },
        at,
      },
    ],
  });
  return ids;
};

export interface OneInterview extends OneApplication {
  readonly interview: string;
  readonly end: Instant;
  /** Ids by first name. */
  readonly people: Readonly<Record<'Dana' | 'Priya' | 'Tom', string>>;
}

/** The same with a debriefed panel interview of yesterday, with Dana, Priya and Tom; only Dana said something noted. */
export const beginInterview = async (window: Page): Promise<OneInterview> => {
  const ids = await beginApplication(window);
  const people = { Dana: v7(), Priya: v7(), Tom: v7() };
  const interview = v7();
  const at = Date.now();
  const end = instantOf(yesterday(), 15 * 60, 'UTC');
  await send(window, {
    type: 'batch',
    commands: [
      { type: 'add-person', person: { id: people.Dana, name: 'Dana Okafor', position: 'Head of design' }, at },
      { type: 'add-person', person: { id: people.Priya, name: 'Priya Raman' }, at },
      { type: 'add-person', person: { id: people.Tom, name: 'Tom Vance' }, at },
      { type: 'move-application', id: ids.application, entry: v7(), stage: 'interviewing', at },
      {
        type: 'add-interview',
        interview: {
          id: interview,
          application: ids.application,
          round: 1,
          kind: 'panel',
          start: end - 3_600_000,
          end,
          zone: 'UTC',
          interviewers: Object.fromEntries(Object.values(people).map((id) => [id, true])),
        },
        at,
      },
      {
        type: 'remember',
        id: interview,
        entry: v7(),
        person: people.Dana,
        text: 'the tide map was drawn with the harbour pilots',
        removed: false,
      },
      { type: 'update-interview', id: interview, fields: { debriefedAt: at } },
    ],
  });
  return { ...ids, interview, end, people };
};

/** Types a day into a date field, part by part, as one does at the keyboard (day, month, year in en-GB). */
export const typeDay = async (window: Page, label: string, day: Day): Promise<void> => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const field = window.getByRole('group', { name: label });
  await field.getByRole('spinbutton').first().click();
  await window.keyboard.type(`${dayOfMonth}${month}${year}`);
};

/** Chooses from a list that opens under its button. */
export const choose = async (window: Page, label: string, option: string): Promise<void> => {
  await window.getByRole('button', { name: label }).click();
  await window.getByRole('option', { name: option, exact: true }).click();
};
