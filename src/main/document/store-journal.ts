import { join } from 'node:path';
import { StoreError, toStoreError } from './store-error.ts';
import type { FileSystem, OpenFile } from './store-files.ts';
import { encodeData } from './store-frames.ts';
import { encodeFileHead, encodeLengths, ledgerName, numberedName } from './store-layout.ts';
import type { Recovered } from './store-recovery.ts';
import { placeFile, writeFully } from './store-writing.ts';

/**
 * The growing end of the store: everything that writes to journals and the ledger, one after the other. Rules:
 *
 * 1. Appends that wait together are written together and share one sync.
 * 2. A write that failed is cut off again; a journal that cannot be cut, or whose sync failed, is never written again, since
 *    after a failed sync the system forgets which bytes it lost. The next append begins a new journal.
 * 3. The ledger is there before the first append is acknowledged.
 * 4. Numbers have no holes: one is used up only when its journal stands.
 */
export interface Journal {
  append(bytes: Uint8Array): Promise<void>;
  /** Begins the next journal and answers its number: what was asked for before this lies in front of it, the rest behind. */
  beginNext(): Promise<number>;
  /** Writes down how long the journals are, forgetting those with a number below `oldest`. */
  writeLedger(oldest: number): Promise<void>;
  /** Payload bytes in the journals from `first` on. */
  bytesFrom(first: number): number;
  close(): Promise<void>;
}

export const createJournal = (files: FileSystem, folder: string, found: Recovered): Journal => {
  const payloads = new Map(found.journalBytes);
  const lengths = new Map(found.lengths);
  let highest = found.highest;
  let resume = found.tail;
  let current: Current | null = null;
  let hasLedger = found.hasLedger;
  let ledgerIsOld = false;

  const begin = async (): Promise<Current> => {
    const number = highest + 1;
    const name = numberedName('journal', number);
    const head = encodeFileHead('journal', found.storeId, number);
    await placeFile(files, folder, name, head);
    const file = await files.open(join(folder, name));
    await current?.file.close();
    current = { file, number, path: join(folder, name) };
    resume = null;
    highest = number;
    payloads.set(number, 0);
    lengths.set(number, head.length);
    return current;
  };

  const continueJournal = async (): Promise<Current> => {
    if (current !== null) return current;
    if (resume === null) return begin();
    const { number } = resume;
    resume = null;
    const path = join(folder, numberedName('journal', number));
    current = { file: await files.open(path), number, path };
    return current;
  };

  const abandon = async ({ file }: Current): Promise<void> => {
    current = null;
    // The next append writes down how much of this journal counts, so that what lies behind it is known for leavings.
    hasLedger = false;
    // Nothing more is expected of this file, so that an error in closing it tells nothing new.
    await file.close().catch(() => undefined);
  };

  const cutBack = async (journal: Current, length: number): Promise<void> => {
    try {
      await journal.file.truncate(length);
      await journal.file.sync();
    } catch {
      // The failed append is reported by its own error; here only the journal's fate is decided.
      await abandon(journal);
    }
  };

  const writeDurably = async (bytes: Uint8Array): Promise<number> => {
    const journal = await continueJournal();
    const length = lengths.get(journal.number) ?? 0;
    try {
      await writeFully(journal.file, bytes, length, journal.path);
    } catch (cause) {
      await cutBack(journal, length);
      throw cause;
    }
    try {
      await journal.file.sync();
      if ((await journal.file.links()) === 0) throw new StoreError('gone', journal.path);
    } catch (cause) {
      await abandon(journal);
      throw cause;
    }
    lengths.set(journal.number, length + bytes.length);
    ledgerIsOld = true;
    return journal.number;
  };

  const writeLedger = async (): Promise<void> => {
    const head = encodeFileHead('ledger', found.storeId, 0);
    await placeFile(files, folder, ledgerName, Buffer.concat([head, encodeData(encodeLengths(lengths))]));
    hasLedger = true;
    ledgerIsOld = false;
  };

  const appendAll = async (group: readonly Uint8Array[]): Promise<void> => {
    const number = await writeDurably(Buffer.concat(group.map(encodeData)));
    const added = group.reduce((sum, bytes) => sum + bytes.length, 0);
    payloads.set(number, (payloads.get(number) ?? 0) + added);
    if (!hasLedger) await writeLedger();
  };

  const line = createLine(appendAll, folder);
  return {
    append: (bytes) => line.append(bytes),
    beginNext: () =>
      line.run(async () => {
        // A snapshot never has the number 1, so that journal 1 is always known to be the beginning.
        if (highest === 0) await begin();
        return (await begin()).number;
      }),
    writeLedger: (oldest) =>
      line.run(async () => {
        for (const number of lengths.keys()) if (number < oldest) lengths.delete(number);
        await writeLedger();
      }),
    bytesFrom: (first) => [...payloads].reduce((sum, [number, bytes]) => (number < first ? sum : sum + bytes), 0),
    close: () =>
      line.run(async () => {
        // Without this ledger the data is as safe as before; only the loss of its very end would be harder to notice.
        if (hasLedger && ledgerIsOld) await writeLedger().catch(() => undefined);
        await current?.file.close();
        current = null;
      }),
  };
};

interface Current {
  readonly file: OpenFile;
  readonly number: number;
  readonly path: string;
}

interface Line {
  append(bytes: Uint8Array): Promise<void>;
  run<T>(task: () => Promise<T>): Promise<T>;
}

/** Tasks in the order they were asked for; appends with nothing else between them go as one group. */
const createLine = (appendAll: (group: readonly Uint8Array[]) => Promise<void>, folder: string): Line => {
  let group: Uint8Array[] | null = null;
  let groupDone: Promise<void> = Promise.resolve();
  let end: Promise<unknown> = Promise.resolve();

  const run = <T>(task: () => Promise<T>): Promise<T> => {
    group = null;
    const done = end.then(task).catch((cause: unknown) => {
      throw toStoreError(cause, folder);
    });
    // The line goes on after a failure, which belongs to whoever asked for the task.
    end = done.catch(() => undefined);
    return done;
  };

  return {
    run,
    append: (bytes) => {
      if (group !== null) {
        group.push(bytes);
        return groupDone;
      }
      const own = [bytes];
      groupDone = run(() => {
        if (group === own) group = null;
        return appendAll(own);
      });
      group = own;
      return groupDone;
    },
  };
};
