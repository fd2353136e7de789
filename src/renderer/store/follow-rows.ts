import type { Bridge } from '#shared/contract.ts';
import { rowsVersion, type RowsChange } from '#shared/rows.ts';
import { applyChange, hasOurTables, headsOf, openReadModel, type ReadModel, type Which } from './read-model.ts';

/** Where rows come from: main's pushes, and its answers. */
export interface RowSource {
  readonly rows: Bridge['rows'];
  readonly on: Pick<Bridge['on'], 'rows'>;
}

export interface FollowedRows {
  /** Lets go of the database and of main's pushes. */
  readonly stop: () => void;
  /** Settles when everything that came in so far is applied. */
  readonly settled: () => Promise<void>;
}

/**
 * Keeps the read model of one search in step with main.
 *
 * 1. Pushes are subscribed to before the first question, so that nothing falls between.
 * 2. Changes are applied one after the other; one that does not fit is answered by asking again.
 * 3. A database that cannot be used, or that was deleted under us, is deleted and rebuilt once; when the new one fails
 *    too, `onFailure` hears of it, and nothing is lost, since main holds the document.
 *
 * @param onModel is handed the database to read: at once, and again when it had to be replaced and is full.
 * @param onApplied is called after each change that was applied.
 */
export const followRows = (
  which: Which,
  source: RowSource,
  {
    onModel,
    onApplied,
    onFailure,
  }: {
    readonly onModel: (model: ReadModel) => void;
    readonly onApplied: () => void;
    readonly onFailure: (cause: unknown) => void;
  },
): FollowedRows => {
  let stopped = false;
  let queue: Promise<void> = Promise.resolve();

  const open = (): ReadModel => {
    const opened = openReadModel(which);
    opened.on('versionchange', (event) => {
      opened.close({ disableAutoOpen: true });
      // A null version means that the database is being deleted.
      if (event.newVersion === null) enqueue(rebuild);
      // Dexie's own handler would open it again at the next read, empty.
      return false;
    });
    return opened;
  };

  const ask = async () => {
    const heads = await headsOf(model);
    await take(await source.rows({ heads: heads === null ? null : [...heads], rowsVersion }));
  };

  const take = async (change: RowsChange) => {
    if ((await applyChange(model, change)) === 'outdated') await ask();
    else onApplied();
  };

  const rebuild = async () => {
    model.close({ disableAutoOpen: true });
    await model.delete({ disableAutoOpen: true });
    model = open();
    await ask();
    // Handed out when it is full: screens keep what they show until then.
    onModel(model);
  };

  const enqueue = (work: () => Promise<void>) => {
    queue = queue.then(async () => {
      if (stopped) return;
      try {
        await work();
      } catch (first) {
        // Stopping closes the database under whatever was under way.
        if (isStopped()) return;
        try {
          await rebuild();
        } catch (second) {
          if (!isStopped()) onFailure(second ?? first);
        }
      }
    });
  };
  const isStopped = () => stopped;

  let model = open();
  onModel(model);
  const unsubscribe = source.on.rows((change) => enqueue(() => take(change)));
  enqueue(async () => ((await hasOurTables(model)) ? ask() : rebuild()));

  return {
    stop: () => {
      stopped = true;
      unsubscribe();
      model.close({ disableAutoOpen: true });
    },
    settled: () => queue,
  };
};
