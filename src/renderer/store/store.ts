import { useLiveQuery } from 'dexie-react-hooks';
import { useSyncExternalStore } from 'react';
import { bridge } from '#renderer/bridge.ts';
import { moveNow } from '#renderer/clock.ts';
import { defaultSettings, type Settings } from '#shared/facts/settings.ts';
import type { Search } from '#shared/facts/facts.ts';
import type { Rows, RowTable } from '#shared/rows.ts';
import { appState, startAppState, subscribeToAppState } from './app-state.ts';
import { followRows, type FollowedRows } from './follow-rows.ts';
import type { ReadModel, Which } from './read-model.ts';

/** Starts the store: rows and state follow main for as long as the window lives. */
export const startStore = (): void => {
  follow(rememberedWhich());
  subscribeToAppState(() => {
    const which = appState()?.which;
    if (which !== undefined && which !== current.which) follow(which);
  });
  startAppState().catch(fail);
};

/** The rows as they are now, for what is looked up once when a button is pressed; null before the store has started. */
export const readModel = (): ReadModel | null => current.model;

/** Begins again after a failure. */
export const restartStore = (): void => follow(current.which);

/** Why rows cannot be kept on this machine right now; null where they can. */
export const useStoreFailure = (): string | null => useSyncExternalStore(subscribe, () => current.failure);

/**
 * The answer of a read-only query over the rows, kept up to date; undefined until the first answer to
 * these `deps` is there.
 *
 * @param deps whatever the query depends on, compared one by one
 */
export const useQuery = <T>(
  query: (model: ReadModel) => Promise<T>,
  deps: readonly (string | number | boolean | null)[],
): T | undefined => {
  const model = useSyncExternalStore(subscribe, () => current.model);
  const key = JSON.stringify(deps);
  // The query itself is a new function at each render; `deps` says when it means something else.
  const answer = useLiveQuery(async () => {
    if (model === null) return undefined;
    try {
      return { key, value: await query(model) };
    } catch {
      // A database that fails is replaced by `followRows`, and with it this query.
      return undefined;
    }
  }, [model, key]);
  return answer?.key === key ? answer.value : undefined;
};

/** One row; null where there is none, undefined until that is known. */
export const useRow = <T extends RowTable>(table: T, id: string | null): Rows[T] | null | undefined =>
  useQuery(
    async (model) => (id === null ? null : ((await model.table<Rows[T], string>(table).get(id)) ?? null)),
    [table, id],
  );

/** All rows of a table. */
export const useRows = <T extends RowTable>(table: T): readonly Rows[T][] | undefined =>
  useQuery((model) => model.table<Rows[T], string>(table).toArray(), [table]);

/** The rows whose `index` (one of those in read-model.ts) has this value. */
export const useRowsBy = <T extends RowTable>(
  table: T,
  index: string,
  value: string | null,
): readonly Rows[T][] | undefined =>
  useQuery(
    async (model) => (value === null ? [] : model.table<Rows[T], string>(table).where(index).equals(value).toArray()),
    [table, index, value],
  );

/** The settings of this search; the defaults until they are known. */
export const useSettings = (): Settings => {
  const row = useRow('singletons', 'settings');
  return row?.id === 'settings' ? row : defaultSettings;
};

/** When this search began; undefined until that is known, which is after the first rows have come. */
export const useSearch = (): Search | undefined => {
  const row = useRow('singletons', 'search');
  return row?.id === 'search' ? row : undefined;
};

interface Current {
  readonly which: Which;
  readonly model: ReadModel | null;
  readonly failure: string | null;
}

let current: Current = { which: 'own', model: null, failure: null };
let followed: FollowedRows | null = null;
const listeners = new Set<() => void>();

const follow = (which: Which): void => {
  followed?.stop();
  window.localStorage.setItem('which', which);
  set({ which, model: null, failure: null });
  followed = followRows(which, bridge, {
    onModel: (model) => set({ which, model, failure: null }),
    onApplied: moveNow,
    onFailure: fail,
  });
};

const fail = (cause: unknown): void =>
  set({ ...current, failure: cause instanceof Error ? cause.message : String(cause) });

const set = (next: Current): void => {
  current = next;
  for (const listener of listeners) listener();
};

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The search shown last, so that the first picture need not wait for main. */
const rememberedWhich = (): Which => (window.localStorage.getItem('which') === 'sample' ? 'sample' : 'own');
