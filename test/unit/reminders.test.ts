import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerReminder } from '#main/reminders/answer.ts';
import { attentionAt, decide, upcoming } from '#main/reminders/decide.ts';
import { startReminders, type Presenter } from '#main/reminders/reminders.ts';
import { followUpRow } from '#support/follow-up-row.ts';
import { Command, type CommandInput } from '#shared/command.ts';
import { Announcement } from '#shared/facts/follow-up-record.ts';
import type { Instant } from '#shared/facts/value.ts';
import { err, ok } from '#shared/result.ts';
import type { FollowUpRow } from '#shared/rows.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Some morning; far from zero, so that "a month ago" is not before 1970. */
const t0 = 1_800_000_000_000;

const window = (from: number, due: number, until: number = due + day) => ({
  from: t0 + from,
  due: t0 + due,
  until: t0 + until,
});

const noted = (row: FollowUpRow, at: Instant): Announcement =>
  Announcement.parse({ id: `a-${at}`, createdAt: at, followUp: row.id, due: row.window.due, at, device: 'desk' });

const names = (rows: readonly FollowUpRow[]) => rows.map(({ id }) => id.replace('own-step/', ''));

describe('a follow-up asks for attention', () => {
  it.each<[string, Partial<FollowUpRow>, number]>([
    ['8 hours before it is due', { window: window(0, 2 * day) }, 2 * day - 8 * hour],
    ['not before it may be done', { window: window(0, 2 * hour) }, 0],
    ['as soon as it may be done, when it is a contact', { isContact: true, window: window(0, 2 * day) }, 0],
    ['as soon as it may be done, when it is a debrief', { kind: 'debrief', window: window(0, 2 * day) }, 0],
    ['when its snooze ends', { window: window(0, 2 * day), snoozedUntil: t0 }, 0],
  ])('%s', (_what, fields, expected) => {
    expect(attentionAt(followUpRow('x', fields)) - t0).toBe(expected);
  });
});

describe('what is announced', () => {
  const due = (name: string, fields: Partial<FollowUpRow> = {}) =>
    followUpRow(name, { window: window(0, hour), ...fields });

  it('is what became due for attention, the longest waiting first', () => {
    const rows = [
      due('b', { window: window(hour, 2 * hour) }),
      due('a'),
      due('c', { window: window(5 * hour, 6 * hour) }),
    ];
    const { announce, nextWakeAt } = decide(rows, [], t0 + hour);
    expect(names(announce)).toEqual(['a', 'b']);
    expect(nextWakeAt).toBe(t0 + 5 * hour);
  });

  it.each<[string, Partial<FollowUpRow>]>([
    ['done', { state: 'done' }],
    ['let go', { state: 'let-go' }],
    ['the quiet choice of a next step', { kind: 'choose-next-step' }],
    ['no longer worth showing', { closesAt: t0 + hour }],
    ['snoozed to a later time', { window: window(2 * hour, 3 * hour), snoozedUntil: t0 + 2 * hour }],
  ])('is nothing that is %s', (_what, fields) => {
    expect(decide([due('x', fields)], [], t0 + hour).announce).toEqual([]);
  });

  it('is nothing that waited for more than 30 days', () => {
    const row = due('x');
    expect(names(decide([row], [], t0 + 30 * day).announce)).toEqual(['x']);
    expect(decide([row], [], t0 + 30 * day + 1).announce).toEqual([]);
  });

  it('is announced once, on whichever machine, and again when its due instant moves', () => {
    const row = due('x');
    const moved = due('x', { window: window(0, 3 * hour) });
    const announcements = [noted(row, t0 + 1)];
    expect(decide([row], announcements, t0 + hour).announce).toEqual([]);
    expect(names(decide([moved], announcements, t0 + hour).announce)).toEqual(['x']);
  });

  it('is announced again when it was put off, also when that does not move its due instant', () => {
    const row = due('x', { window: window(0, 2 * day) });
    const putOff = due('x', { window: window(hour, 2 * day), snoozedUntil: t0 + hour });
    expect(decide([putOff], [noted(row, t0)], t0 + hour - 1).announce).toEqual([]);
    expect(names(decide([putOff], [noted(row, t0)], t0 + hour).announce)).toEqual(['x']);
    expect(decide([putOff], [noted(row, t0), noted(putOff, t0 + hour)], t0 + 9 * hour).announce).toEqual([]);
  });

  const anyRow = fc
    .record({
      name: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      from: fc.integer({ min: -40 * 24, max: 40 * 24 }),
      due: fc.integer({ min: 0, max: 100 }),
      until: fc.integer({ min: 0, max: 100 }),
      closes: fc.option(fc.integer({ min: 0, max: 400 })),
      isContact: fc.boolean(),
      kind: fc.constantFrom('own-step', 'debrief', 'thank', 'choose-next-step'),
      state: fc.constantFrom('open', 'done', 'let-go'),
      snoozed: fc.boolean(),
    })
    .map(({ name, from, due, until, closes, isContact, kind, state, snoozed }) => {
      const start = t0 + from * hour;
      return followUpRow(name, {
        window: { from: start, due: start + due * hour, until: start + (due + until) * hour },
        closesAt: closes === null ? null : start + (due + until + closes) * hour,
        isContact,
        kind,
        state,
        snoozedUntil: snoozed ? start : null,
      });
    });
  const anyRows = fc.uniqueArray(anyRow, { selector: ({ id }) => id, minLength: 3, maxLength: 6 });

  it('is never announced twice, whatever the clock does in between (law)', () => {
    let announced = 0;
    fc.assert(
      fc.property(
        anyRows,
        fc.array(fc.integer({ min: -50, max: 80 }), { minLength: 2, maxLength: 12 }),
        (rows, hours) => {
          const announcements: Announcement[] = [];
          const shown = new Map<string, number>();
          for (const at of hours.map((h) => t0 + h * day)) {
            for (const row of decide(rows, announcements, at).announce) {
              announcements.push(noted(row, at));
              shown.set(row.id, (shown.get(row.id) ?? 0) + 1);
              announced += 1;
            }
            expect(decide(rows, announcements, at).announce).toEqual([]);
          }
          expect([...shown.values()].filter((times) => times > 1)).toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
    expect(announced).toBeGreaterThan(50);
  });

  it('is named at the next waking, and not before it (law)', () => {
    let woken = 0;
    fc.assert(
      fc.property(anyRows, fc.integer({ min: -50, max: 50 }), (rows, d) => {
        const at = t0 + d * day;
        const { announce, nextWakeAt } = decide(rows, [], at);
        if (nextWakeAt === null) return;
        woken += 1;
        const announcements = announce.map((row) => noted(row, at));
        expect(nextWakeAt).toBeGreaterThan(at);
        expect(decide(rows, announcements, nextWakeAt - 1).announce).toEqual([]);
        expect(decide(rows, announcements, nextWakeAt).nextWakeAt).not.toBe(nextWakeAt);
      }),
      { numRuns: 500 },
    );
    expect(woken).toBeGreaterThan(20);
  });
});

describe('what comes next', () => {
  it('is what may be done now, by due instant, then what comes later', () => {
    const rows = [
      followUpRow('later', { window: window(2 * day, 3 * day) }),
      followUpRow('second', { window: window(0, 2 * day) }),
      followUpRow('first', { window: window(0, day) }),
      followUpRow('done', { window: window(0, hour), state: 'done' }),
      followUpRow('over', { window: window(-9 * day, -8 * day), closesAt: t0 }),
    ];
    expect(names(upcoming(rows, t0 + 1, 3))).toEqual(['first', 'second', 'later']);
    expect(names(upcoming(rows, t0 + 1, 1))).toEqual(['first']);
  });
});

describe('the answer to a reminder', () => {
  const newId = () => 'r1';

  it('is a decision that the document accepts', () => {
    const done = answerReminder(followUpRow('x'), 'done', t0, newId);
    const later = answerReminder(followUpRow('x', { isContact: true }), 'later', t0, newId);
    expect(Command.parse(done)).toMatchObject({ type: 'decide', record: { decision: 'done', until: null } });
    expect(Command.parse(later)).toMatchObject({ type: 'decide', record: { decision: 'snoozed', until: t0 + hour } });
  });

  it.each<[string, Partial<FollowUpRow>]>([
    ['a contact', { isContact: true }],
    ['a thank-you', { kind: 'thank' }],
    ['what is settled already', { state: 'done' }],
  ])('logs nothing for %s, and shows it instead', (_what, fields) => {
    expect(answerReminder(followUpRow('x', fields), 'done', t0, newId)).toBe('show');
  });
});

/** Reminders over a small document in memory, a clock that a test moves by hand, and a screen that it reads. */
const setupReminders = (
  rows: readonly FollowUpRow[],
  { announcements = [] as Announcement[], available = true } = {},
) => {
  const log: string[] = [];
  const world = { rows, announcements, available, shows: true, saves: true, now: t0, outlookFails: false };
  const timers = new Map<number, { readonly at: Instant; readonly callback: () => void }>();
  const waits: number[] = [];
  let idle: () => void = () => {};
  let nextTimer = 0;

  const presenter: Presenter = {
    isAvailable: async () => world.available,
    show: async (shown) => {
      log.push(`show ${names(shown).join()}`);
      return world.shows ? 'shown' : 'unavailable';
    },
    withdraw: async (row) => {
      log.push(`withdraw ${names([row]).join()}`);
    },
  };
  const submit = async (input: CommandInput) => {
    if (!world.saves) return err({ type: 'read-only', because: 'damaged' } as const);
    const command = Command.parse(input);
    if (command.type !== 'batch') throw new Error('not a batch');
    for (const one of command.commands) {
      if (one.type !== 'note-announcement') throw new Error('not an announcement');
      world.announcements = [...world.announcements, Announcement.parse({ ...one.announcement, createdAt: world.now })];
      log.push(`note ${one.announcement.followUp.replace('own-step/', '')}`);
    }
    return ok(null);
  };
  const start = () =>
    startReminders({
      clock: {
        now: () => world.now,
        after: (ms, callback) => {
          waits.push(ms);
          nextTimer += 1;
          const id = nextTimer;
          timers.set(id, { at: world.now + ms, callback });
          idle();
          return () => timers.delete(id);
        },
      },
      outlook: async () => {
        if (world.outlookFails) throw new Error('the document is gone');
        return { followUps: world.rows, announcements: world.announcements };
      },
      submit,
      presenter,
      newId: () => `id-${Math.random().toString(36).slice(2)}`,
      device: 'desk',
      onAvailability: (availability) => log.push(availability),
      onFailure: (cause) => log.push(`failed: ${String(cause)}`),
    });

  /** Does something and waits until the evaluation after it has come to rest. */
  const settle = async (action: () => void) => {
    const rested = new Promise<void>((done) => {
      idle = done;
    });
    action();
    await rested;
    idle = () => {};
    return log.splice(0).filter((line) => line !== 'working');
  };
  const passTime = (ms: number) =>
    settle(() => {
      world.now += ms;
      for (const [id, { at, callback }] of timers) {
        if (at > world.now) continue;
        timers.delete(id);
        callback();
      }
    });
  return { world, waits, start, settle, passTime, timers };
};

describe('reminders', () => {
  const row = (name: string, from: number) => followUpRow(name, { window: window(from, from + hour) });

  it('note a reminder before they show it, and show it once', async () => {
    const { start, settle, passTime } = setupReminders([row('a', 0)]);
    expect(await settle(start)).toEqual(['note a', 'show a']);
    expect(await passTime(15_000)).toEqual([]);
  });

  it('show nothing again after a restart', async () => {
    const first = setupReminders([row('a', 0)]);
    await first.settle(first.start);
    const second = setupReminders([row('a', 0)], { announcements: first.world.announcements });
    expect(await second.settle(second.start)).toEqual([]);
  });

  it('wake when the next one is due, and never wait longer than 15 s', async () => {
    const { start, settle, passTime, waits } = setupReminders([row('a', 20_000), row('b', 30 * day)]);
    expect(await settle(start)).toEqual([]);
    expect(waits).toEqual([15_000]);
    expect(await passTime(15_000)).toEqual([]);
    expect(waits).toEqual([15_000, 5_000]);
    expect(await passTime(5_000)).toEqual(['note a', 'show a']);
    expect(waits).toEqual([15_000, 5_000, 15_000]);
  });

  it('catch up after a sleep', async () => {
    const { start, settle, passTime } = setupReminders([row('a', hour), row('b', 2 * hour)]);
    await settle(start);
    expect(await passTime(3 * hour)).toEqual(['note a', 'note b', 'show a,b']);
  });

  it('note nothing while nothing can be shown, and catch up when that works again', async () => {
    const { start, settle, passTime, world } = setupReminders([row('a', 0)], { available: false });
    expect(await settle(start)).toEqual(['unavailable']);
    world.available = true;
    expect(await passTime(15_000)).toEqual(['note a', 'show a']);
  });

  it('say so when showing did not work', async () => {
    const { start, settle, world } = setupReminders([row('a', 0)]);
    world.shows = false;
    expect(await settle(start)).toEqual(['note a', 'show a', 'unavailable']);
  });

  it('show nothing that they cannot note', async () => {
    const { start, settle, passTime, world } = setupReminders([row('a', 0)]);
    world.saves = false;
    expect(await settle(start)).toEqual([]);
    world.saves = true;
    expect(await passTime(15_000)).toEqual(['note a', 'show a']);
  });

  it('take down what was done or put off meanwhile', async () => {
    const { start, settle, world } = setupReminders([row('a', 0), row('b', 0), row('c', 0)]);
    let reminders: ReturnType<typeof start> | undefined;
    await settle(() => {
      reminders = start();
    });
    world.rows = [
      { ...row('a', 0), state: 'done' },
      followUpRow('b', { window: window(hour, 2 * hour), snoozedUntil: t0 + hour }),
      row('c', 0),
    ];
    expect(await settle(() => reminders?.evaluate())).toEqual(['withdraw a', 'withdraw b']);
  });

  it('go on after a failure', async () => {
    const { start, settle, passTime, world } = setupReminders([row('a', 0)]);
    world.outlookFails = true;
    expect(await settle(start)).toEqual(['failed: Error: the document is gone']);
    world.outlookFails = false;
    expect(await passTime(15_000)).toEqual(['note a', 'show a']);
  });

  it('answer many calls with one evaluation, and none after the stop', async () => {
    const { start, settle, timers } = setupReminders([row('a', 0)]);
    let reminders: ReturnType<typeof start> | undefined;
    const log = await settle(() => {
      reminders = start();
      for (let i = 0; i < 10; i += 1) reminders.evaluate();
    });
    expect(log).toEqual(['note a', 'show a']);
    await reminders?.stop();
    reminders?.evaluate();
    expect([...timers]).toEqual([]);
  });
});
