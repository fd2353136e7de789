import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openStore, type Store } from '#main/document/store.ts';
import { encodeData, encodeHead } from '#main/document/store-frames.ts';
import { createFaultyFiles } from '#support/faulty-files.ts';
import { chooseSeed, seededRandom } from '#support/store-crash.ts';

let parent: string;
let folder: string;

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'afterword-store-'));
  folder = join(parent, 'document');
  onTestFinished(() => rm(parent, { recursive: true }));
});

const bytes = (text: string): Uint8Array => Buffer.from(text);
const texts = (store: Store): readonly string[] => store.loaded.chunks.map((chunk) => Buffer.from(chunk).toString());
const severities = (store: Store): readonly string[] => store.loaded.problems.map(({ severity }) => severity);
const always = (): boolean => true;

/** Opens, does something, closes. */
const inStore = async <T>(task: (store: Store) => Promise<T> | T): Promise<T> => {
  const store = await openStore(folder);
  try {
    return await task(store);
  } finally {
    await store.close();
  }
};

const appendAll = async (store: Store, ...all: readonly string[]): Promise<void> => {
  for (const one of all) await store.append(bytes(one));
};

/** Two generations and a few increments: snapshot 3 holds all up to `five`, snapshot 2 all up to `three`. */
const fill = (): Promise<void> =>
  inStore(async (store) => {
    await appendAll(store, 'one');
    await store.replace(bytes('one two three'), always);
    await appendAll(store, 'four', 'five');
    await store.replace(bytes('one two three four five'), always);
    await appendAll(store, 'six', 'seven', 'eight');
  });

describe('a store', () => {
  test('is empty and without problems in a folder that is new', async () => {
    await inStore((store) => expect(store.loaded).toEqual({ chunks: [], problems: [] }));
    await inStore((store) => expect(store.loaded).toEqual({ chunks: [], problems: [] }));
  });

  test('answers what was appended, in order, over several openings', async () => {
    await inStore((store) => appendAll(store, 'one', 'two'));
    await inStore((store) => appendAll(store, 'three'));
    await inStore((store) => expect(texts(store)).toEqual(['one', 'two', 'three']));
  });

  test('keeps the snapshot, what came after it, and the generation before', async () => {
    await fill();
    await inStore((store) => {
      expect(texts(store)).toEqual(['one two three four five', 'six', 'seven', 'eight']);
      expect(store.size).toEqual({ snapshotBytes: 23, appendedBytes: 13 });
      expect(severities(store)).toEqual([]);
    });
    const names = ['journal-000002', 'journal-000003', 'ledger', 'snapshot-000002', 'snapshot-000003', 'unfinished'];
    expect((await readdir(folder)).toSorted()).toEqual(names);
  });

  test('puts an append that was made during a replace behind the snapshot', async () => {
    await inStore(async (store) => {
      await appendAll(store, 'one');
      await Promise.all([store.replace(bytes('one'), always), store.append(bytes('two'))]);
      await Promise.all([store.append(bytes('three')), store.replace(bytes('one two three'), always)]);
      await Promise.all([
        store.replace(bytes('A'), always),
        store.append(bytes('b')),
        store.replace(bytes('AB'), always),
      ]);
    });
    await inStore((store) => expect(texts(store)).toEqual(['AB']));
  });

  test('shares one sync among appends that wait together', async () => {
    const disk = createFaultyFiles();
    const store = await openStore(folder, { files: disk.files });
    await appendAll(store, 'first');
    const before = disk.syncs;
    await Promise.all(Array.from({ length: 100 }, (_, index) => store.append(bytes(String(index)))));
    expect(disk.syncs - before).toBe(1);
    await store.close();
    await inStore((again) => expect(texts(again)).toHaveLength(101));
  });

  test('keeps other users out', async () => {
    await mkdir(folder, { mode: 0o755 });
    await fill();
    const modes = await Promise.all(
      [folder, ...['ledger', 'journal-000003', 'snapshot-000003'].map((name) => join(folder, name))].map(
        async (path) => (await stat(path)).mode & 0o777,
      ),
    );
    expect(modes).toEqual([0o700, 0o600, 0o600, 0o600]);
  });

  test('leaves files alone that are not its own, and does not read unfinished ones', async () => {
    await fill();
    await writeFile(join(folder, 'notes.txt'), 'mine');
    await writeFile(join(folder, 'unfinished', 'snapshot-000009'), 'half');
    await inStore((store) => expect(severities(store)).toEqual([]));
    expect(await readFile(join(folder, 'notes.txt'), 'utf8')).toBe('mine');
    expect(await readdir(join(folder, 'unfinished'))).toEqual([]);
  });

  test('refuses to work after it was closed', async () => {
    const store = await openStore(folder);
    await store.close();
    await expect(store.append(bytes('one'))).rejects.toMatchObject({ kind: 'closed' });
    await expect(store.replace(bytes('one'), always)).rejects.toMatchObject({ kind: 'closed' });
  });

  test('stays with the old generation when the caller does not accept the snapshot', async () => {
    await inStore(async (store) => {
      await appendAll(store, 'one');
      await expect(store.replace(bytes('bad'), () => false)).rejects.toMatchObject({ kind: 'not-verified' });
      await appendAll(store, 'two');
    });
    await inStore((store) => expect(texts(store)).toEqual(['one', 'two']));
  });
});

type Damage = (original: Buffer) => Buffer;
const flipAt =
  (position: (length: number) => number): Damage =>
  (original) => {
    const damaged = Buffer.from(original);
    const at = Math.floor(position(original.length));
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    return damaged;
  };
const damages: Record<string, Damage> = {
  'is empty': () => Buffer.alloc(0),
  'is cut in half': (original) => original.subarray(0, original.length / 2),
  'lost its last byte': (original) => original.subarray(0, -1),
  'is filled with zeros': (original) => Buffer.alloc(original.length),
  'is a foreign file': () => Buffer.from('%PDF-1.7 something else entirely'),
  'has a flipped bit in its head': flipAt(() => 70),
  'has a flipped bit at its end': flipAt((length) => length - 1),
  'has zeros near its end': (original) => Buffer.from(original).fill(0, original.length - 40, original.length - 20),
};

describe.each(Object.entries(damages))('when a file %s', (_, damage) => {
  const spoil = async (name: string): Promise<void> => {
    const path = join(folder, name);
    await writeFile(path, damage(await readFile(path)));
  };

  test.each(['snapshot-000003', 'snapshot-000002', 'journal-000002', 'ledger'])(
    'nothing is lost with %s',
    async (name) => {
      await fill();
      await spoil(name);
      const damaged = await readFile(join(folder, name));
      await inStore((store) => {
        const all = texts(store).join(' ');
        expect(all.slice(0, 13)).toBe('one two three');
        for (const word of ['four', 'five', 'six', 'seven', 'eight']) expect(all).toContain(word);
        expect(severities(store)).not.toContain('lost');
        expect(severities(store)).not.toContain('nothing-readable');
        expect(store.loaded.problems).toHaveLength(1);
      });
      // What was damaged is kept, and the folder is sound again.
      const kept = await Promise.all(
        (await readdir(join(folder, 'quarantine'))).map((one) => readFile(join(folder, 'quarantine', one))),
      );
      expect(kept.some((one) => damaged.subarray(-one.length).equals(one))).toBe(true);
      await inStore((store) => expect(severities(store)).toEqual([]));
    },
  );

  test('at most its own records are lost with the last journal, and that is said', async () => {
    await fill();
    await spoil('journal-000003');
    await inStore(async (store) => {
      expect(texts(store)[0]).toBe('one two three four five');
      const lost = texts(store).length < 4;
      expect(severities(store).includes('lost')).toBe(lost);
      expect(store.loaded.problems.length).toBeGreaterThan(0);
      await store.append(bytes('nine'));
    });
    await inStore((store) => expect(texts(store).at(-1)).toBe('nine'));
  });

  test('the only journal never opens as an empty document', async () => {
    await inStore((store) => appendAll(store, 'one'));
    await spoil('journal-000001');
    for (const opening of [1, 2]) {
      await inStore(async (store) => {
        if (texts(store).length > 0) return;
        expect({ opening, severities: severities(store) }).toEqual({
          opening,
          severities: expect.arrayContaining(['nothing-readable']) as unknown,
        });
        await expect(store.append(bytes('two'))).rejects.toMatchObject({ kind: 'unreadable' });
      });
    }
  });
});

describe('damage', () => {
  test('to one record in the middle leaves its neighbours', async () => {
    await fill();
    const path = join(folder, 'journal-000003');
    const journal = await readFile(path);
    const at = journal.indexOf('seven');
    journal[at] = 0x53;
    await writeFile(path, journal);
    await inStore((store) => {
      expect(texts(store).slice(1)).toEqual(['six', 'eight']);
      expect(store.loaded.problems).toMatchObject([{ severity: 'lost', movedTo: 'quarantine/journal-000003.1' }]);
    });
    expect((await readFile(join(folder, 'quarantine', 'journal-000003.1'))).equals(journal)).toBe(true);
  });

  test('that took whole records from the end is noticed', async () => {
    await fill();
    const path = join(folder, 'journal-000003');
    const journal = await readFile(path);
    await writeFile(path, journal.subarray(0, journal.length - 56 - 5));
    await inStore((store) => expect(severities(store)).toEqual(['lost']));
  });

  test('by a file of another store is noticed', async () => {
    await fill();
    const own = folder;
    folder = join(parent, 'another');
    await fill();
    await writeFile(join(own, 'snapshot-000003'), await readFile(join(folder, 'snapshot-000003')));
    folder = own;
    await inStore((store) => {
      expect(store.loaded.problems).toMatchObject([{ file: 'snapshot-000003', severity: 'recovered' }]);
      expect(texts(store)[0]).toBe('one two three');
    });
  });

  test('of both snapshots is said, forbids appending, and is healed by a replace that keeps the rest', async () => {
    await fill();
    await writeFile(join(folder, 'snapshot-000002'), '');
    await writeFile(join(folder, 'snapshot-000003'), '');
    await inStore(async (store) => {
      expect(texts(store)).toEqual(['four', 'five', 'six', 'seven', 'eight']);
      expect(severities(store)).toContain('nothing-readable');
      await expect(store.append(bytes('nine'))).rejects.toMatchObject({ kind: 'unreadable' });
      await store.replace(bytes('restored'), always);
      await store.append(bytes('nine'));
    });
    await inStore((store) => {
      expect(texts(store)).toEqual(['restored', 'nine']);
      expect(severities(store)).toEqual([]);
    });
    expect(await readdir(join(folder, 'quarantine'))).toContain('journal-000003.1');
  });

  test.each(['journal-000003', 'snapshot-000003', 'snapshot-000002', 'ledger', 'journal-000002'])(
    'by removing %s never ends in an empty or silently shorter document',
    async (name) => {
      await fill();
      await rm(join(folder, name));
      await inStore((store) => {
        const needed = name === 'journal-000003';
        expect(severities(store)).toEqual(needed ? ['lost'] : []);
        expect(texts(store).join(' ')).toContain(needed ? 'five' : 'eight');
      });
    },
  );

  test('of everything but the ledger is said at every opening', async () => {
    await fill();
    for (const name of await readdir(folder)) if (/^(snapshot|journal)/.test(name)) await rm(join(folder, name));
    await inStore((store) => expect(severities(store)).toContain('nothing-readable'));
    await inStore((store) => expect(severities(store)).toContain('nothing-readable'));
  });

  test('at random places never gives wrong bytes, never an error, never silence', async () => {
    const seed = chooseSeed();
    const random = seededRandom(seed);
    await fill();
    const names = (await readdir(folder)).filter((name) => name !== 'unfinished');
    const originals = new Map<string, Buffer>();
    for (const name of names) originals.set(name, await readFile(join(folder, name)));
    const known = new Set(['one two three', 'four', 'five', 'one two three four five', 'six', 'seven', 'eight']);
    for (let round = 0; round < 150; round++) {
      await rm(folder, { recursive: true });
      await mkdir(folder);
      for (const [name, original] of originals) await writeFile(join(folder, name), original);
      const name = names[Math.floor(random() * names.length)] ?? '';
      await writeFile(
        join(folder, name),
        flipAt((length) => random() * length)(originals.get(name) ?? Buffer.alloc(1)),
      );
      await inStore((store) => {
        const wrong = texts(store).filter((text) => !known.has(text));
        expect({ seed, round, name, wrong, problems: store.loaded.problems.length }).toMatchObject({
          wrong: [],
          problems: 1,
        });
      });
    }
  });

  test('is not what a later format is: that is left as it is', async () => {
    await fill();
    const head = { format: 2, kind: 'snapshot', store: 'x', number: 4 };
    const later = Buffer.concat([encodeHead(bytes(JSON.stringify(head))), encodeData(bytes('?'))]);
    await writeFile(join(folder, 'snapshot-000004'), later);
    await inStore(async (store) => {
      expect(severities(store)).toEqual(['newer-format']);
      await expect(store.append(bytes('nine'))).rejects.toMatchObject({ kind: 'newer-format' });
      await expect(store.replace(bytes('all'), always)).rejects.toMatchObject({ kind: 'newer-format' });
    });
    expect((await readFile(join(folder, 'snapshot-000004'))).equals(later)).toBe(true);
  });
});
