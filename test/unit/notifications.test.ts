import { describe, expect, it } from 'vitest';
import { noticeOf, summaryKey, summaryOf } from '#main/shell/notice.ts';
import { sessionBusSocket } from '#main/shell/session-bus-address.ts';
import { FollowUpId } from '#shared/facts/value.ts';
import { en } from '#shared/messages/en.ts';
import { followUpRow } from '#support/follow-up-row.ts';

const voice = { messages: en, region: { locale: 'en-GB', zone: 'Europe/Berlin' } };
const day = 86_400_000;
/** Tue 12 May 2026 at 10:00 in Berlin. */
const at = Date.UTC(2026, 4, 12, 8);
const row = (name: string) =>
  followUpRow(name, {
    window: { from: at - day, due: at + 6 * 3_600_000, until: at + 2 * day },
    employerName: 'Bright & Co',
  });

describe('a notification', () => {
  it('names the thing, its place and its time', () => {
    expect(noticeOf(row('a'), true, at, voice)).toEqual({
      key: 'own-step/a',
      title: 'Step a',
      body: 'Bright & Co, product designer\ntoday by 16:00',
      actions: ['done', 'later', 'open'],
    });
  });

  it('offers no "Done" where that would log something unknown', () => {
    expect(noticeOf(row('a'), false, at, voice).actions).toEqual(['later', 'open']);
  });

  it('sums up what would be too many', () => {
    const four = summaryOf(['a', 'b', 'c', 'd'].map(row), at, voice);
    expect(four.title).toBe('4 things to look at');
    expect(four.body.split('\n')).toHaveLength(4);
    const many = summaryOf(['a', 'b', 'c', 'd', 'e'].map(row), at, voice);
    expect(many.body.split('\n')).toEqual([
      'Step a: today by 16:00',
      'Step b: today by 16:00',
      'Step c: today by 16:00',
      'and 2 more',
    ]);
    expect(many.actions).toEqual(['open']);
  });

  it('has a key for the sum that no follow-up has', () => {
    expect(FollowUpId.safeParse(summaryKey).success).toBe(false);
  });
});

describe('the session bus', () => {
  it.each<[string, Record<string, string>, string | null]>([
    ['by path', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/1000/bus' }, '/run/user/1000/bus'],
    ['by path and id', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/tmp/dbus-x,guid=12' }, '/tmp/dbus-x'],
    ['by escaped path', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/tmp/a%20b' }, '/tmp/a b'],
    ['by abstract name', { DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/dbus-x,guid=1' }, '\0/tmp/dbus-x'],
    ['at the second address', { DBUS_SESSION_BUS_ADDRESS: 'tcp:host=h,port=1;unix:path=/b' }, '/b'],
    ['at its usual place', { XDG_RUNTIME_DIR: '/run/user/1000' }, '/run/user/1000/bus'],
    [
      'nowhere, over a network',
      { DBUS_SESSION_BUS_ADDRESS: 'tcp:host=h,port=1', XDG_RUNTIME_DIR: '/run/user/1000' },
      null,
    ],
    ['nowhere, when broken', { DBUS_SESSION_BUS_ADDRESS: 'unix:' }, null],
    ['nowhere, when nothing says', {}, null],
  ])('is found %s', (_what, env, expected) => {
    expect(sessionBusSocket(env)).toBe(expected);
  });
});
