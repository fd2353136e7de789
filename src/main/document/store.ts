import { join } from 'node:path';
import { StoreError, toStoreError } from './store-error.ts';
import { nodeFileSystem, type FileSystem } from './store-files.ts';
import { encodeData } from './store-frames.ts';
import { createJournal } from './store-journal.ts';
import { encodeFileHead, numberedName, parseName } from './store-layout.ts';
import { moveToQuarantine, recover, type StoreProblem } from './store-recovery.ts';
import { placeFile } from './store-writing.ts';

export interface Loaded {
  /** Verified chunks in order: the base snapshot if there is one, then every increment after it. */
  readonly chunks: readonly Uint8Array[];
  readonly problems: readonly StoreProblem[];
}

/** Bytes on disk, durable and checked. Knows nothing of what they mean. */
export interface Store {
  readonly loaded: Loaded;
  /**
   * Resolves once `bytes` are durable; appends made together share one sync. Rejects with a `StoreError`, and then the
   * same bytes may be appended again: earlier data is untouched, and bytes that arrived twice are the caller's to tolerate.
   */
  append(bytes: Uint8Array): Promise<void>;
  /**
   * Starts a new generation from `snapshot`, which must contain everything appended before this call. It is written
   * beside the old generation, synced, read back, given to `verify`, and only then takes its place; the generation
   * before it is kept until the next replace. Appends go on meanwhile. Rejects with a `StoreError` and loses nothing then.
   */
  replace(snapshot: Uint8Array, verify: (bytes: Uint8Array) => boolean): Promise<void>;
  /** Payload bytes of the base snapshot and of all increments after it. */
  readonly size: { readonly snapshotBytes: number; readonly appendedBytes: number };
  /** Waits for what is under way. Appending afterwards rejects with kind `closed`. */
  close(): Promise<void>;
}

export interface StoreDeps {
  readonly files?: FileSystem;
}

/**
 * Opens the store in `folder`, creating the folder where it is missing. What is damaged is put aside and told in
 * `loaded.problems`; with a problem of severity `nothing-readable` only `replace` may write, with `newer-format` nothing.
 * One process at a time: hold the folder's lock. A folder that cannot be written opens all the same and refuses appends.
 * Rejects with a `StoreError` when the folder can neither be created nor listed.
 */
export const openStore = async (folder: string, deps: StoreDeps = {}): Promise<Store> => {
  const files = deps.files ?? nodeFileSystem;
  const unmade = await makeFolder(files, folder);
  const found = await recover(files, folder);
  if (unmade !== null && found.chunks.length === 0 && found.problems.length === 0) throw unmade;
  const journal = createJournal(files, folder, found);
  const forbidden = refusalOf(found.problems);
  const suspect = found.problems.some(({ severity }) => severity === 'lost' || severity === 'nothing-readable');

  let base = found.base;
  let healed = false;
  let closed = false;
  let replacing: Promise<unknown> = Promise.resolve();

  const placeSnapshot = async (number: number, snapshot: Uint8Array, verify: Verify): Promise<void> => {
    const name = numberedName('snapshot', number);
    const bytes = Buffer.concat([encodeFileHead('snapshot', found.storeId, number), encodeData(snapshot)]);
    await placeFile(files, folder, name, bytes, (readBack) =>
      verify(readBack.subarray(bytes.length - snapshot.length)),
    );
    const oldest = base?.number ?? (forbidden === null ? 0 : number);
    base = { number, bytes: snapshot.length };
    await journal.writeLedger(oldest);
    healed = true;
    await prune(files, folder, oldest, suspect);
  };

  return {
    loaded: { chunks: found.chunks, problems: found.problems },
    append: async (bytes) => {
      if (closed) throw new StoreError('closed', folder);
      if (forbidden !== null && !healed) throw new StoreError(forbidden, folder);
      await journal.append(bytes);
    },
    replace: async (snapshot, verify) => {
      if (closed) throw new StoreError('closed', folder);
      if (forbidden === 'newer-format') throw new StoreError(forbidden, folder);
      // Begun at once, also while an earlier replace still runs: an append made after this call must lie behind the snapshot.
      const run = Promise.all([journal.beginNext(), replacing]).then(([number]) =>
        placeSnapshot(number, snapshot, verify),
      );
      replacing = run.catch(() => undefined);
      await run.catch((cause: unknown) => {
        throw toStoreError(cause, folder);
      });
    },
    get size() {
      return { snapshotBytes: base?.bytes ?? 0, appendedBytes: journal.bytesFrom(base?.number ?? 1) };
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await replacing;
      await journal.close();
    },
  };
};

type Verify = (bytes: Uint8Array) => boolean;

/** Creates the folder, or answers why it cannot be: what it holds may be readable all the same. */
const makeFolder = async (files: FileSystem, folder: string): Promise<StoreError | null> => {
  try {
    await files.makeFolder(folder);
    return null;
  } catch (cause) {
    return toStoreError(cause, folder);
  }
};

const refusalOf = (problems: readonly StoreProblem[]): 'newer-format' | 'unreadable' | null => {
  if (problems.some(({ severity }) => severity === 'newer-format')) return 'newer-format';
  return problems.some(({ severity }) => severity === 'nothing-readable') ? 'unreadable' : null;
};

/**
 * Removes what two verified generations have made superfluous. Where something was found damaged at opening it is moved
 * to quarantine instead: an old generation may be what a person can still recover something from.
 */
const prune = async (files: FileSystem, folder: string, oldest: number, keep: boolean): Promise<void> => {
  const names = await files.list(folder);
  for (const name of names) {
    const parsed = parseName(name);
    if (parsed === null || parsed.kind === 'ledger' || parsed.number >= oldest) continue;
    if (keep) await moveToQuarantine(files, folder, name);
    else await files.remove(join(folder, name));
  }
  await files.syncFolder(folder);
};
