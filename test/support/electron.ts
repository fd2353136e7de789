import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { _electron, type ElectronApplication, type Page } from 'playwright';

/** The app as a person has it in front of them: the built output in a real Electron, driven from outside. */
export interface RunningApp {
  readonly app: ElectronApplication;
  /** The first window. */
  readonly window: Page;
  /** What the app wrote to stdout and stderr so far. */
  output(): string;
  /** Quits the app the way a person does, and waits until its process has ended. */
  close(): Promise<void>;
  /** SIGKILL for the whole process group, as a crash or a power cut would; waits until it has ended. */
  kill(): Promise<void>;
}

export interface LaunchOptions {
  /** Folder for everything the app keeps, see `freshUserData`. */
  readonly userDataDir: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** IANA zone the app believes to be in; UTC unless given, so that no test depends on the machine's. */
  readonly timezone?: string;
  /** BCP 47 tag of the app's language; en-GB unless given. */
  readonly locale?: string;
  /** Folder with the app's package.json; the project itself unless given. */
  readonly appFolder?: string;
}

/**
 * Starts the built app and waits for its first window. Throws when no Electron can be had, or when the app ends before
 * it shows a window (with what it printed). The sandbox is on unless we are root, for whom Chromium has none.
 */
export const launchApp = async (options: LaunchOptions): Promise<RunningApp> => {
  const { userDataDir, args = [], env = {}, timezone = 'UTC', locale = 'en-GB', appFolder = projectFolder } = options;
  const app = await _electron.launch({
    executablePath: await electronExecutable(),
    args: [appFolder, `--user-data-dir=${userDataDir}`, `--lang=${locale}`, ...args],
    cwd: appFolder,
    env: { ...inheritedEnv(), TZ: timezone, LANG: `${locale.replace('-', '_')}.UTF-8`, LANGUAGE: locale, ...env },
    chromiumSandbox: process.getuid?.() !== 0,
    timeout: 60_000,
  });
  const child = app.process();
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      printed += text;
    });
  }
  const ended = new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });
  const kill = async () => {
    killGroup(child.pid);
    await ended;
  };

  try {
    const window = await Promise.race([
      app.firstWindow({ timeout: 60_000 }),
      ended.then(() => Promise.reject(new Error('The app ended before it showed a window.'))),
    ]);
    const close = async () => {
      await app.close();
      await ended;
    };
    return { app, window, output: () => printed, close, kill };
  } catch (cause) {
    await kill();
    throw new Error(`The app showed no window. It printed:\n${printed}`, { cause });
  }
};

/** A new empty folder for an app's data; `remove` it when the test is done. */
export const freshUserData = async (): Promise<{ readonly folder: string; remove(): Promise<void> }> => {
  const folder = await mkdtemp(join(tmpdir(), 'afterword-user-data-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5 }) };
};

/** Keeps what the window shows as artifacts/screens/<name>.png, and answers that path. */
export const screenshot = async (window: Page, name: string): Promise<string> => {
  const folder = join(projectFolder, 'artifacts', 'screens');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name}.png`);
  await window.screenshot({ path });
  return path;
};

/**
 * Path of the Electron that tests run: AFTERWORD_ELECTRON's, the official one, or the development fallback. Also what
 * a test runs with ELECTRON_RUN_AS_NODE=1.
 */
export const electronExecutable = (): Promise<string> => (found ??= findElectron());

let found: Promise<string> | undefined;

const findElectron = async (): Promise<string> => {
  const script = join(projectFolder, 'scripts', 'electron.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script], { encoding: 'utf8' });
  return stdout.trim();
};

const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Ours, without what would change how Electron or its Node starts, or tell the app that it is tested. */
const inheritedEnv = (): Record<string, string> => {
  const own = /^(ELECTRON_|NODE_|VITEST|npm_|LC_)|^(VITE|TEST|DEV|PROD|MODE|SSR|BASE_URL)$/;
  const entries = Object.entries(process.env).filter(([name, value]) => value !== undefined && !own.test(name));
  return Object.fromEntries(entries.map(([name, value]) => [name, value ?? '']));
};

const killGroup = (pid: number | undefined): void => {
  if (pid === undefined) return;
  try {
    // The driver starts Electron as the leader of a process group.
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!gone) throw error;
  }
};
