import type { Allowance } from './allowance.ts';
import type { FactsIndex } from './facts-index.ts';
import { tableNames, type Entity, type Facts, type Search, type Table } from './facts/facts.ts';
import type { Settings } from './facts/settings.ts';
import type { ApplicationId, EmployerId, PersonId } from './facts/value.ts';
import type { FollowUp } from './follow-up.ts';
import type { Hold, Plan } from './plan.ts';

/** Kinds of entity that the window reads. The others only feed the plan. */
const entityRowTables = tableNames.filter((table) => table !== 'records' && table !== 'announcements');
type EntityRowTable = Exclude<Table, 'records' | 'announcements'>;

/** A follow-up with the names that a list shows. */
export interface FollowUpRow extends FollowUp {
  readonly employerName: string;
  readonly role: string;
  readonly personName: string | null;
  /** The words of a step that the user chose. */
  readonly stepText: string | null;
}

/** What the plan says of an application beside its follow-ups. */
export interface StandingRow {
  /** The application's id. */
  readonly id: ApplicationId;
  readonly employer: EmployerId;
  readonly allowance: Allowance;
  readonly hold: Hold | null;
}

export type SingletonRow = ({ readonly id: 'search' } & Search) | ({ readonly id: 'settings' } & Settings);

/** The read model: flat rows by table, each with an `id`. Deleted entities have no row. */
export type Rows = {
  readonly [T in EntityRowTable]: Entity<T>;
} & {
  readonly followUps: FollowUpRow;
  readonly standings: StandingRow;
  readonly singletons: SingletonRow;
};
export type RowTable = keyof Rows;
export const rowTables: readonly RowTable[] = [
  ...(entityRowTables as readonly EntityRowTable[]),
  'followUps',
  'standings',
  'singletons',
];

/** Raised when a row's shape changes: an older read model is then thrown away and sent anew. */
export const rowsVersion = 2;

/** What changed between two versions of the document. `from` is null where the receiver is to begin anew. */
export interface RowsChange {
  readonly from: readonly string[] | null;
  readonly heads: readonly string[];
  /** Employers planned anew: all their rows in `followUps` and `standings` (by `employer`) go before `puts` are written. */
  readonly replanned: readonly EmployerId[];
  readonly puts: readonly { readonly table: RowTable; readonly row: Rows[RowTable] }[];
  readonly deletes: readonly { readonly table: RowTable; readonly id: string }[];
}

/** The row of one entity, or null where there is none to show. */
export const entityRow = (facts: Facts, table: Table, id: string): Rows[EntityRowTable] | null => {
  if (table === 'records' || table === 'announcements') return null;
  const entity = facts[table][id];
  return entity === undefined || entity.deletedAt !== null ? null : entity;
};

export const followUpRow = (facts: Facts, followUp: FollowUp): FollowUpRow => ({
  ...followUp,
  employerName: facts.employers[followUp.employer]?.name ?? '',
  role: facts.applications[followUp.application]?.role ?? '',
  personName: personName(facts, followUp.person),
  stepText: followUp.step === null ? null : (facts.steps[followUp.step]?.what ?? null),
});

/** The rows that the plan of one employer gives. */
export const planRows = (
  index: FactsIndex,
  plan: Plan,
): readonly { readonly table: 'followUps' | 'standings'; readonly row: FollowUpRow | StandingRow }[] => [
  ...plan.followUps.map((followUp) => ({ table: 'followUps' as const, row: followUpRow(index.facts, followUp) })),
  ...plan.allowances.flatMap(({ employer, allowance }) =>
    (index.applicationsByEmployer.get(employer) ?? []).map(({ id }) => ({
      table: 'standings' as const,
      row: { id, employer, allowance, hold: plan.holds.find((hold) => hold.application === id) ?? null },
    })),
  ),
];

const personName = (facts: Facts, person: PersonId | null): string | null =>
  person === null ? null : (facts.people[person]?.name ?? null);
