// @ts-check
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ensureBuilt } from './build.mjs';
import { hasDisplay, onOwnDisplay } from './display.mjs';
import { ensureElectron } from './electron.mjs';
import { inProject, root } from './project.mjs';
import { isErrno, killGroup } from './run.mjs';
import { say } from './say.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Builds what is stale and opens the app. Without a display it runs on a virtual one, and its first painted screen is
 * kept as a picture. What stands after `--` goes to the app.
 */

const firstScreen = inProject('artifacts', 'first-screen.png');

/** From process start to a painted first screen; a cold disk and a large document need some of it. */
const FIRST_SCREEN_MS = 90_000;

/** How long the app may take to save and quit before it is ended by force. */
const QUIT_MS = 10_000;

const start = async () => {
  const headless = !hasDisplay();
  if (!(await ensureSystemPackages(headless ? 'run-headless' : 'run'))) return 2;
  const electron = await ensureElectron();
  if (!(await ensureBuilt())) return 1;

  const exitAfterScreenshot = process.env['AFTERWORD_EXIT_AFTER_SCREENSHOT'] === '1';
  const args = [
    // Chromium has no sandbox for root, and refuses to start with one. Anybody else gets it.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    root,
    ...process.argv.slice(2),
  ];
  if (!headless && !exitAfterScreenshot) return await launch(electron.executable, args).ended;

  await mkdir(dirname(firstScreen), { recursive: true });
  await rm(firstScreen, { force: true });
  if (headless) say('No display here: the app runs on a virtual one, with a session bus of its own.');
  const work = await mkdtemp(join(tmpdir(), 'afterword-start-'));
  try {
    const pidFile = join(work, 'pid');
    const app = launch(electron.executable, [...args, `--screenshot=${firstScreen}`], headless ? pidFile : undefined);
    const gone = new AbortController();
    const leave = () => gone.abort();
    app.ended.then(leave, leave);
    if (!(await isPainted(gone.signal))) {
      const why = gone.signal.aborted ? 'The app ended before' : `${FIRST_SCREEN_MS / 1000} s were not enough until`;
      say(`${why} its first screen was painted.`);
      await app.quit();
      return (await app.ended) || 1;
    }
    say(`First screen: ${relative(process.cwd(), firstScreen)}`);
    if (!exitAfterScreenshot) {
      say('The app keeps running. Press Ctrl+C to quit it.');
      return await app.ended;
    }
    await app.quit();
    return 0;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
};

/**
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {string} [pidFile] given: run on an own display, and the shell in between leaves the app's pid there
 */
const launch = (executable, args, pidFile) => {
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const wrapped =
    pidFile === undefined
      ? { program: executable, args: [...args] }
      : onOwnDisplay('sh', ['-c', 'echo "$$" >"$0"; exec "$@"', pidFile, executable, ...args]);
  // In its own group, so that Ctrl+C does not take the display away from an app that is still saving.
  const child = spawn(wrapped.program, wrapped.args, {
    env,
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
  const ended = new Promise((/** @type {(code: number) => void} */ resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

  const quit = async () => {
    const pid = pidFile === undefined ? child.pid : Number(await readFile(pidFile, 'utf8').catch(() => ''));
    if (pid) terminate(pid);
    const stopped = new AbortController();
    const late = wait(QUIT_MS, 'late', { signal: stopped.signal }).catch(() => 'stopped');
    if ((await Promise.race([ended, late])) === 'late') killGroup(child, 'SIGKILL');
    stopped.abort();
    await ended;
    // xvfb-run leaves its display behind when its program was killed.
    killGroup(child, 'SIGTERM');
  };
  let quitting = false;
  for (const signal of /** @type {NodeJS.Signals[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      if (quitting) killGroup(child, 'SIGKILL');
      quitting = true;
      quit().catch((error) => say(String(error)));
    });
  }
  return { ended, quit };
};

/** @param {number} pid */
const terminate = (pid) => {
  try {
    process.kill(pid, 'SIGTERM');
  } catch (error) {
    if (!isErrno(error, 'ESRCH')) throw error;
  }
};

/**
 * @param {AbortSignal} gone
 * @returns {Promise<boolean>} whether the app wrote the whole picture in time
 */
const isPainted = async (gone) => {
  const deadline = performance.now() + FIRST_SCREEN_MS;
  while (!gone.aborted && performance.now() < deadline) {
    if (await isWholePng(firstScreen)) return true;
    await wait(100);
  }
  return false;
};

/** @param {string} file */
const isWholePng = async (file) => {
  try {
    // A PNG ends with the chunk IEND and its checksum, four bytes (W3C PNG, 11.2.5).
    return (await readFile(file)).subarray(-8, -4).toString('latin1') === 'IEND';
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return false;
    throw error;
  }
};

try {
  process.exitCode = await start();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
