import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

/** A real ext4 file system in a file, whose power can be cut. */
export interface CuttableDisk {
  /** Where it is mounted. */
  readonly path: string;
  /** Prepares a cut, so that it comes without delay once it is asked for. */
  armCut(): Promise<Cut>;
  /** Unmounts and mounts again, as a computer does that comes back. */
  restart(): Promise<void>;
  remove(): Promise<void>;
}

export interface Cut {
  /** Drops everything that was not flushed. */
  strike(): void;
  /** Resolves when the power is off. */
  readonly done: Promise<void>;
}

/** Creates and mounts the disk, or answers why this machine cannot: it takes root and a loop device. */
export const createCuttableDisk = async (): Promise<CuttableDisk | string> => {
  const folder = await mkdtemp(join(tmpdir(), 'afterword-power-'));
  const image = join(folder, 'disk.img');
  const path = join(folder, 'mounted');
  const mount = (): Promise<unknown> => run('mount', ['-o', 'loop', image, path]);
  try {
    await mkdir(path);
    await writeFile(image, '');
    await truncate(image, 96 * 1024 * 1024);
    await run('mkfs.ext4', ['-q', '-F', image]);
    await mount();
  } catch (cause) {
    await rm(folder, { recursive: true });
    return `no power can be cut here: ${cause instanceof Error ? cause.message.trim() : String(cause)}`;
  }
  return {
    path,
    armCut: () => armCut(path),
    restart: async () => {
      await run('umount', [path]);
      await mount();
    },
    remove: async () => {
      await run('umount', [path]);
      await rm(folder, { recursive: true });
    },
  };
};

const run = promisify(execFile);

const armCut = async (path: string): Promise<Cut> => {
  const script = spawn('python3', [resolve('test/support/power-cut.py'), path], { stdio: ['pipe', 'pipe', 'inherit'] });
  const closed = once(script, 'close');
  await once(createInterface({ input: script.stdout }), 'line');
  const done = closed.then(([code]) => {
    if (code !== 0) throw new Error(`the power could not be cut (${String(code)})`);
  });
  return { strike: () => script.stdin.end('\n'), done };
};
