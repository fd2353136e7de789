import * as A from '@automerge/automerge';
import type { Table } from '#shared/facts/facts.ts';
import { plain } from './apply.ts';
import type { DocumentMap, SearchDoc } from './genesis.ts';

/** A field that two machines set apart from each other. One value won; the others stay readable until it is set again. */
export interface Conflict {
  /** From the entity down, e.g. `['stage']` or `['emails', '<entry>', 'value']`. */
  readonly field: readonly string[];
  readonly kept: unknown;
  readonly others: readonly unknown[];
}

/** The conflicts inside one entity; empty where there is none, or no such entity. Mergeable text never conflicts. */
export const conflictsIn = (doc: A.Doc<SearchDoc>, table: Table, id: string): readonly Conflict[] => {
  const entities = doc[table];
  const entity = Object.hasOwn(entities, id) ? entities[id] : undefined;
  return entity === undefined ? [] : conflictsOf(entity, []);
};

const conflictsOf = (map: DocumentMap, path: readonly string[]): readonly Conflict[] =>
  Object.keys(map).flatMap((key) => {
    const value = map[key];
    const field = [...path, key];
    if (typeof value === 'object' && value !== null && !A.isImmutableString(value)) return conflictsOf(value, field);
    const conflicting = A.getConflicts(map, key) as Readonly<Record<string, unknown>> | undefined;
    if (conflicting === undefined) return [];
    const kept = plain(value);
    const others = Object.values(conflicting)
      .map(plain)
      .filter((other) => other !== kept);
    return others.length === 0 ? [] : [{ field, kept, others }];
  });
