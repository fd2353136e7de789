import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface, type Interface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** A session bus of a test's own, with real programs on it. */
export interface Desktop {
  /** For whatever is to be on this bus. */
  readonly env: Readonly<Record<string, string>>;
  /** Starts dunst, a notification daemon, and waits until it answers. */
  startDunst(): Promise<Dunst>;
  /** Starts what owns the tray's bus name, and waits until it does. */
  startTrayHost(): Promise<TrayHost>;
  /** Ends everything that was started. */
  close(): Promise<void>;
}

export interface Dunst {
  /** SIGSTOP: alive, and answering nothing. */
  readonly hang: () => void;
  readonly resume: () => void;
  /** Titles of the notifications that stand, and of those that were closed. */
  readonly titles: () => Promise<readonly string[]>;
  /** Number of notifications that stand. */
  readonly displayed: () => Promise<number>;
  readonly closeAll: () => Promise<void>;
  /** A click on the newest one. */
  readonly click: () => Promise<void>;
  /** Presses the button with that label on the newest one. */
  readonly press: (label: string) => Promise<void>;
}

export interface TrayHost {
  /** Whether an icon registered, and its tooltip. */
  readonly item: () => Promise<{ readonly registered: boolean; readonly tooltip?: string }>;
  readonly menu: () => Promise<readonly string[]>;
  readonly click: (label: string) => Promise<void>;
}

export const openDesktop = async (): Promise<Desktop> => {
  const folder = await mkdtemp(join(tmpdir(), 'afterword-desktop-'));
  const started: ChildProcess[] = [];
  const start = (program: string, args: readonly string[], env: NodeJS.ProcessEnv) => {
    const child = spawn(program, args, { env, stdio: ['pipe', 'pipe', 'inherit'] });
    started.push(child);
    return child;
  };

  const busConfig = join(folder, 'bus.conf');
  await writeFile(busConfig, busWithoutActivation(folder));
  const daemon = start('dbus-daemon', [`--config-file=${busConfig}`, '--nofork', '--print-address'], process.env);
  const address = await firstLine(daemon);
  const env = { DBUS_SESSION_BUS_ADDRESS: address };
  const all = { ...process.env, ...env };
  const run = async (program: string, args: readonly string[]) =>
    (await promisify(execFile)(program, args, { env: all, encoding: 'utf8' })).stdout.trim();

  return {
    env,
    startDunst: async () => {
      const chosen = join(folder, 'chosen');
      const menu = join(folder, 'menu.sh');
      const config = join(folder, 'dunstrc');
      // Dunst asks a menu program which button; this one chooses the label that the test wrote down.
      await writeFile(menu, `#!/bin/sh\ngrep -m1 -F "$(cat '${chosen}')"\n`, { mode: 0o755 });
      await writeFile(config, `[global]\ndmenu = ${menu}\nhistory_length = 100\nidle_threshold = 0\n`);
      const dunst = start('dunst', ['-config', config], all);
      await retry(() => run('dunstctl', ['count', 'displayed']));
      return {
        hang: () => void dunst.kill('SIGSTOP'),
        resume: () => void dunst.kill('SIGCONT'),
        displayed: async () => Number(await run('dunstctl', ['count', 'displayed'])),
        titles: async () => {
          await run('dunstctl', ['close-all']);
          const history = JSON.parse(await run('dunstctl', ['history'])) as {
            data: readonly (readonly { readonly summary: { readonly data: string } }[])[];
          };
          return (history.data[0] ?? []).map(({ summary }) => summary.data).toReversed();
        },
        closeAll: async () => void (await run('dunstctl', ['close-all'])),
        click: async () => void (await run('dunstctl', ['action', '0'])),
        press: async (label) => {
          await writeFile(chosen, label);
          await run('dunstctl', ['context']);
        },
      };
    },
    startTrayHost: async () => {
      const script = join(dirname(fileURLToPath(import.meta.url)), 'status-notifier-watcher.py');
      const host = start('/usr/bin/python3', [script], all);
      const lines = createInterface({ input: host.stdout ?? process.stdin });
      await nextLine(lines);
      const ask = async (question: string): Promise<unknown> => {
        const answered = nextLine(lines);
        host.stdin?.write(`${question}\n`);
        const answer: unknown = JSON.parse(await answered);
        if (typeof answer === 'object' && answer !== null && 'error' in answer) throw new Error(String(answer.error));
        return answer;
      };
      return {
        item: () => ask('item') as ReturnType<TrayHost['item']>,
        menu: () => ask('menu') as ReturnType<TrayHost['menu']>,
        click: async (label) => void (await ask(`click ${label}`)),
      };
    },
    close: async () => {
      for (const child of started.toReversed()) {
        if (child.exitCode !== null || child.signalCode !== null) continue;
        const ended = new Promise((done) => child.once('exit', done));
        // A stopped process ends on nothing else.
        child.kill('SIGKILL');
        await ended;
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
};

/** The machine's own session bus starts a notification daemon when one is asked for; here a test decides. */
const busWithoutActivation = (folder: string): string => `<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

const firstLine = async (child: ChildProcess): Promise<string> => {
  const lines = createInterface({ input: child.stdout ?? process.stdin });
  return await nextLine(lines);
};

const nextLine = (lines: Interface): Promise<string> => new Promise((done) => lines.once('line', done));

/** Until it works; the test's own time-out ends what never does. */
const retry = async <T>(action: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await action();
    } catch {
      // Each try is a process that was started and ended: pause enough.
    }
  }
};
