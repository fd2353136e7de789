import fc from 'fast-check';
import { Command, type CommandInput } from '#shared/command.ts';
import { addDays } from '#shared/calendar.ts';
import { Stage } from '#shared/facts/application.ts';
import { ChecklistItem } from '#shared/facts/interview.ts';
import { LetterKind, Purpose } from '#shared/facts/letter.ts';
import { Medium } from '#shared/facts/value.ts';

/** Few ids, so that commands often meet: some do not exist yet, some are taken. */
const id = (prefix: string) => fc.integer({ min: 0, max: 2 }).map((n) => `${prefix}${n}`);
const at = fc.integer({ min: Date.UTC(2026, 4, 1), max: Date.UTC(2026, 6, 1) });
const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-05-01', n));
const words = fc.constantFrom('', 'Dana', 'a longer note', 'Zoë 😀', 'İstanbul');
const name = fc.constantFrom('Brightwater', 'Harbour Labs', '株式会社', 'Ø');
const medium = fc.constantFrom(...Medium.options);

const single: fc.Arbitrary<CommandInput> = fc.oneof(
  fc.record({ type: fc.constant('add-employer' as const), at, employer: fc.record({ id: id('e'), name }) }),
  fc.record({
    type: fc.constant('update-employer' as const),
    id: id('e'),
    fields: fc.record({ name, website: words }),
  }),
  fc.record({
    type: fc.constant('add-application' as const),
    at,
    application: fc.record({
      id: id('a'),
      employer: id('e'),
      role: name,
      stage: fc.constantFrom(...Stage.options),
      notes: words,
    }),
  }),
  fc.record({ type: fc.constant('update-application' as const), id: id('a'), fields: fc.record({ strengths: words }) }),
  fc.record({
    type: fc.constant('move-application' as const),
    id: id('a'),
    entry: id('h'),
    stage: fc.constantFrom(...Stage.options),
    at,
  }),
  fc.record({
    type: fc.constant('record-promise' as const),
    at,
    promise: fc.record({ id: id('q'), application: id('a'), decisionBy: day, saidAt: at }),
  }),
  fc.record({ type: fc.constant('update-promise' as const), id: id('q'), fields: fc.record({ decisionBy: day }) }),
  fc.record({ type: fc.constant('add-person' as const), at, person: fc.record({ id: id('p'), name }) }),
  fc.record({
    type: fc.constant('set-address' as const),
    id: id('p'),
    list: fc.constantFrom('emails' as const, 'phones' as const),
    entry: id('m'),
    value: words,
    kind: fc.constantFrom('work' as const, 'home' as const),
    removed: fc.boolean(),
  }),
  fc
    .record({
      id: id('i'),
      application: id('a'),
      start: at,
      minutes: fc.integer({ min: -10, max: 120 }),
      person: id('p'),
      at,
    })
    .map(({ start, minutes, person, at: when, ...interview }) => ({
      type: 'add-interview' as const,
      at: when,
      interview: {
        ...interview,
        round: 1,
        kind: 'panel' as const,
        start,
        end: start + minutes * 60_000,
        zone: 'Europe/Berlin',
        interviewers: { [person]: true },
      },
    })),
  fc.record({
    type: fc.constant('update-interview' as const),
    id: id('i'),
    fields: fc.record({ debriefedAt: fc.option(at) }),
  }),
  fc.record({ type: fc.constant('set-interviewer' as const), id: id('i'), person: id('p'), present: fc.boolean() }),
  fc.record({
    type: fc.constant('tick' as const),
    id: id('i'),
    item: fc.constantFrom(...ChecklistItem.options),
    done: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('remember' as const),
    id: id('i'),
    entry: id('r'),
    person: id('p'),
    text: words,
    removed: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('add-letter' as const),
    at,
    letter: fc.record({
      id: id('l'),
      kind: fc.constantFrom(...LetterKind.options),
      application: id('a'),
      interview: fc.option(id('i')),
      person: id('p'),
      medium,
      body: words,
    }),
  }),
  fc.record({ type: fc.constant('mark-letter-sent' as const), id: id('l'), interaction: id('x'), at }),
  fc.record({
    type: fc.constant('log-interaction' as const),
    at,
    interaction: fc.record({
      id: id('x'),
      employer: id('e'),
      application: fc.option(id('a')),
      direction: fc.constantFrom('outgoing' as const, 'incoming' as const),
      medium,
      purpose: fc.constantFrom(...Purpose.options),
      at,
    }),
  }),
  fc
    .record({ id: id('d'), interview: id('i'), person: id('p'), at, until: fc.option(at) })
    .chain(({ interview, person, ...record }) =>
      fc.constantFrom('done' as const, 'let-go' as const, 'snoozed' as const, 'pinned' as const).map((decision) => ({
        type: 'decide' as const,
        record: { ...record, decision, followUp: `thank-each-interviewer/${interview}/${person}` },
      })),
    ),
  fc.record({
    type: fc.constant('update-settings' as const),
    fields: fc.record({
      thankYouDueHours: fc.integer({ min: 1, max: 72 }),
      workingDays: fc.record({ '6': fc.boolean() }),
    }),
  }),
  fc.record({ type: fc.constant('set-holiday' as const), day, off: fc.boolean() }),
  fc.record({ type: fc.constant('start-search' as const), at }),
  fc
    .constantFrom(['employers', 'e'], ['applications', 'a'], ['people', 'p'], ['interviews', 'i'], ['letters', 'l'])
    .chain(([table, prefix]) =>
      fc.record({
        type: fc.constant('delete' as const),
        table: fc.constant(table as 'people'),
        id: id(prefix as string),
        at,
      }),
    ),
  fc
    .constantFrom(['employers', 'e'], ['applications', 'a'], ['people', 'p'], ['interviews', 'i'], ['letters', 'l'])
    .chain(([table, prefix]) =>
      fc.record({
        type: fc.constant('restore' as const),
        table: fc.constant(table as 'people'),
        id: id(prefix as string),
      }),
    ),
);

/** Commands as a user, a test or a stranger might send them; many are refused. */
export const arbitraryCommand: fc.Arbitrary<Command> = fc
  .oneof(
    { weight: 8, arbitrary: single },
    {
      weight: 1,
      arbitrary: fc
        .array(single, { minLength: 1, maxLength: 4 })
        .map((commands) => ({ type: 'batch', commands }) as CommandInput),
    },
  )
  .map((input) => Command.parse(input));

/** Begins with what most commands need, so that enough of them are accepted. */
export const arbitraryCommands: fc.Arbitrary<readonly Command[]> = fc
  .array(arbitraryCommand, { minLength: 5, maxLength: 40 })
  .map((commands) => [...groundwork, ...commands]);

const t = Date.UTC(2026, 4, 1);
const groundwork: readonly Command[] = [
  { type: 'add-employer', at: t, employer: { id: 'e0', name: 'Brightwater' } },
  { type: 'add-person', at: t, person: { id: 'p0', name: 'Dana' } },
  {
    type: 'add-application',
    at: t,
    application: { id: 'a0', employer: 'e0', role: 'Designer', stage: 'interviewing' },
  },
].map((input) => Command.parse(input));
