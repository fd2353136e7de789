import { chmod, mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from './store-error.ts';

/**
 * Every operation the store does on a disk. Handed in, so that tests can put faults and a crash model in its place.
 * All of them reject with the system's own errors (`code: 'ENOSPC'` and so on).
 */
export interface FileSystem {
  /** Creates the folder and its parents where they are missing, durably, and closes it to other users (0700). */
  makeFolder(path: string): Promise<void>;
  /** Names in the folder, in no order. */
  list(path: string): Promise<readonly string[]>;
  read(path: string): Promise<Uint8Array>;
  /** Creates a file that must not exist yet, readable by its owner only (0600). */
  create(path: string): Promise<OpenFile>;
  /** Opens an existing file for writing at given positions. */
  open(path: string): Promise<OpenFile>;
  /** Atomic within one file system; replaces an existing target. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  /** Makes created, renamed and removed names durable. A file's own sync does not do that. */
  syncFolder(path: string): Promise<void>;
}

/** A file open for writing. */
export interface OpenFile {
  /** Writes at `position` and answers how many bytes were taken, which may be fewer than given. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  truncate(size: number): Promise<void>;
  /** Content and size are on the disk when it resolves. */
  sync(): Promise<void>;
  /** How many names the file has: 0 once it was deleted under us, when writes still seem to succeed. */
  links(): Promise<number>;
  close(): Promise<void>;
}

/** The real disk. */
export const nodeFileSystem: FileSystem = {
  makeFolder: async (path) => {
    const first = await mkdir(path, { recursive: true, mode: 0o700 });
    if (first !== undefined) await syncUpTo(dirname(first), dirname(path));
    // A folder that was there before keeps its mode, so it is set; one that is not ours to change stays as it is.
    await chmod(path, 0o700).catch((cause: unknown) => {
      if (!['EPERM', 'EROFS', 'EACCES', 'ENOTSUP'].includes(errorCode(cause) ?? '')) throw cause;
    });
  },
  list: (path) => readdir(path),
  read: (path) => readFile(path),
  create: (path) => openFile(path, 'wx'),
  open: (path) => openFile(path, 'r+'),
  rename: (from, to) => renamePatiently(from, to),
  remove: (path) => unlink(path),
  syncFolder: (path) => syncFolder(path),
};

const syncFolder = async (path: string): Promise<void> => {
  // Windows cannot open a folder for this and journals its names itself.
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

// Every folder that got a new name in it, from the innermost one up to `top`.
const syncUpTo = async (top: string, path: string): Promise<void> => {
  await syncFolder(path);
  if (path !== top) await syncUpTo(top, dirname(path));
};

const openFile = async (path: string, flags: 'wx' | 'r+'): Promise<OpenFile> => {
  const file = await open(path, flags, 0o600);
  return {
    write: async (bytes, position) => (await file.write(bytes, 0, bytes.length, position)).bytesWritten,
    truncate: (size) => file.truncate(size),
    sync: () => file.datasync(),
    links: async () => (await file.stat()).nlink,
    close: () => file.close(),
  };
};

// On Windows a virus scanner or an indexer may hold a fresh file for a moment, and the rename fails until it lets go.
const renamePatiently = async (from: string, to: string, triesLeft = 20): Promise<void> => {
  try {
    await rename(from, to);
  } catch (cause) {
    const passing = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(cause) ?? '');
    if (!passing || triesLeft === 0) throw cause;
    await pause(25);
    await renamePatiently(from, to, triesLeft - 1);
  }
};
