// @ts-check
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join, relative } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { isErrno } from './run.mjs';

/**
 * A prepared Electron folder ("dist"), kept per user. Rules:
 * 1. It is filled beside its place and renamed into it, so a reader sees all of it or nothing.
 * 2. A seal written last lists every file's size and the executable's SHA-256; a dist is reused only when it holds.
 * 3. Two that build at once both succeed; the later one throws its copy away.
 * 4. What a killed build left behind is removed by the next one.
 */

const SEAL = 'afterword-seal.json';

/** @typedef {{ executable: string, sha256: string, sizes: Record<string, number> }} Seal */

/**
 * @param {object} wanted
 * @param {string} wanted.cache the cache folder, made when missing
 * @param {string} wanted.name the dist's folder name; changes whenever its content should
 * @param {string} wanted.executable path of the executable inside it
 * @param {(folder: string) => Promise<void>} wanted.fill puts the content into an empty folder
 * @returns {Promise<{ dist: string, built: boolean }>}
 */
export const cachedDist = async ({ cache, name, executable, fill }) => {
  const dist = join(cache, name);
  if (await isWhole(dist)) return { dist, built: false };

  await mkdir(cache, { recursive: true, mode: 0o700 });
  await removeLeftovers(cache);
  const draft = join(cache, `.draft-${hostname()}-${process.pid}-${randomBytes(4).toString('hex')}`);
  await mkdir(draft);
  try {
    await fill(draft);
    await seal(draft, executable);
    return { dist, built: await place(draft, dist) };
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
};

/**
 * @param {string} draft
 * @param {string} dist
 * @returns {Promise<boolean>} whether ours is in place; false when another's, as good, came first
 */
const place = async (draft, dist) => {
  for (;;) {
    try {
      await rename(draft, dist);
      return true;
    } catch (error) {
      if (!isErrno(error, 'ENOTEMPTY') && !isErrno(error, 'EEXIST') && !isErrno(error, 'EPERM')) throw error;
    }
    if (await isWhole(dist)) return false;
    // A damaged one stands there. Move it aside first: removing in place would show others half a dist.
    const aside = `${draft}-damaged`;
    await rename(dist, aside).catch((error) => {
      if (!isErrno(error, 'ENOENT')) throw error;
    });
    await rm(aside, { recursive: true, force: true });
  }
};

/**
 * @param {string} dist
 * @param {string} executable
 */
const seal = async (dist, executable) => {
  /** @type {Seal} */
  const content = { executable, sha256: await sha256(join(dist, executable)), sizes: await sizes(dist) };
  await writeFile(join(dist, SEAL), JSON.stringify(content));
};

/** @param {string} dist */
const isWhole = async (dist) => {
  try {
    /** @type {Seal} */
    const sealed = JSON.parse(await readFile(join(dist, SEAL), 'utf8'));
    const found = await sizes(dist);
    const sameFiles = Object.entries(sealed.sizes).every(([file, size]) => found[file] === size);
    return sameFiles && (await sha256(join(dist, sealed.executable))) === sealed.sha256;
  } catch (error) {
    // Not there, or its seal is not JSON: either way it is to be built.
    if (isErrno(error, 'ENOENT') || error instanceof SyntaxError || error instanceof TypeError) return false;
    throw error;
  }
};

/**
 * @param {string} dist
 * @returns {Promise<Record<string, number>>} size in bytes by path relative to the dist, without the seal
 */
const sizes = async (dist) => {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && entry.name !== SEAL);
  const pairs = files.map(async (entry) => {
    const path = join(entry.parentPath, entry.name);
    return /** @type {const} */ ([relative(dist, path), (await stat(path)).size]);
  });
  return Object.fromEntries(await Promise.all(pairs));
};

/** @param {string} file */
const sha256 = async (file) => {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
};

/** @param {string} cache */
const removeLeftovers = async (cache) => {
  for (const name of await readdir(cache)) {
    const owner = /^\.draft-(?<host>.+)-(?<pid>\d+)-[0-9a-f]{8}(-damaged)?$/.exec(name)?.groups;
    // A cache on a shared home may hold another computer's running build.
    if (owner === undefined || owner['host'] !== hostname() || isAlive(Number(owner['pid']))) continue;
    await rm(join(cache, name), { recursive: true, force: true });
  }
};

/** @param {number} pid */
const isAlive = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isErrno(error, 'EPERM');
  }
};
