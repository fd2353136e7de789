import type { Application, DecisionPromise, Step } from './facts/application.ts';
import type { Entity, Facts, Table } from './facts/facts.ts';
import type { FollowUpRecord } from './facts/follow-up-record.ts';
import type { Interview } from './facts/interview.ts';
import type { Interaction, Letter } from './facts/letter.ts';
import type { Briefing } from './facts/person.ts';

/** The facts that are not deleted, grouped by what the plan asks them for. */
export interface FactsIndex {
  readonly facts: Facts;
  readonly applicationsByEmployer: ReadonlyMap<string, readonly Application[]>;
  readonly interactionsByEmployer: ReadonlyMap<string, readonly Interaction[]>;
  readonly interviewsByApplication: ReadonlyMap<string, readonly Interview[]>;
  readonly promisesByApplication: ReadonlyMap<string, readonly DecisionPromise[]>;
  readonly stepsByApplication: ReadonlyMap<string, readonly Step[]>;
  readonly lettersByApplication: ReadonlyMap<string, readonly Letter[]>;
  readonly briefingsByApplication: ReadonlyMap<string, readonly Briefing[]>;
  readonly recordsByFollowUp: ReadonlyMap<string, readonly FollowUpRecord[]>;
}

/** `before` is an index of earlier facts: groups whose table is the same object are taken over, which makes one change cheap. */
export const indexFacts = (facts: Facts, before?: FactsIndex): FactsIndex => {
  const group = <T extends Table, K extends keyof FactsIndex>(
    table: T,
    index: K,
    keyOf: (entity: Entity<T>) => string,
  ): ReadonlyMap<string, readonly Entity<T>[]> =>
    before !== undefined && before.facts[table] === facts[table]
      ? (before[index] as unknown as ReadonlyMap<string, readonly Entity<T>[]>)
      : groupBy(Object.values<Entity<T>>(facts[table] as Readonly<Record<string, Entity<T>>>), keyOf);
  return {
    facts,
    applicationsByEmployer: group('applications', 'applicationsByEmployer', (one) => one.employer),
    interactionsByEmployer: group('interactions', 'interactionsByEmployer', (one) => one.employer),
    interviewsByApplication: group('interviews', 'interviewsByApplication', (one) => one.application),
    promisesByApplication: group('promises', 'promisesByApplication', (one) => one.application),
    stepsByApplication: group('steps', 'stepsByApplication', (one) => one.application),
    lettersByApplication: group('letters', 'lettersByApplication', (one) => one.application),
    briefingsByApplication: group('briefings', 'briefingsByApplication', (one) => one.application),
    recordsByFollowUp: group('records', 'recordsByFollowUp', (one) => one.followUp),
  };
};

const groupBy = <E extends { readonly id: string; readonly deletedAt: number | null }>(
  entities: readonly E[],
  keyOf: (entity: E) => string,
): ReadonlyMap<string, readonly E[]> => {
  const groups = new Map<string, E[]>();
  for (const entity of entities) {
    if (entity.deletedAt !== null) continue;
    const key = keyOf(entity);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [entity]);
    else group.push(entity);
  }
  // The order in which facts arrived differs between machines; what is derived from them must not.
  for (const group of groups.values()) group.sort((a, b) => (a.id < b.id ? -1 : 1));
  return groups;
};
