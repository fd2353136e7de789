import * as A from '@automerge/automerge';
import { Search, tableNames, tables, type Entity, type Facts, type Table } from '#shared/facts/facts.ts';
import { Settings, defaultSettings } from '#shared/facts/settings.ts';
import { plain } from './apply.ts';
import type { SearchDoc } from './genesis.ts';

/** What changed between two versions of the document. */
export interface Touched {
  readonly entities: readonly { readonly table: Table; readonly id: string }[];
  readonly settings: boolean;
  readonly search: boolean;
}

/** Everything in the document as plain values. An entity that cannot be understood is left out, alone. */
export const factsOf = (doc: A.Doc<SearchDoc>): Facts => {
  const facts = Object.fromEntries(
    tableNames.map((table) => [
      table,
      Object.fromEntries(
        Object.keys(doc[table] ?? {}).flatMap((id) => {
          const entity = entityOf(doc, table, id);
          return entity === null ? [] : [[id, entity]];
        }),
      ),
    ]),
  );
  return { ...facts, search: searchOf(doc), settings: settingsOf(doc) } as unknown as Facts;
};

/** `facts` brought up to `doc`; tables that were not touched stay the same object. */
export const updateFacts = (facts: Facts, doc: A.Doc<SearchDoc>, touched: Touched): Facts => {
  const next: Record<string, unknown> = { ...facts };
  const copied = new Map<Table, Record<string, Entity>>();
  for (const { table, id } of touched.entities) {
    let entities = copied.get(table);
    if (entities === undefined) {
      entities = { ...facts[table] };
      copied.set(table, entities);
      next[table] = entities;
    }
    const entity = entityOf(doc, table, id);
    if (entity === null) delete entities[id];
    else entities[id] = entity;
  }
  if (touched.search) next['search'] = searchOf(doc);
  if (touched.settings) next['settings'] = settingsOf(doc);
  return next as unknown as Facts;
};

export const touchedBetween = (doc: A.Doc<SearchDoc>, before: readonly string[], after: readonly string[]): Touched => {
  const entities = new Map<string, { readonly table: Table; readonly id: string }>();
  let settings = false;
  let search = false;
  for (const { path } of A.diff(doc, [...before], [...after])) {
    const [top, id] = path;
    if (top === 'settings') settings = true;
    else if (top === 'search') search = true;
    else if (typeof id === 'string' && isTable(top)) entities.set(`${top}/${id}`, { table: top, id });
  }
  return { entities: [...entities.values()], settings, search };
};

const isTable = (name: unknown): name is Table => (tableNames as readonly unknown[]).includes(name);

const entityOf = (doc: A.Doc<SearchDoc>, table: Table, id: string): Entity | null => {
  const entities = doc[table];
  if (entities === undefined || !Object.hasOwn(entities, id)) return null;
  const parsed = tables[table].safeParse(plain(entities[id]));
  return parsed.success && parsed.data.id === id ? parsed.data : null;
};

const searchOf = (doc: A.Doc<SearchDoc>): Search => {
  const parsed = Search.safeParse(plain(doc.search));
  return parsed.success ? parsed.data : Search.parse({});
};

/** A setting that cannot be understood counts as not set. */
const settingsOf = (doc: A.Doc<SearchDoc>): Settings => {
  const stored = plain(doc.settings ?? {}) as Record<string, unknown>;
  const workingDays = { ...defaultSettings.workingDays, ...(stored['workingDays'] as object | undefined) };
  const whole = Settings.safeParse({ ...stored, workingDays });
  if (whole.success) return whole.data;
  const understood = Object.entries({ ...stored, workingDays }).filter(([key, value]) => {
    const field: unknown = (Settings.shape as Readonly<Record<string, unknown>>)[key];
    return field !== undefined && Settings.partial().safeParse({ [key]: value }).success;
  });
  return Settings.parse(Object.fromEntries(understood));
};
