import { writeSync } from 'node:fs';
import { openStore, type Store } from '#main/document/store.ts';
import { StoreError } from '#main/document/store-error.ts';
import { nodeFileSystem, type FileSystem, type OpenFile } from '#main/document/store-files.ts';
import { decodeNumbers, encodeNumbers, encodeRecord } from '#support/numbered-records.ts';

/**
 * The process that the crash tests kill: appends numbered records for ever, several at a time, compacting on the way.
 * Arguments: the folder, and `durable` or `unsynced` (the same without any sync, to show that the test would notice).
 * Each line on stdout is an event: `opened`, `acknowledged <n>`, `compacting`, `compacted`, `failed <kind>`.
 */
const main = async (folder: string, mode: string): Promise<void> => {
  const store = await openStore(folder, {
    files: mode === 'unsynced' ? withoutSync(nodeFileSystem) : stoppedByCut(nodeFileSystem),
  });
  const numbers = decodeNumbers(store.loaded.chunks);
  say('opened');
  let next = Math.max(-1, ...numbers) + 1;
  const takeNext = (): number => {
    const number = next;
    next += 1;
    numbers.add(number);
    return number;
  };
  await Promise.all([0, 1, 2].map(() => appendForEver(store, takeNext, numbers)));
};

const appendForEver = async (store: Store, takeNext: () => number, numbers: ReadonlySet<number>): Promise<never> => {
  for (;;) {
    const number = takeNext();
    await store.append(encodeRecord(number));
    say(`acknowledged ${String(number)}`);
    if (number % 23 === 0) await compact(store, numbers);
  }
};

const compact = async (store: Store, numbers: ReadonlySet<number>): Promise<void> => {
  const snapshot = encodeNumbers(numbers);
  say('compacting');
  await store.replace(snapshot, (bytes) => Buffer.from(snapshot).equals(bytes));
  say('compacted');
};

/**
 * A process does not outlive a real power cut, but it does outlive the simulated one, and ext4 may then answer success to a sync
 * that was under way (it finds its transaction gone and takes it for committed). A second sync has nothing left to do and
 * fails once the power is off, so that only what was durable before the cut is ever acknowledged.
 */
const stoppedByCut = (files: FileSystem): FileSystem =>
  withSync(files, async (sync) => {
    await sync();
    await sync();
  });

const withoutSync = (files: FileSystem): FileSystem => withSync(files, () => Promise.resolve());

const withSync = (files: FileSystem, change: (sync: () => Promise<void>) => Promise<void>): FileSystem => {
  const changed = (file: OpenFile): OpenFile => ({ ...file, sync: () => change(() => file.sync()) });
  return {
    ...files,
    create: async (path) => changed(await files.create(path)),
    open: async (path) => changed(await files.open(path)),
    syncFolder: (path) => change(() => files.syncFolder(path)),
  };
};

// Synchronously: an event that was said has left this process, whatever happens to it next.
const say = (event: string): void => {
  writeSync(1, `${event}\n`);
};

const [folder, mode] = process.argv.slice(2);
if (folder === undefined || mode === undefined) throw new Error('needs a folder and a mode');
try {
  await main(folder, mode);
} catch (cause) {
  if (!(cause instanceof StoreError)) throw cause;
  say(`failed ${cause.kind}`);
  process.exitCode = 3;
}
