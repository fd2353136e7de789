import { describe, expect, it } from 'vitest';
import type { Facts } from '#shared/facts/facts.ts';
import { phaseAt } from '#shared/follow-up.ts';
import { coverageOf, standingAt } from '#shared/standing.ts';
import { at, factsWith, iso, only, open, planOf } from '#support/facts-builder.ts';

const panel = ['dana', 'priya', 'tom', 'yusuf'];
const people = panel.map((id) => ({ id, name: id }));
const interviewers = Object.fromEntries(panel.map((id) => [id, true]));

/** An interview from 14:00 to 16:00 (London, summer time) on Tuesday 12 May 2026. */
const held = { id: 'panel', start: at('2026-05-12T13:00Z'), end: at('2026-05-12T15:00Z'), interviewers };
const debriefed = { ...held, debriefedAt: at('2026-05-12T16:00Z') };

describe('thank-each-interviewer and thank-within-two-days', () => {
  it.each([
    ['in summer time', 'Europe/London', '2026-05-12T15:00Z', '2026-05-13T15:00Z', '2026-05-14T15:00Z'],
    // New York sets its clocks forward in the night to Sunday 8 March 2026: 24 hours after 16:00 EST it is 17:00 EDT.
    ['over a clock set forward', 'America/New_York', '2026-03-07T21:00Z', '2026-03-08T21:00Z', '2026-03-09T21:00Z'],
    // Berlin sets its clocks back in the night to Sunday 25 October 2026.
    ['over a clock set back', 'Europe/Berlin', '2026-10-24T14:00Z', '2026-10-25T14:00Z', '2026-10-26T14:00Z'],
    [
      'over half an hour at Lord Howe',
      'Australia/Lord_Howe',
      '2026-04-04T04:00Z',
      '2026-04-05T04:00Z',
      '2026-04-06T04:00Z',
    ],
  ])('a panel of four gives exactly four, due 24 hours after the end, %s', (_case, zone, end, due, until) => {
    const facts = factsWith({
      people,
      interviews: [{ id: 'panel', start: at(end) - 3_600_000, end: at(end), zone, interviewers }],
    });
    const thanks = open(facts, 'thank', zone);
    expect(thanks.map(({ id }) => id)).toEqual(panel.map((person) => `thank-each-interviewer/panel/${person}`));
    for (const { window, because } of thanks) {
      expect(window).toEqual({ from: at(end), due: at(due), until: at(until) });
      expect(because).toMatchObject({ type: 'interview-ended', at: at(end), zone });
    }
  });

  it.each(['rejected', 'withdrawn', 'declined', 'silent', 'offer', 'accepted'])(
    'is due also when the application is %s',
    (stage) => {
      const facts = factsWith({ applications: [{ id: 'designer', stage }], people, interviews: [held] });
      expect(open(facts, 'thank')).toHaveLength(4);
    },
  );

  it('is done for the one who was written to, and for nobody else', () => {
    const letter = { id: 'letter', interview: 'panel', person: 'dana' };
    const draft = factsWith({ people, interviews: [held], letters: [letter] });
    expect(open(draft, 'thank')).toHaveLength(4);
    const sent = factsWith({ people, interviews: [held], letters: [{ ...letter, sentAt: at('2026-05-13T08:00Z') }] });
    expect(open(sent, 'thank').map(({ person }) => person)).toEqual(['priya', 'tom', 'yusuf']);
  });

  it('is done by a thank-you that was logged without a letter', () => {
    const facts = factsWith({
      people,
      interviews: [held],
      interactions: [
        {
          id: 'card',
          purpose: 'thank-you',
          medium: 'post',
          interview: 'panel',
          person: 'tom',
          at: at('2026-05-13T08:00Z'),
        },
      ],
    });
    expect(open(facts, 'thank').map(({ person }) => person)).toEqual(['dana', 'priya', 'yusuf']);
  });

  it.each([
    ['before the end', '2026-05-12T14:59Z', 'later'],
    ['after the end', '2026-05-12T15:00Z', 'due-soon'],
    ['after a day', '2026-05-13T15:00Z', 'due'],
    ['after two days', '2026-05-14T15:00Z', 'overdue'],
    ['after three weeks, and still encouraged', '2026-06-02T15:00Z', 'overdue'],
    ['after a month', '2026-06-12T15:00Z', 'over'],
  ] as const)('%s it is %s', (_case, now, phase) => {
    const [first] = open(factsWith({ people, interviews: [held] }), 'thank');
    expect(first && phaseAt(first, at(now))).toBe(phase);
  });

  it('asks nothing for a cancelled interview or somebody taken off the panel', () => {
    expect(
      open(factsWith({ people, interviews: [{ ...held, cancelledAt: at('2026-05-11T15:00Z') }] }), 'thank'),
    ).toEqual([]);
    const three = factsWith({ people, interviews: [{ ...held, interviewers: { ...interviewers, tom: false } }] });
    expect(open(three, 'thank')).toHaveLength(3);
  });
});

describe('ask-decision-date', () => {
  it('reminds before leaving, on the day, until the end', () => {
    const before = only(factsWith({ people, interviews: [held] }), 'before-you-leave');
    expect(iso(before.window.from)).toBe('2026-05-11T23:00:00.000Z');
    expect(before.window.due).toBe(held.end);
    expect(phaseAt(before, held.end)).toBe('over');
  });

  it('offers the debrief right after the end and asks for nothing else meanwhile', () => {
    const facts = factsWith({ people, interviews: [held] });
    expect(only(facts, 'debrief').window.from).toBe(held.end);
    expect(open(facts, 'ask-decision-date')).toEqual([]);
  });

  it('asks for the date after a debrief that left it open, and no more once it is known', () => {
    expect(only(factsWith({ people, interviews: [debriefed] }), 'ask-decision-date').window.from).toBe(
      debriefed.debriefedAt,
    );
    const known = factsWith({
      people,
      interviews: [debriefed],
      promises: [{ id: 'promise', decisionBy: '2026-05-22', saidAt: held.end }],
    });
    expect(open(known, 'ask-decision-date')).toEqual([]);
  });
});

describe('know-your-interviewers', () => {
  it('asks who it was while nobody is listed', () => {
    expect(only(factsWith({ interviews: [{ ...held, interviewers: {} }] }), 'find-interviewers').window.due).toBe(
      at('2026-05-13T15:00Z'),
    );
    expect(open(factsWith({ people, interviews: [held] }), 'find-interviewers')).toEqual([]);
  });
});

describe('call-within-a-fortnight', () => {
  const withPromise = (decisionBy: string, more: Parameters<typeof factsWith>[0] = {}): Facts =>
    factsWith({ people, interviews: [debriefed], promises: [{ id: 'first', decisionBy, saidAt: held.end }], ...more });

  it('is due on day 10 and late after day 14 where no date was given', () => {
    const call = only(factsWith({ people, interviews: [debriefed] }), 'call');
    // Day 10 is Friday 22 May; day 14 Tuesday 26 May. 09:00 and 17:00 in London.
    expect([call.window.from, call.window.due, call.window.until].map(iso)).toEqual([
      '2026-05-22T08:00:00.000Z',
      '2026-05-22T16:00:00.000Z',
      '2026-05-26T16:00:00.000Z',
    ]);
    expect(call.because.type).toBe('no-news-since-interview');
  });

  it('moves to a working day, over the holidays of the user', () => {
    const facts = factsWith(
      { people, interviews: [{ ...debriefed, start: at('2026-05-15T13:00Z'), end: at('2026-05-15T15:00Z') }] },
      { holidays: { '2026-05-25': true } },
    );
    // Day 10 is Monday 25 May, a day off.
    expect(iso(only(facts, 'call').window.from)).toBe('2026-05-26T08:00:00.000Z');
  });

  it('waits three working days after a date that was given', () => {
    // Friday 15 May; Wednesday 20 May.
    const call = only(withPromise('2026-05-15'), 'call');
    expect(iso(call.window.from)).toBe('2026-05-20T08:00:00.000Z');
    expect(call.because).toMatchObject({ type: 'decision-date-passed', day: '2026-05-15' });
  });

  it('moves with the newest promise and leaves a pinned date alone', () => {
    const second = { id: 'second', decisionBy: '2026-06-05', saidAt: at('2026-05-18T09:00Z') };
    const moved = withPromise('2026-05-15', {
      promises: [{ id: 'first', decisionBy: '2026-05-15', saidAt: held.end }, second],
    });
    expect(iso(only(moved, 'call').window.from)).toBe('2026-06-10T08:00:00.000Z');
    const pin = {
      id: 'pin',
      followUp: 'call-within-a-fortnight/panel/round-0',
      decision: 'pinned',
      until: at('2026-06-08T10:00Z'),
    };
    const pinned = withPromise('2026-05-15', {
      promises: [{ id: 'first', decisionBy: '2026-05-15', saidAt: held.end }],
      records: [pin],
    });
    expect(iso(only(pinned, 'call').window.due)).toBe('2026-06-08T10:00:00.000Z');
    const pinnedAndMoved = withPromise('2026-05-15', {
      promises: [{ id: 'first', decisionBy: '2026-05-15', saidAt: held.end }, second],
      records: [pin],
    });
    expect(iso(only(pinnedAndMoved, 'call').window.due)).toBe('2026-06-08T10:00:00.000Z');
    expect(only(pinnedAndMoved, 'call').pinned).toBe(true);
  });

  it('is asked for once, and again only after a new promise', () => {
    const call = { id: 'call', medium: 'phone', at: at('2026-05-22T10:00Z') };
    expect(open(factsWith({ people, interviews: [debriefed], interactions: [call] }), 'call')).toEqual([]);
    const again = factsWith({
      people,
      interviews: [debriefed],
      interactions: [call],
      promises: [{ id: 'new', decisionBy: '2026-06-12', saidAt: at('2026-05-22T10:05Z') }],
    });
    expect(only(again, 'call').id).toBe('call-within-a-fortnight/panel/round-1');
    expect(iso(only(again, 'call').window.from)).toBe('2026-06-17T08:00:00.000Z');
  });

  it('counts anew from an answer of theirs', () => {
    const answered = factsWith({
      people,
      interviews: [debriefed],
      interactions: [{ id: 'mail', direction: 'incoming', purpose: 'reply', at: at('2026-05-20T09:00Z') }],
    });
    expect(iso(only(answered, 'call').window.from)).toBe('2026-06-01T08:00:00.000Z');
  });

  it.each(['offer', 'accepted', 'declined', 'rejected', 'withdrawn', 'silent'])(
    'is not asked for at stage %s',
    (stage) => {
      expect(
        open(factsWith({ applications: [{ id: 'designer', stage }], people, interviews: [debriefed] }), 'call'),
      ).toEqual([]);
    },
  );

  it('hangs on the last interview only', () => {
    const second = { ...held, id: 'final', round: 2, start: at('2026-05-26T13:00Z'), end: at('2026-05-26T14:00Z') };
    expect(only(factsWith({ people, interviews: [debriefed, second] }), 'call').interview).toBe('final');
  });
});

describe('stay-proportional and do-not-nag', () => {
  const contact = (id: string, iso: string, more: object = {}) => ({
    id,
    medium: 'email',
    purpose: 'other',
    at: at(iso),
    ...more,
  });

  it('an exhausted allowance derives no contact and says until when', () => {
    const facts = factsWith({
      people,
      interviews: [debriefed],
      interactions: [contact('one', '2026-05-13T09:00Z'), contact('two', '2026-05-20T09:00Z')],
    });
    const plan = planOf(facts);
    expect(plan.followUps.filter(({ isContact, state }) => isContact && state === 'open')).toEqual([]);
    // 30 days after 20 May is Friday 19 June.
    expect(plan.holds.map(({ application, until }) => [application, iso(until)])).toEqual([
      ['designer', '2026-06-19T08:00:00.000Z'],
    ]);
    const standing = standingAt(
      { stage: 'interviewing' },
      plan.followUps,
      plan.holds[0] ?? null,
      at('2026-06-15T10:00Z'),
    );
    expect(standing.type === 'waiting' && iso(standing.until)).toBe('2026-06-19T08:00:00.000Z');
  });

  it('a contact moves the next one behind the cool-down', () => {
    // Tuesday 19 May and five working days: Tuesday 26 May.
    const facts = factsWith({ people, interviews: [debriefed], interactions: [contact('one', '2026-05-19T09:00Z')] });
    expect(iso(only(facts, 'call').window.from)).toBe('2026-05-26T08:00:00.000Z');
    expect(only(facts, 'call').movedByCoolDown).toBe(true);
  });

  it('an answer of theirs resets it; thanks, applying and answering are free', () => {
    const free = ['thank-you', 'application', 'reply', 'reference'].map((purpose, n) =>
      contact(`free-${n}`, '2026-05-19T09:00Z', { purpose }),
    );
    expect(only(factsWith({ people, interviews: [debriefed], interactions: free }), 'call').movedByCoolDown).toBe(
      false,
    );
    const reset = [
      contact('one', '2026-05-13T09:00Z'),
      contact('two', '2026-05-14T09:00Z'),
      contact('answer', '2026-05-15T09:00Z', { direction: 'incoming' }),
    ];
    expect(open(factsWith({ people, interviews: [debriefed], interactions: reset }), 'call')).toHaveLength(1);
  });

  it('counts over all applications at one employer, and plans one contact after the other', () => {
    const facts = factsWith({
      applications: [
        { id: 'designer' },
        { id: 'writer', role: 'Writer', stage: 'applied', stageAt: at('2026-05-12T08:00Z') },
      ],
      people,
      interviews: [debriefed],
    });
    const contacts = planOf(facts).followUps.filter(({ isContact }) => isContact);
    expect(contacts).toHaveLength(2);
    const [first, second] = contacts;
    // Five working days after the first is late (Tuesday 26 May): Tuesday 2 June.
    expect(first && second && second.window.from >= first.window.until).toBe(true);
    expect(second && iso(second.window.from)).toBe('2026-06-02T08:00:00.000Z');
  });
});

describe('brief-your-references', () => {
  const reference = {
    people: [...people, { id: 'lind', name: 'Professor Lind' }],
    references: [{ id: 'ref', person: 'lind' }],
    interviews: [held],
  };
  const briefing = { id: 'briefing', reference: 'ref' };

  it('asks to tell each linked reference after the interview, until they were told', () => {
    const tell = only(factsWith({ ...reference, briefings: [briefing] }), 'tell-reference');
    expect(tell.id).toBe('brief-your-references/designer/ref');
    expect([tell.window.from, tell.window.due].map(iso)).toEqual([
      '2026-05-12T15:00:00.000Z',
      '2026-05-14T15:00:00.000Z',
    ]);
    const told = factsWith({ ...reference, briefings: [{ ...briefing, toldAt: at('2026-05-13T09:00Z') }] });
    expect(open(told, 'tell-reference')).toEqual([]);
  });

  it('asks once for a reference that two machines linked, and for none that is not linked', () => {
    expect(
      only(factsWith({ ...reference, briefings: [briefing, { ...briefing, id: 'twin' }] }), 'tell-reference'),
    ).toBeDefined();
    expect(open(factsWith(reference), 'tell-reference')).toEqual([]);
  });
});

describe('follow-up-every-application and expect-to-wait', () => {
  const standingOf = (facts: Facts, now: string) => {
    const plan = planOf(facts);
    return standingAt(
      { stage: facts.applications['designer']?.stage ?? 'saved' },
      plan.followUps,
      plan.holds[0] ?? null,
      at(now),
    );
  };

  it.each(['saved', 'applied', 'interviewing', 'offer'])(
    'an application has a plan from the moment it is %s',
    (stage) => {
      const plan = planOf(factsWith({ applications: [{ id: 'designer', stage }] }));
      expect(plan.followUps.filter(({ state }) => state === 'open').length).toBeGreaterThan(0);
    },
  );

  it.each(['accepted', 'declined', 'rejected', 'withdrawn', 'silent'])('one that is %s needs none', (stage) => {
    const facts = factsWith({ applications: [{ id: 'designer', stage }] });
    expect(planOf(facts).followUps).toEqual([]);
    expect(standingOf(facts, '2026-05-20T09:00Z').type).toBe('ended');
  });

  it('asks after ten days without an answer to an application', () => {
    const facts = factsWith({ applications: [{ id: 'designer', stage: 'applied', stageAt: at('2026-05-12T08:00Z') }] });
    expect(iso(only(facts, 'ask-after-application').window.from)).toBe('2026-05-22T08:00:00.000Z');
    const waiting = standingOf(facts, '2026-05-15T09:00Z');
    expect(waiting.type === 'waiting' && iso(waiting.until)).toBe('2026-05-22T08:00:00.000Z');
  });

  it('is without a next step when the last one was let go, until something new happens', () => {
    const applied = { id: 'designer', stage: 'applied', stageAt: at('2026-05-12T08:00Z') };
    const letGo = (id: string, followUp: string) => ({ id, followUp, decision: 'let-go', at: at('2026-05-22T09:00Z') });
    const asked = factsWith({
      applications: [applied],
      records: [letGo('one', 'follow-up-every-application/designer/ask')],
    });
    expect(standingOf(asked, '2026-05-22T10:00Z').type).toBe('without-next-step');
    const all = factsWith({
      applications: [applied],
      records: [
        letGo('one', 'follow-up-every-application/designer/ask'),
        letGo('two', 'follow-up-every-application/designer/choose/applied'),
      ],
    });
    const standing = standingOf(all, '2026-05-22T10:00Z');
    expect(standing).toEqual({ type: 'without-next-step', choose: null });
    expect(coverageOf([{ application: 'designer' as never, stage: 'applied', standing }])).toEqual({
      covered: 0,
      active: 1,
      without: ['designer'],
    });
  });

  it('a step of the user own is a next step on its day', () => {
    const facts = factsWith({
      applications: [{ id: 'designer', stage: 'applied' }],
      steps: [{ id: 'step', on: '2026-05-18' }],
    });
    expect(only(facts, 'own-step').id).toBe('follow-up-every-application/designer/step');
    expect(iso(only(facts, 'own-step').window.due)).toBe('2026-05-18T16:00:00.000Z');
  });
});

describe('decisions of the user', () => {
  const id = 'thank-each-interviewer/panel/dana';
  const thanksAfter = (...records: object[]) =>
    planOf(
      factsWith({
        people,
        interviews: [held],
        records: records.map((record, n) => ({ id: `record-${n}`, followUp: id, ...record })),
      }),
    ).followUps.find((followUp) => followUp.id === id);

  it.each([
    ['done', [{ decision: 'done', at: 2 }], 'done'],
    ['let go', [{ decision: 'let-go', at: 2 }], 'let-go'],
    [
      'done and reopened',
      [
        { decision: 'done', at: 2 },
        { decision: 'reopened', at: 3 },
      ],
      'open',
    ],
    [
      'reopened before it was done',
      [
        { decision: 'reopened', at: 2 },
        { decision: 'done', at: 3 },
      ],
      'done',
    ],
    ['done, and that taken back', [{ decision: 'done', at: 2, deletedAt: 3 }], 'open'],
  ] as const)('%s', (_case, records, state) => {
    expect(thanksAfter(...records)?.state).toBe(state);
  });

  it('a snooze moves it, the newest counts, and reopening ends it', () => {
    const until = at('2026-05-16T09:00Z');
    const snoozed = thanksAfter(
      { decision: 'snoozed', at: 2, until: at('2026-05-20T09:00Z') },
      { decision: 'snoozed', at: 3, until },
    );
    expect(snoozed?.window).toEqual({ from: until, due: until, until });
    const ended = thanksAfter({ decision: 'snoozed', at: 2, until }, { decision: 'reopened', at: 3 });
    expect(ended?.window.from).toBe(held.end);
  });
});
