// @ts-check
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject, root } from './project.mjs';
import { isErrno, run, tail } from './run.mjs';
import { say } from './say.mjs';

const stampFile = inProject('out', 'build-stamp');
const lockFile = inProject('out', 'build-lock');

/** What the build reads. */
const sources = ['src', 'package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.base.json'];

/** What the build leaves, and what a start needs. */
const products = ['out/main/index.js', 'out/main/cli.js', 'out/preload/index.cjs', 'out/renderer/index.html'];

/**
 * Builds main, preload and renderer into out/ unless out/ was built from just these sources. One build at a time: a
 * second caller waits for the first. Says nothing unless it builds.
 * @returns {Promise<boolean>} false when the build failed; why is on stderr
 */
export const ensureBuilt = async () => {
  if (await isFresh()) return true;
  const unlock = await lock();
  try {
    // The one we waited for may have built just this.
    return (await isFresh()) || (await build());
  } finally {
    await unlock();
  }
};

const isFresh = async () => {
  if (!products.every((file) => existsSync(inProject(file)))) return false;
  const stamp = await readFile(stampFile, 'utf8').catch(undefinedWhenMissing);
  return stamp !== undefined && stamp === (await sourcesDigest());
};

const build = async () => {
  // Taken before the build: what changes while it runs makes the next start build again.
  const digest = await sourcesDigest();
  await rm(stampFile, { force: true });
  say('Building the app.');
  const bin = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js');
  const { code, output } = await run(process.execPath, [bin, 'build'], { cwd: root });
  if (code !== 0) {
    say(`The build failed:\n${tail(output, 60)}`);
    return false;
  }
  await writeFile(stampFile, digest);
  return true;
};

/** Names, sizes and times of everything the build reads: also a removed file changes it. */
const sourcesDigest = async () => {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesIn(inProject(source))) {
      const { size, mtimeMs } = await stat(file);
      hash.update(`${file} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
};

/**
 * @param {string} path a file or a folder
 * @returns {Promise<string[]>} in an order that does not depend on the file system
 */
const filesIn = async (path) => {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.flatMap((entry) => (entry.isFile() ? [join(entry.parentPath, entry.name)] : [])).toSorted();
};

/** @returns {Promise<() => Promise<void>>} unlocks */
const lock = async () => {
  await mkdir(inProject('out'), { recursive: true });
  for (;;) {
    try {
      const file = await open(lockFile, 'wx');
      await file.writeFile(String(process.pid));
      await file.close();
      return () => rm(lockFile, { force: true });
    } catch (error) {
      if (!isErrno(error, 'EEXIST')) throw error;
    }
    if (await ownerIsGone()) await rm(lockFile, { force: true });
    await wait(100);
  }
};

const ownerIsGone = async () => {
  const pid = await readFile(lockFile, 'utf8').catch(undefinedWhenMissing);
  // Empty: its owner is between creating and writing it, unless it was killed right there.
  if (pid === undefined) return false;
  if (pid === '') return Date.now() - (await stat(lockFile)).mtimeMs > 10_000;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return isErrno(error, 'ESRCH');
  }
};

/** @param {unknown} error */
const undefinedWhenMissing = (error) => {
  if (isErrno(error, 'ENOENT')) return undefined;
  throw error;
};
