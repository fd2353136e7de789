import fc from 'fast-check';
import type { Facts } from '#shared/facts/facts.ts';
import { Stage } from '#shared/facts/application.ts';
import { Purpose } from '#shared/facts/letter.ts';
import { addDays } from '#shared/calendar.ts';
import { factsWith } from './facts-builder.ts';

export const zones = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
] as const;

/** From 2026 to 2028, so that several clock changes lie within. ms. */
const instant = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) });
const day = fc.integer({ min: 0, max: 730 }).map((n) => addDays('2026-01-01', n));
const applications = ['a0', 'a1', 'a2'] as const;
const people = ['p0', 'p1', 'p2'] as const;

const list = <T extends object>(prefix: string, max: number, arbitrary: fc.Arbitrary<T>) =>
  fc.array(arbitrary, { maxLength: max }).map((items) => items.map((item, n) => ({ ...item, id: `${prefix}${n}` })));

const interviews = list(
  'i',
  4,
  fc
    .record({
      application: fc.constantFrom(...applications),
      start: instant,
      minutes: fc.integer({ min: 0, max: 300 }),
      zone: fc.constantFrom(...zones),
      createdAt: instant,
      panel: fc.subarray([...people]),
      cancelledAt: fc.option(instant, { freq: 5 }),
      debriefedAt: fc.option(instant),
    })
    .map(({ minutes, panel, ...interview }) => ({
      ...interview,
      end: interview.start + minutes * 60_000,
      interviewers: Object.fromEntries(panel.map((person) => [person, true])),
    })),
);

const interactions = list(
  'x',
  6,
  fc.record({
    employer: fc.constantFrom('e0', 'e1'),
    application: fc.constantFrom(null, ...applications),
    direction: fc.constantFrom('outgoing', 'outgoing', 'incoming'),
    purpose: fc.constantFrom(...Purpose.options),
    at: instant,
  }),
);

const followUps = [
  'thank-each-interviewer/i0/p0',
  'call-within-a-fortnight/i0/round-0',
  'call-within-a-fortnight/i1/round-0',
  'ask-decision-date/i0/debrief',
  'follow-up-every-application/a0/ask',
  'follow-up-every-application/a0/choose/applied',
  'brief-your-references/a0/r0',
] as const;

const records = list(
  'd',
  6,
  fc.record({
    followUp: fc.constantFrom(...followUps),
    decision: fc.constantFrom('done', 'let-go', 'reopened', 'snoozed', 'pinned', 'unpinned'),
    at: instant,
    until: fc.option(instant, { freq: 4 }),
  }),
);

/** Two employers with three applications and whatever may have happened to them, in any order. */
export const arbitraryFacts: fc.Arbitrary<Facts> = fc
  .record({
    applications: fc.tuple(
      ...applications.map((id, n) =>
        fc.record({
          id: fc.constant(id),
          employer: fc.constant(n < 2 ? 'e0' : 'e1'),
          stage: fc.constantFrom(...Stage.options),
          stageAt: instant,
          createdAt: instant,
        }),
      ),
    ),
    interviews,
    promises: list(
      'q',
      3,
      fc.record({ application: fc.constantFrom(...applications), decisionBy: day, saidAt: instant }),
    ),
    interactions,
    records,
    steps: list('s', 2, fc.record({ application: fc.constantFrom(...applications), on: day, createdAt: instant })),
    briefings: list(
      'b',
      2,
      fc.record({
        application: fc.constantFrom(...applications),
        reference: fc.constantFrom('r0', 'r1'),
        createdAt: instant,
        toldAt: fc.option(instant),
      }),
    ),
    holidays: fc.array(day, { maxLength: 5 }),
    limit: fc.integer({ min: 1, max: 3 }),
    spacing: fc.integer({ min: 0, max: 10 }),
    weekend: fc.boolean(),
  })
  .map(({ holidays, limit, spacing, weekend, ...entities }) =>
    factsWith(
      {
        employers: [
          { id: 'e0', name: 'Brightwater' },
          { id: 'e1', name: 'Harbour Labs' },
        ],
        people: people.map((id) => ({ id, name: id })),
        references: [
          { id: 'r0', person: 'p0' },
          { id: 'r1', person: 'p2' },
        ],
        ...entities,
      },
      {
        holidays: Object.fromEntries(holidays.map((holiday) => [holiday, true])),
        allowanceLimit: limit,
        allowanceSpacingWorkingDays: spacing,
        workingDays: { '1': true, '2': true, '3': true, '4': true, '5': true, '6': weekend, '7': weekend },
      },
    ),
  );
