import { Command, type CommandInput } from '#shared/command.ts';
import { emptyFacts, tables, type Entity, type Facts, type Table } from '#shared/facts/facts.ts';
import { Settings } from '#shared/facts/settings.ts';
import type { Instant, Zone } from '#shared/facts/value.ts';
import { plan, type Plan } from '#shared/plan.ts';
import type { FollowUp, FollowUpKind } from '#shared/follow-up.ts';

type Draft<T extends Table> = Partial<Record<keyof Entity<T>, unknown>> & { readonly id: string };

/** Facts from a few words: one employer and one application are there from the start. */
export const factsWith = (
  entities: { readonly [T in Table]?: readonly Draft<T>[] },
  settings: Partial<Settings> = {},
): Facts => {
  const facts = emptyFacts() as unknown as Record<string, Record<string, unknown>>;
  const all: { readonly [T in Table]?: readonly Draft<T>[] } = {
    employers: [{ id: 'brightwater', name: 'Brightwater' }],
    applications: [{ id: 'designer' }],
    ...entities,
  };
  for (const [table, drafts] of Object.entries(all) as [Table, readonly Draft<Table>[]][]) {
    for (const draft of drafts) {
      const entity = tables[table].parse({ ...defaultsOf(table), ...draft });
      (facts[table] as Record<string, unknown>)[draft.id] = entity;
    }
  }
  return { ...(facts as unknown as Facts), settings: Settings.parse(settings) };
};

const defaultsOf = (table: Table): object => {
  const createdAt = at('2026-05-01T08:00Z');
  const base = { createdAt, deletedAt: null };
  switch (table) {
    case 'employers':
      return { ...base, name: 'Employer' };
    case 'applications':
      return { ...base, employer: 'brightwater', role: 'Product designer', stage: 'interviewing', stageAt: createdAt };
    case 'promises':
      return { ...base, application: 'designer', saidAt: createdAt };
    case 'steps':
      return { ...base, application: 'designer', what: 'Send the portfolio' };
    case 'interviews':
      return { ...base, application: 'designer', round: 1, kind: 'panel', zone: 'Europe/London' };
    case 'people':
      return { ...base, name: 'Dana Okafor' };
    case 'letters':
      return { ...base, kind: 'thank-you', application: 'designer', medium: 'email' };
    case 'interactions':
      return {
        ...base,
        employer: 'brightwater',
        application: 'designer',
        direction: 'outgoing',
        medium: 'email',
        purpose: 'progress',
      };
    case 'references':
    case 'briefings':
      return { ...base, application: 'designer' };
    case 'records':
      return { ...base, at: createdAt };
    case 'announcements':
      return { ...base, at: createdAt, device: 'laptop' };
    case 'templates':
      return { ...base, kind: 'thank-you', name: 'My own' };
  }
};

/** An ISO instant as ms. */
export const at = (iso: string): Instant => {
  const instant = Date.parse(iso);
  if (Number.isNaN(instant)) throw new Error(`not an instant: ${iso}`);
  return instant;
};

export const planOf = (facts: Facts, zone: Zone = 'Europe/London'): Plan => plan(facts, facts.settings, zone);

/** The open follow-ups of one kind, by their due instants. */
export const open = (facts: Facts, kind: FollowUpKind, zone?: Zone): readonly FollowUp[] =>
  planOf(facts, zone).followUps.filter((followUp) => followUp.kind === kind && followUp.state === 'open');

/** The only open follow-up of a kind; fails when there are none or several. */
export const only = (facts: Facts, kind: FollowUpKind, zone?: Zone): FollowUp => {
  const found = open(facts, kind, zone);
  const [first] = found;
  if (first === undefined || found.length > 1) throw new Error(`${found.length} open follow-ups of kind ${kind}`);
  return first;
};

export const iso = (instant: Instant): string => new Date(instant).toISOString();

/** A command as the document gets it. */
export const command = (input: CommandInput): Command => Command.parse(input);
