import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { openStore, type Store } from '#main/document/store.ts';
import { createFaultyFiles, type Fault } from '#support/faulty-files.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterword-faults-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

const bytes = (text: string): Uint8Array => Buffer.from(text);
const texts = (store: Store): readonly string[] => store.loaded.chunks.map((chunk) => Buffer.from(chunk).toString());
const always = (): boolean => true;

/** Everything in the folder once it is opened anew on a sound disk. */
const reopen = async (): Promise<{ readonly texts: readonly string[]; readonly severities: readonly string[] }> => {
  const store = await openStore(folder);
  await store.close();
  return { texts: texts(store), severities: store.loaded.problems.map(({ severity }) => severity) };
};

const faults: readonly (readonly [string, readonly Fault[], string])[] = [
  ['the disk is full in the middle of a record', [{ operation: 'write', after: 30, code: 'ENOSPC' }], 'disk-full'],
  ['the quota is used up', [{ operation: 'write', after: 0, code: 'EDQUOT' }], 'disk-full'],
  ['the device fails at the sync', [{ operation: 'sync', code: 'EIO' }], 'input-output'],
  ['the file system became read-only', [{ operation: 'write', code: 'EROFS' }], 'read-only'],
  [
    'a half-written record cannot be cut off',
    [
      { operation: 'write', after: 30, code: 'EIO' },
      { operation: 'truncate', code: 'EIO' },
    ],
    'input-output',
  ],
];

test.each(faults)('when %s, the append says so, earlier records stay, and a retry works', async (_, struck, kind) => {
  const disk = createFaultyFiles();
  const store = await openStore(folder, { files: disk.files });
  await store.append(bytes('one'));
  disk.faults = [...struck];
  await expect(store.append(bytes('two'))).rejects.toMatchObject({ name: 'StoreError', kind });
  await expect(store.append(bytes('two'))).rejects.toMatchObject({ name: 'StoreError' });
  disk.faults = [];
  await store.append(bytes('two'));
  await store.append(bytes('three'));
  await store.close();
  const { texts: all, severities } = await reopen();
  // A failed sync may still have reached the disk: the record is then there twice, which the document tolerates.
  expect([...new Set(all)]).toEqual(['one', 'two', 'three']);
  expect(severities.filter((severity) => severity !== 'note')).toEqual([]);
});

test('after a failed sync the journal is not trusted again', async () => {
  const disk = createFaultyFiles();
  const store = await openStore(folder, { files: disk.files });
  await store.append(bytes('one'));
  disk.faults = [{ operation: 'sync', at: 'journal', code: 'EIO', times: 1 }];
  await expect(store.append(bytes('two'))).rejects.toMatchObject({ kind: 'input-output' });
  await store.append(bytes('two'));
  await store.close();
  expect(await readdir(folder)).toContain('journal-000002');
  expect(await reopen()).toMatchObject({ severities: [] });
});

test('a system that takes few bytes at a time gets them all', async () => {
  const disk = createFaultyFiles(7);
  const store = await openStore(folder, { files: disk.files });
  await store.append(bytes('one '.repeat(50)));
  await store.replace(bytes('snapshot '.repeat(50)), always);
  await store.append(bytes('two '.repeat(50)));
  await store.close();
  expect((await reopen()).texts).toEqual(['snapshot '.repeat(50), 'two '.repeat(50)]);
});

const steps: readonly Fault[] = [
  { operation: 'create', at: 'snapshot', code: 'ENOSPC' },
  { operation: 'create', at: 'journal', code: 'ENOSPC' },
  { operation: 'write', at: 'snapshot', after: 10, code: 'ENOSPC' },
  { operation: 'sync', at: 'snapshot', code: 'EIO' },
  { operation: 'read', at: 'snapshot', code: 'EIO' },
  { operation: 'rename', at: 'snapshot', code: 'EACCES' },
  { operation: 'rename', at: 'ledger', code: 'ENOSPC' },
  { operation: 'syncFolder', code: 'EIO' },
];

test.each(steps)('a replace that fails ($operation $at $code) loses nothing and can be done again', async (fault) => {
  const disk = createFaultyFiles();
  const store = await openStore(folder, { files: disk.files });
  await store.append(bytes('one'));
  await store.replace(bytes('one'), always);
  await store.append(bytes('two'));
  disk.faults = [fault];
  await expect(store.replace(bytes('one two'), always)).rejects.toMatchObject({ name: 'StoreError' });
  disk.faults = [];
  await store.append(bytes('three'));
  const between = await reopen();
  expect(between.texts.join(' ')).toBe('one two three');
  expect(between.severities).toEqual([]);
  await store.replace(bytes('one two three'), always);
  await store.append(bytes('four'));
  await store.close();
  expect(await reopen()).toEqual({ texts: ['one two three', 'four'], severities: [] });
});

test('a folder that cannot be written is read all the same and refuses appends', async () => {
  const first = await openStore(folder);
  await first.append(bytes('one'));
  await first.close();
  await writeFile(join(folder, 'journal-000001'), Buffer.from('torn'), { flag: 'a' });
  const disk = createFaultyFiles();
  disk.faults = (['makeFolder', 'create', 'open', 'rename'] as const).map((operation) => ({
    operation,
    code: 'EROFS',
  }));
  const store = await openStore(folder, { files: disk.files });
  expect(texts(store)).toEqual(['one']);
  await expect(store.append(bytes('two'))).rejects.toMatchObject({ kind: 'read-only' });
  await store.close();
});

test('a folder that can neither be made nor read is an error of its own', async () => {
  const disk = createFaultyFiles();
  disk.faults = [{ operation: 'makeFolder', code: 'EROFS' }];
  await expect(openStore(join(folder, 'new'), { files: disk.files })).rejects.toMatchObject({ kind: 'read-only' });
});

test('a file that the system cannot read is put aside and the rest is read', async () => {
  const first = await openStore(folder);
  await first.append(bytes('one'));
  await first.replace(bytes('one'), always);
  await first.append(bytes('two'));
  await first.close();
  const disk = createFaultyFiles();
  disk.faults = [{ operation: 'read', at: 'snapshot', code: 'EIO' }];
  const store = await openStore(folder, { files: disk.files });
  await store.close();
  expect(texts(store)).toEqual(['one', 'two']);
  expect(store.loaded.problems).toMatchObject([{ severity: 'recovered', movedTo: 'quarantine/snapshot-000002.1' }]);
});

test('a store whose folder is removed while it is open does not claim to have saved', async () => {
  const store = await openStore(folder);
  await store.append(bytes('one'));
  await rm(folder, { recursive: true });
  await expect(store.append(bytes('two'))).rejects.toMatchObject({ kind: 'gone' });
  await store.close();
});

test('a torn end is noted, kept, and appended over', async () => {
  const first = await openStore(folder);
  await first.append(bytes('one'));
  await first.close();
  const path = join(folder, 'journal-000001');
  const whole = await readFile(path);
  const record = whole.subarray(whole.length - 56 - 3);
  await writeFile(path, Buffer.concat([whole, record.subarray(0, 40)]));
  const store = await openStore(folder);
  expect(store.loaded.problems).toMatchObject([{ severity: 'note', movedTo: 'quarantine/journal-000001.1.torn' }]);
  await store.append(bytes('two'));
  await store.close();
  expect(await reopen()).toEqual({ texts: ['one', 'two'], severities: [] });
});
