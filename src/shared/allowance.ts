import { addDaysTo, addWorkingDays, dayOf, instantOf, type WorkCalendar } from './calendar.ts';
import type { Interaction } from './facts/letter.ts';
import type { Settings } from './facts/settings.ts';
import type { Instant, Zone } from './facts/value.ts';

/**
 * How much contact with one employer is in proportion (rules `stay-proportional`, `do-not-nag`): over all people and
 * media, counted since their last answer. Derived from the logged interactions; nothing of it is stored.
 */
export interface Allowance {
  /** Contacts of the user's own since the employer's last answer. */
  readonly used: number;
  readonly limit: number;
  /** The newest of them; null when there was none. */
  readonly lastAt: Instant | null;
  /** From when on the next one is in proportion; null when it is right away. */
  readonly nextGoodAt: Instant | null;
  /** Why not before: the cool-down between two contacts, or the allowance is used up. */
  readonly because: 'nothing-counted' | 'cool-down' | 'used-up';
}

export const allowanceOf = (
  interactions: readonly Interaction[],
  settings: Settings,
  calendar: WorkCalendar,
  zone: Zone,
): Allowance => {
  let answeredAt = -1;
  for (const interaction of interactions) {
    if (interaction.direction === 'incoming' && interaction.at > answeredAt) answeredAt = interaction.at;
  }
  const counted = interactions.filter((interaction) => countsAsContact(interaction) && interaction.at > answeredAt);
  if (counted.length === 0) {
    return { used: 0, limit: settings.allowanceLimit, lastAt: null, nextGoodAt: null, because: 'nothing-counted' };
  }
  const lastAt = Math.max(...counted.map((interaction) => interaction.at));
  const usedUp = counted.length >= settings.allowanceLimit;
  return {
    used: counted.length,
    limit: settings.allowanceLimit,
    lastAt,
    nextGoodAt: usedUp ? afterRest(lastAt, settings, calendar, zone) : afterCoolDown(lastAt, settings, calendar, zone),
    because: usedUp ? 'used-up' : 'cool-down',
  };
};

export type Proportion = 'fine' | 'early' | 'too-much';

/** Whether one more contact at `at` is in proportion. */
export const proportionAt = (allowance: Allowance, at: Instant): Proportion =>
  allowance.nextGoodAt === null || at >= allowance.nextGoodAt
    ? 'fine'
    : allowance.because === 'used-up'
      ? 'too-much'
      : 'early';

/** A contact that the user started. Thank-yous, the application itself, answers to the employer and talks with references are free. */
export const countsAsContact = (interaction: Interaction): boolean =>
  interaction.direction === 'outgoing' && (interaction.purpose === 'progress' || interaction.purpose === 'other');

/** The first moment after the cool-down that follows a contact at `at`. */
export const afterCoolDown = (at: Instant, settings: Settings, calendar: WorkCalendar, zone: Zone): Instant =>
  instantOf(addWorkingDays(dayOf(at, zone), settings.allowanceSpacingWorkingDays, calendar), settings.dayStart, zone);

const afterRest = (at: Instant, settings: Settings, calendar: WorkCalendar, zone: Zone): Instant =>
  instantOf(
    addWorkingDays(dayOf(addDaysTo(at, settings.allowanceRestDays, zone), zone), 0, calendar),
    settings.dayStart,
    zone,
  );
