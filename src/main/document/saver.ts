import * as A from '@automerge/automerge';
import type { DocumentStatus } from './document-port.ts';
import type { SearchDoc } from './genesis.ts';
import { StoreError } from './store-error.ts';
import type { Store } from './store.ts';

/**
 * Brings the document to disk (design law 6). Changes made while one save is under way go together with the next. What
 * could not be saved stays in memory and is tried again, after longer and longer pauses and with every further change.
 */
export interface Saver {
  /** Resolves to null when everything the document held at the call is durable, else to the reason. */
  readonly save: () => Promise<string | null>;
  readonly state: () => DocumentStatus['saving'];
  /** Tries once more what is unsaved; then the store is closed. */
  readonly close: () => Promise<void>;
}

const retryPauses = [1_000, 2_000, 5_000, 15_000, 30_000] as const;

/** A journal longer than this, and than the snapshot, is worth folding into a new snapshot. Bytes. */
const compactFrom = 256 * 1024;

export const saver = (
  store: Store,
  document: () => A.Doc<SearchDoc>,
  savedHeads: readonly string[],
  changed: () => void,
): Saver => {
  let durable = [...savedHeads];
  let state: DocumentStatus['saving'] = { type: 'saved' };
  let running: Promise<string | null> | null = null;
  let retry: NodeJS.Timeout | null = null;
  let failures = 0;
  let compacting: Promise<void> | null = null;

  const isDurable = (): boolean => durable.join() === A.getHeads(document()).join();

  const run = async (): Promise<string | null> => {
    try {
      while (!isDurable()) {
        const doc = document();
        const heads = A.getHeads(doc);
        await store.append(durable.length === 0 ? A.save(doc) : A.saveSince(doc, durable));
        durable = heads;
      }
      failures = 0;
      state = { type: 'saved' };
      compactWhenLong();
      return null;
    } catch (cause) {
      if (!(cause instanceof StoreError)) throw cause;
      state = { type: 'not-saved', because: cause.kind };
      tryAgainLater();
      return cause.kind;
    } finally {
      changed();
    }
  };

  const save = async (): Promise<string | null> => {
    if (isDurable()) return null;
    if (retry !== null) clearTimeout(retry);
    retry = null;
    if (state.type === 'saved') state = { type: 'saving' };
    // A run that began earlier may end just before it would have seen this change.
    let outcome: string | null = null;
    do {
      running ??= run().finally(() => {
        running = null;
      });
      outcome = await running;
    } while (outcome === null && !isDurable());
    return outcome;
  };

  const tryAgainLater = (): void => {
    const pause = retryPauses[Math.min(failures, retryPauses.length - 1)] ?? 30_000;
    failures += 1;
    retry ??= setTimeout(() => {
      retry = null;
      void save();
    }, pause);
  };

  const compactWhenLong = (): void => {
    const { snapshotBytes, appendedBytes } = store.size;
    if (compacting !== null || appendedBytes < Math.max(compactFrom, snapshotBytes)) return;
    // Saved now: the store wants a snapshot with everything that was appended before the call.
    const heads = A.getHeads(document()).join();
    compacting = store
      .replace(A.save(document()), (bytes) => loadsWithHeads(bytes, heads))
      .catch((cause: unknown) => {
        // The journal still holds everything; a longer one only takes longer to load.
        if (!(cause instanceof StoreError)) throw cause;
      })
      .finally(() => {
        compacting = null;
      });
  };

  return {
    save,
    state: () => state,
    close: async () => {
      const outcome = await save();
      if (retry !== null) clearTimeout(retry);
      retry = null;
      await compacting;
      await store.close();
      if (outcome !== null) throw new StoreError('closed', outcome);
    },
  };
};

const loadsWithHeads = (bytes: Uint8Array, heads: string): boolean => {
  let doc: A.Doc<SearchDoc>;
  try {
    doc = A.load<SearchDoc>(bytes);
  } catch {
    // Automerge refuses what it cannot read: exactly what this asks.
    return false;
  }
  const same = A.getHeads(doc).join() === heads;
  A.free(doc);
  return same;
};
