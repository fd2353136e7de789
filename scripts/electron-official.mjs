// @ts-check
import { downloadArtifact } from '@electron/get';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cachedDist } from './dist-cache.mjs';
import { isErrno } from './run.mjs';

const require = createRequire(import.meta.url);
const electronPackage = dirname(require.resolve('electron/package.json'));

/** Version of the official Electron this project depends on. */
export const officialVersion = String(JSON.parse(readFileSync(join(electronPackage, 'package.json'), 'utf8')).version);

/** A download that brings no byte for this long is given up: a closed network fails within seconds. */
const STALL_MS = 6_000;

/** A failed download is not tried again for this long, so that work without network does not wait at every start. */
const REMEMBER_MS = 6 * 60 * 60 * 1000;

/** @param {NodeJS.Platform} platform */
export const executableIn = (platform) =>
  platform === 'darwin'
    ? join('Electron.app', 'Contents', 'MacOS', 'Electron')
    : platform === 'win32'
      ? 'electron.exe'
      : 'electron';

/**
 * The dist that the electron package downloaded for itself, when it did.
 * @returns {string | undefined}
 */
export const installedDist = () => {
  const dist = join(electronPackage, 'dist');
  const version = join(dist, 'version');
  const whole = existsSync(version) && existsSync(join(dist, executableIn(process.platform)));
  return whole && readFileSync(version, 'utf8').trim().replace(/^v/, '') === officialVersion ? dist : undefined;
};

/**
 * The official dist from the cache, else downloaded with the electron package's own downloader and checksums.
 * @param {{ cache: string }} options
 * @returns {Promise<{ dist: string, built: boolean } | { failed: string, remembered: boolean }>}
 */
export const officialDist = async ({ cache }) => {
  const marker = join(cache, `unreachable-${officialVersion}`);
  const remembered = await ageMs(marker);
  try {
    return await cachedDist({
      cache,
      name: `electron-${officialVersion}-${process.platform}-${process.arch}`,
      executable: executableIn(process.platform),
      fill: async (folder) => {
        if (remembered !== undefined && remembered < REMEMBER_MS)
          throw new Unreachable('tried a short while ago', true);
        await unpack(await download(), folder);
      },
    });
  } catch (error) {
    if (!(error instanceof Unreachable)) throw error;
    if (!error.remembered) {
      await mkdir(cache, { recursive: true, mode: 0o700 });
      await writeFile(marker, error.message);
    }
    return { failed: error.message, remembered: error.remembered };
  }
};

class Unreachable extends Error {
  /**
   * @param {string} message
   * @param {boolean} remembered
   */
  constructor(message, remembered) {
    super(message);
    this.remembered = remembered;
  }
}

/** @returns {Promise<string>} path of the checked zip file, in the downloader's own cache */
const download = async () => {
  const stalled = new AbortController();
  let watchdog = setTimeout(() => stalled.abort(), STALL_MS);
  const onProgress = async () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => stalled.abort(), STALL_MS);
  };
  try {
    return await downloadArtifact({
      version: officialVersion,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: require('electron/checksums.json'),
      downloadOptions: { quiet: true, signal: stalled.signal, getProgressCallback: onProgress },
    });
  } catch (error) {
    const reason = stalled.signal.aborted ? `no answer within ${STALL_MS / 1000} s` : describe(error);
    throw new Unreachable(reason, false);
  } finally {
    clearTimeout(watchdog);
  }
};

/**
 * @param {string} archive
 * @param {string} folder
 */
const unpack = async (archive, folder) => {
  // The electron package brings its extractor; it is not ours to depend on, so it is resolved from there.
  const extractor = createRequire(join(electronPackage, 'package.json')).resolve('@electron-internal/extract-zip');
  /** @type {{ extract: (archive: string, options: { dir: string }) => Promise<void> }} */
  const { extract } = await import(extractor);
  await extract(archive, { dir: folder });
};

/** @param {unknown} error */
const describe = (error) => {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
};

/**
 * @param {string} file
 * @returns {Promise<number | undefined>} undefined when it does not exist
 */
const ageMs = async (file) => {
  try {
    return Date.now() - (await stat(file)).mtimeMs;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return undefined;
    throw error;
  }
};
