import { describe, expect, it } from 'vitest';
import { adviceIds } from '#shared/advice.ts';
import { proportionAt, allowanceOf } from '#shared/allowance.ts';
import { workCalendar } from '#shared/calendar.ts';
import { tables } from '#shared/facts/facts.ts';
import { en } from '#shared/messages/en.ts';
import { followUpRow } from '#shared/rows.ts';
import { standingAt } from '#shared/standing.ts';
import { dueWords, titleOf, waitingWords, whyOf, windowWords, type Voice } from '#shared/words.ts';
import { at, factsWith, open, planOf } from '#support/facts-builder.ts';

const voice: Voice = { messages: en, region: { locale: 'en-GB', zone: 'Europe/London' } };

const facts = factsWith({
  people: [{ id: 'dana', name: 'Dana Okafor' }],
  interviews: [
    {
      id: 'panel',
      start: at('2026-05-12T13:00Z'),
      end: at('2026-05-12T15:00Z'),
      interviewers: { dana: true },
      debriefedAt: at('2026-05-12T15:30Z'),
    },
  ],
  promises: [{ id: 'promise', decisionBy: '2026-05-15', saidAt: at('2026-05-12T15:00Z') }],
});

describe('a follow-up in words', () => {
  const [thanks] = open(facts, 'thank');
  const [call] = open(facts, 'call');

  it('names the person, the anchor and the window', () => {
    if (thanks === undefined || call === undefined) throw new Error('nothing planned');
    const now = at('2026-05-13T08:00Z');
    expect(titleOf(followUpRow(facts, thanks), voice)).toBe('Thank Dana Okafor');
    expect(whyOf(thanks, now, voice)).toBe('Because the panel interview ended yesterday at 16:00.');
    expect(whyOf(thanks, at('2026-05-20T08:00Z'), voice)).toBe(
      'Because the panel interview ended on Tue 12 May at 16:00.',
    );
    expect(whyOf(call, now, voice)).toBe('Because they said they would decide by Fri 15 May.');
    expect(windowWords(thanks, now, voice)).toBe('best by today 16:00, until tomorrow 16:00');
  });

  it.each([
    ['2026-05-12T16:00Z', 'tomorrow by 16:00'],
    ['2026-05-13T08:00Z', 'today by 16:00'],
    ['2026-05-13T16:00Z', 'now, until tomorrow 16:00'],
    ['2026-05-14T12:00Z', 'now, until 16:00'],
    ['2026-05-16T12:00Z', 'late, and still welcome'],
  ])('at %s its badge says "%s"', (now, words) => {
    expect(thanks && dueWords(thanks, at(now), voice)).toBe(words);
  });

  it('waiting says until when and because of what', () => {
    const now = at('2026-05-14T08:00Z');
    const plan = planOf(
      factsWith({
        people: [],
        promises: [{ id: 'p', decisionBy: '2026-05-15', saidAt: now }],
        interviews: [
          {
            id: 'panel',
            start: at('2026-05-12T13:00Z'),
            end: at('2026-05-12T15:00Z'),
            interviewers: {},
            debriefedAt: now,
          },
        ],
        records: [{ id: 'r', followUp: 'know-your-interviewers/panel', decision: 'let-go', at: now }],
      }),
    );
    const standing = standingAt({ stage: 'interviewing' }, plan.followUps, null, now);
    expect(standing.type === 'waiting' && waitingWords(standing, now, voice)).toEqual({
      until: 'Wed 20 May',
      because: 'They said they would decide by Fri 15 May.',
    });
  });
});

describe('the allowance', () => {
  const settings = facts.settings;
  const contacts = (...days: readonly string[]) =>
    days.map((day, n) =>
      tables.interactions.parse({
        id: `x${n}`,
        createdAt: 1,
        employer: 'e',
        direction: 'outgoing',
        medium: 'email',
        purpose: 'progress',
        at: at(`${day}T09:00Z`),
      }),
    );

  it.each([
    ['nothing yet', [], '2026-05-12', 'fine', 'nothing-counted'],
    ['one, two days ago', ['2026-05-11'], '2026-05-13', 'early', 'cool-down'],
    ['one, a working week ago', ['2026-05-11'], '2026-05-18', 'fine', 'cool-down'],
    ['two', ['2026-05-04', '2026-05-11'], '2026-05-25', 'too-much', 'used-up'],
    ['two, a month ago', ['2026-05-04', '2026-05-11'], '2026-06-11', 'fine', 'used-up'],
  ] as const)('%s', (_case, days, now, proportion, because) => {
    const allowance = allowanceOf(contacts(...days), settings, workCalendar(settings), 'Europe/London');
    expect(proportionAt(allowance, at(`${now}T10:00Z`))).toBe(proportion);
    expect(allowance.because).toBe(because);
  });
});

describe('the catalogue', () => {
  it('states all 21 rules', () => {
    expect(adviceIds).toHaveLength(21);
    for (const id of adviceIds) {
      for (const text of [en.advice[id].statement, en.advice[id].trigger, en.advice[id].window, en.advice[id].reason]) {
        expect(text).toMatch(/\S.*\.$/);
      }
    }
  });

  it('has no exclamation marks, odds or unfilled parts', () => {
    const texts: string[] = [];
    // A part is mostly a word or a number, and now and then a list of words.
    const filledIn = (text: (facts: object) => string): string => {
      const filledWith = (part: unknown): string => text(new Proxy({}, { get: () => part }));
      try {
        return filledWith('3');
      } catch {
        return filledWith(['3', '4']);
      }
    };
    const collect = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value);
      else if (typeof value === 'function') {
        texts.push(filledIn(value as (facts: object) => string));
      } else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
    };
    collect(en);
    expect(texts.length).toBeGreaterThan(200);
    for (const text of texts) expect(text).not.toMatch(/!|undefined|\bNaN\b|\[object|\d %|percent/);
  });
});

describe('a disk that does not take a change', () => {
  it.each(['disk-full', 'read-only', 'no-permission', 'gone', 'input-output', 'something new'])(
    'says what "%s" means, and no code',
    (because) => {
      const text = en.frame.notSavedText({ because, folder: '/data' });
      expect(text).not.toContain(because);
      expect(text).toMatch(/^The (disk|folder) .*\. Everything before it is safe in \/data\./);
    },
  );
});
