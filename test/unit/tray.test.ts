import { describe, expect, it } from 'vitest';
import { trayStateOf } from '#main/shell/tray-state.ts';
import { en } from '#shared/messages/en.ts';
import { followUpRow } from '#support/follow-up-row.ts';

const voice = { messages: en, region: { locale: 'en-GB', zone: 'UTC' } };
const day = 86_400_000;
const at = Date.UTC(2026, 4, 12, 8);

describe('the tray', () => {
  it('says what is next and when, in the order given, and where each leads', () => {
    const now = followUpRow('a', { window: { from: at - day, due: at + 3_600_000, until: at + day } });
    const later = followUpRow('b', { window: { from: at + 3 * day, due: at + 4 * day, until: at + 5 * day } });
    expect(trayStateOf([now, later], at, voice)).toEqual({
      tooltip: 'Afterword. Step a: today by 09:00',
      items: [
        { label: 'Step a: today by 09:00', route: '/follow-up/own-step/a' },
        { label: 'Step b: from Fri 15 May', route: '/follow-up/own-step/b' },
      ],
    });
  });

  it('says so when there is nothing to do', () => {
    expect(trayStateOf([], at, voice)).toEqual({ tooltip: 'Afterword. Nothing to do right now', items: [] });
  });

  it('renders one state to one value, so that the same state twice touches nothing', () => {
    const row = followUpRow('a');
    expect(JSON.stringify(trayStateOf([row], at, voice))).toBe(
      JSON.stringify(trayStateOf([{ ...row }], at + 1, voice)),
    );
  });
});
