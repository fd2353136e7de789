// @ts-check
import { existsSync } from 'node:fs';
import { run, tail } from './run.mjs';
import { say } from './say.mjs';

/** What Electron links against, and the fonts without which a bare machine paints boxes. */
const toRun = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'libatk-bridge2.0-0',
  'libdrm2',
  'libnotify4',
  'fonts-dejavu-core',
  // Unpacks the development fallback of Electron.
  'unzip',
];

/** A display and a session bus where the machine has none. */
const withoutDisplay = ['xvfb', 'xauth', 'dbus'];

/** Real counterparts for the tests: a notification daemon, D-Bus peers, file systems to cut the power of. */
const toTest = ['dunst', 'python3', 'python3-dbus', 'python3-gi', 'e2fsprogs'];

/** @typedef {'run' | 'run-headless' | 'test'} Purpose */

/** @type {Record<Purpose, readonly string[]>} */
const packagesFor = {
  run: toRun,
  'run-headless': [...toRun, ...withoutDisplay],
  test: [...toRun, ...withoutDisplay, ...toTest],
};

/**
 * Makes sure of the Debian packages a purpose needs: installs what is missing when we are root, else says the exact
 * line to run. Nothing is done where there is no dpkg: other systems name their packages differently.
 * @param {Purpose} purpose
 * @returns {Promise<boolean>} false when packages are missing and the person has to install them
 */
export const ensureSystemPackages = async (purpose) => {
  if (!existsSync('/usr/bin/dpkg-query')) return true;
  const missing = await missingPackages(packagesFor[purpose]);
  if (missing.length === 0) return true;
  if (process.getuid?.() !== 0) {
    say('Packages of the system are missing. Run this line, then try again:');
    say(`sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`);
    return false;
  }
  say(`Installing ${missing.length} missing packages of the system: ${missing.join(' ')}.`);
  // Another apt may be at work on a machine that has just started.
  const apt = ['-o', 'DPkg::Lock::Timeout=300', '-o', 'Acquire::Retries=3'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const update = await run('apt-get', [...apt, 'update'], { env });
  const install = await run('apt-get', [...apt, 'install', '-y', '--no-install-recommends', ...missing], { env });
  if (install.code === 0) return true;
  say(`apt-get could not install them:\n${tail(update.output, 5)}\n${tail(install.output, 15)}`);
  return false;
};

/**
 * @param {readonly string[]} names
 * @returns {Promise<string[]>}
 */
const missingPackages = async (names) => {
  // Debian 13 renamed some libraries for 64-bit time; apt still installs them by their old name.
  const spellings = names.flatMap((name) => [name, `${name}t64`]);
  const { output } = await run('dpkg-query', ['-W', '-f', '${binary:Package} ${db:Status-Status}\n', ...spellings]);
  const installed = new Set(
    output
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.replace(/ installed$/, '').replace(/:.*$/, '')),
  );
  return names.filter((name) => !installed.has(name) && !installed.has(`${name}t64`));
};
