import { zoneNow } from '#renderer/clock.ts';
import { Dexie, type EntityTable, type Table } from 'dexie';
import type { Zone } from '#shared/facts/value.ts';
import { rowsVersion, rowTables, type Rows, type RowsChange, type RowTable } from '#shared/rows.ts';

/** The version of the document that the rows show. */
interface Meta {
  readonly id: 'rows';
  readonly heads: readonly string[];
  readonly rowsVersion: number;
  /** The zone in which the plan counted its days. */
  readonly zone: Zone;
}

/**
 * Rows of one search as flat tables (design law 7): a cache of what main derives, safe to delete.
 *
 * 1. Rows and the heads they belong to change in one transaction, so what is read is always one version.
 * 2. A change is applied only on top of the heads it starts from.
 */
export type ReadModel = Dexie & { readonly [T in RowTable]: Table<Rows[T], string> } & {
  readonly meta: EntityTable<Meta, 'id'>;
};

/** Which search a read model shows. */
export type Which = 'own' | 'sample';

export const openReadModel = (which: Which): ReadModel => {
  const database = new Dexie(`afterword-${which}`, {
    // Rows are read as they are stored; an optimistic cache would show rows of no version.
    cache: 'disabled',
  });
  database.version(schemaVersion).stores({ ...indexes, meta: 'id' });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Dexie makes the tables that the line above names
  return database as ReadModel;
};

/** Whether the database on disk has the tables that `openReadModel` names; Dexie opens one of a newer version as it is. */
export const hasOurTables = async (model: ReadModel): Promise<boolean> => {
  await model.open();
  // Dexie keeps ten times its own version number.
  return model.backendDB().version === schemaVersion * 10;
};

/** What asks main for what is missing: the version that is here, or null where there is none that can be built upon. */
export const headsOf = async (model: ReadModel): Promise<readonly string[] | null> => {
  const meta = await model.meta.get('rows');
  return meta === undefined || meta.rowsVersion !== rowsVersion || meta.zone !== zoneNow() ? null : meta.heads;
};

/**
 * Applies a change in one transaction with its heads. Answers `outdated` and changes nothing where it does not start
 * from what is here; a change that leads to what is here already counts as applied.
 */
export const applyChange = async (model: ReadModel, change: RowsChange): Promise<'applied' | 'outdated'> =>
  model.transaction('rw', [...rowTables, 'meta'], async () => {
    if (change.from !== null) {
      const heads = await headsOf(model);
      if (heads === null) return 'outdated';
      if (!sameHeads(change.from, heads)) return sameHeads(change.heads, heads) ? 'applied' : 'outdated';
    } else {
      await Promise.all(rowTables.map((table) => model.table(table).clear()));
    }
    if (change.from !== null && change.replanned.length > 0) {
      const employers = [...change.replanned];
      await model.followUps.where('employer').anyOf(employers).delete();
      await model.standings.where('employer').anyOf(employers).delete();
    }
    for (const table of rowTables) {
      const gone = change.deletes.filter((one) => one.table === table).map(({ id }) => id);
      const rows = change.puts.filter((one) => one.table === table).map(({ row }) => row);
      if (gone.length > 0) await model.table<Rows[RowTable], string>(table).bulkDelete(gone);
      if (rows.length > 0) await model.table<Rows[RowTable], string>(table).bulkPut(rows);
    }
    await model.meta.put({ id: 'rows', heads: change.heads, rowsVersion, zone: zoneNow() });
    return 'applied';
  });

/** Raised whenever `indexes` change. */
const schemaVersion = 2;

const indexes: Readonly<Record<RowTable, string>> = {
  employers: 'id',
  applications: 'id, employer',
  promises: 'id, application',
  steps: 'id, application',
  interviews: 'id, application',
  people: 'id',
  letters: 'id, application, interview, person',
  interactions: 'id, employer, application, interview, person',
  references: 'id, person',
  briefings: 'id, reference, application',
  templates: 'id, kind',
  followUps: 'id, employer, application, interview, person, state',
  standings: 'id, employer',
  singletons: 'id',
};

const sameHeads = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.toSorted().join(' ') === other.toSorted().join(' ');
