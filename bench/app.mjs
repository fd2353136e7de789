// @ts-check
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { _electron } from 'playwright';
import { ensureElectron } from '../scripts/electron.mjs';
import { root } from '../scripts/project.mjs';
import { writeMadeSearch } from './plan.mjs';

const runs = 5;
/** Until memory has settled after the first screen. ms. */
const settling = 5_000;

/**
 * Cold start (process start to a painted heading) and memory at rest (proportional set size of all processes), of
 * Afterword with an empty search and with 1,000 applications, beside a bare window of the same Electron, in turn.
 * @param {(line: string) => void} print
 */
export const benchApp = async (print) => {
  const { executable, version } = await ensureElectron();
  const folder = await mkdtemp(join(tmpdir(), 'afterword-bench-'));
  try {
    const bare = join(folder, 'bare');
    await writeBareApp(bare);
    const full = join(folder, 'full');
    await fill(full, join(folder, 'search.json'));
    const subjects = [
      { name: 'bare window', app: bare, data: () => join(folder, `bare-${Math.random()}`) },
      { name: 'Afterword, empty', app: root, data: () => join(folder, `empty-${Math.random()}`) },
      { name: 'Afterword, 1,000 applications', app: root, data: () => full },
    ].map((subject) => ({ ...subject, starts: /** @type {number[]} */ ([]), memory: /** @type {number[]} */ ([]) }));
    // The first round warms the disk's cache and is not counted.
    for (let round = 0; round <= runs; round += 1) {
      for (const subject of subjects) {
        const measured = await measure(executable, subject.app, subject.data());
        if (round === 0) continue;
        subject.starts.push(measured.start);
        subject.memory.push(measured.memory);
      }
    }
    print(`Electron ${version}, median of ${runs} starts each, in turn`);
    const floor = subjects[0];
    for (const { name, starts, memory } of subjects) {
      print(
        `${name.padEnd(30)} cold start ${median(starts).toFixed(0)} ms (${ratio(starts, floor?.starts)}x), ` +
          `at rest ${median(memory).toFixed(0)} MB (${ratio(memory, floor?.memory)}x)`,
      );
    }
  } finally {
    await rm(folder, { recursive: true, maxRetries: 5 });
  }
};

/** @param {string} folder */
const writeBareApp = async (folder) => {
  await mkdir(folder);
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.js', type: 'module' }),
  );
  await writeFile(
    join(folder, 'main.js'),
    `import { app, BrowserWindow } from 'electron';
     app.whenReady().then(() => new BrowserWindow({ width: 1280, height: 800 }).loadFile('index.html'));
     app.on('window-all-closed', () => app.quit());`,
  );
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>bare</title><h1>bare</h1>');
};

/**
 * @param {string} userData
 * @param {string} file
 */
const fill = async (userData, file) => {
  await writeMadeSearch(1_000, file);
  await mkdir(userData);
  const filled = spawnSync(
    process.execPath,
    [join(root, 'scripts/afterword.mjs'), 'import', file, '--data', join(userData, 'search')],
    {
      encoding: 'utf8',
    },
  );
  if (filled.status !== 0) throw new Error(`the made-up search was not imported: ${filled.stderr}`);
};

/**
 * @param {string} executablePath
 * @param {string} app
 * @param {string} data
 */
const measure = async (executablePath, app, data) => {
  const begun = performance.now();
  const running = await _electron.launch({
    executablePath,
    args: [app, `--user-data-dir=${data}`],
    chromiumSandbox: process.getuid?.() !== 0,
  });
  const window = await running.firstWindow();
  await window.waitForSelector('h1');
  const start = performance.now() - begun;
  await pause(settling);
  const memory = await proportionalSetSize(running.process().pid ?? 0);
  await running.close();
  return { start, memory };
};

/**
 * MB over a process and all its descendants; what they share is counted once.
 * @param {number} pid
 * @returns {Promise<number>}
 */
const proportionalSetSize = async (pid) => {
  const parents = new Map();
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '');
    parents.set(Number(entry), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]));
  }
  const family = (/** @type {number} */ one) => {
    for (let current = one; current > 1; current = parents.get(current) ?? 0) if (current === pid) return true;
    return false;
  };
  let kilobytes = 0;
  for (const one of [...parents.keys()].filter(family)) {
    const rollup = await readFile(`/proc/${one}/smaps_rollup`, 'utf8').catch(() => '');
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0);
  }
  return kilobytes / 1024;
};

/** @param {readonly number[]} values */
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

/**
 * @param {readonly number[]} values
 * @param {readonly number[] | undefined} floor
 */
const ratio = (values, floor) => (floor === undefined ? '?' : (median(values) / median(floor)).toFixed(2));
