import { join } from 'node:path';
import { StoreError } from './store-error.ts';
import type { FileSystem, OpenFile } from './store-files.ts';
import { unfinishedFolder } from './store-layout.ts';

/** Writes all of `bytes` at `position`: a system may take fewer at a time, and none at all is a full disk. */
export const writeFully = async (file: OpenFile, bytes: Uint8Array, position: number, path: string): Promise<void> => {
  let written = 0;
  while (written < bytes.length) {
    const taken = await file.write(bytes.subarray(written), position + written);
    if (taken === 0) throw new StoreError('disk-full', path);
    written += taken;
  }
};

/**
 * Puts `bytes` under `name` (relative to the store's folder), all or nothing: written in `unfinished/`, synced, looked at by
 * `check` as it reads back, renamed, and the folder synced. Replaces a file of that name.
 */
export const placeFile = async (
  files: FileSystem,
  folder: string,
  name: string,
  bytes: Uint8Array,
  check: (readBack: Uint8Array) => boolean = () => true,
): Promise<void> => {
  const target = join(folder, name);
  const unfinished = join(folder, unfinishedFolder, name.replaceAll(/[\\/]/g, '-'));
  await files.makeFolder(join(folder, unfinishedFolder));
  await removeIfThere(files, unfinished);
  const file = await files.create(unfinished);
  try {
    await writeFully(file, bytes, 0, target);
    await file.sync();
  } finally {
    await file.close();
  }
  const readBack = await files.read(unfinished);
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).equals(readBack) || !check(readBack)) {
    throw new StoreError('not-verified', target);
  }
  await files.rename(unfinished, target);
  await files.syncFolder(join(target, '..'));
};

const removeIfThere = async (files: FileSystem, path: string): Promise<void> => {
  const { dir, base } = split(path);
  if ((await files.list(dir)).includes(base)) await files.remove(path);
};

const split = (path: string): { readonly dir: string; readonly base: string } => {
  const dir = join(path, '..');
  return { dir, base: path.slice(dir.length + 1) };
};
