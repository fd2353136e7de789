// @ts-check
import { readFileSync } from 'node:fs';
import { homedir, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder: the app folder that Electron is started with. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** @param {string[]} parts a path below the project's folder */
export const inProject = (...parts) => join(root, ...parts);

/**
 * @param {string} file
 * @returns {unknown}
 */
export const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** The user's cache folder for this project (XDG Base Directory on Linux). */
export const cacheFolder = () => {
  const { XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (XDG_CACHE_HOME) return join(XDG_CACHE_HOME, 'afterword');
  if (platform() === 'darwin') return join(homedir(), 'Library', 'Caches', 'afterword');
  if (platform() === 'win32' && LOCALAPPDATA) return join(LOCALAPPDATA, 'afterword', 'cache');
  return join(homedir(), '.cache', 'afterword');
};
