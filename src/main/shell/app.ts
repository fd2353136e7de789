import { randomBytes } from 'node:crypto';
import { mkdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, nativeTheme, powerMonitor } from 'electron';
import { enShell as texts } from '#shared/messages/en-shell.ts';
import type { AppState } from '#shared/contract.ts';
import { showFailure } from './dialogs.ts';
import { registerScheme } from './protocol.ts';
import { dangerousSwitch, dangerousSwitchExitCode } from './switches.ts';

/** The running app, as the operating system knows it. */
export interface App {
  readonly ready: Promise<void>;
  /** Folder for everything the app keeps on this computer. */
  readonly userData: string;
  /** BCP 47 tag that dates are shown in. Known once the app is ready. */
  readonly locale: () => string;
  /** The file named by `--screenshot=<file>`: what the first screen looks like is written there. */
  readonly screenshot: string | null;
  /** Someone started the app again, or chose its icon. */
  readonly onOpenAgain: (listener: () => void) => void;
  /** The computer was asleep, or the session locked. May come twice for one sleep. */
  readonly onResume: (listener: () => void) => void;
  /** The last window was closed. */
  readonly onAllWindowsClosed: (listener: () => void) => void;
  /** What has to be done before the process may end, however long it takes. */
  readonly beforeQuit: (finish: () => Promise<void>) => void;
  readonly setTheme: (theme: AppState['theme']) => void;
  readonly quit: () => void;
  /** Ends at once. */
  readonly exit: (code: number) => void;
}

/**
 * Takes the profile for this process. To be called first and synchronously, while the app is not ready yet. Answers null
 * when this process must not go on; it then ends by itself: after a switch that opens the app to others (code 78), when
 * the profile cannot be written (code 1, told in a dialog), or when the app runs already, which is brought to the front.
 */
export const claimApp = (): App | null => {
  if (app.isPackaged) {
    const name = dangerousSwitch(process.argv.slice(1));
    if (name !== null) {
      process.stderr.write(`${texts.failures.dangerousSwitch({ name })}\n`);
      app.exit(dangerousSwitchExitCode);
      return null;
    }
  }
  // Refused above once packaged. A test as root has no other way, and enabling would end the child processes.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  if (process.platform === 'linux') app.setDesktopName('afterword.desktop');
  if (process.platform === 'win32') app.setAppUserModelId('app.afterword.desktop');

  const userData = app.getPath('userData');
  // A read-only profile also refuses the lock below, which would look as if the app ran already.
  const refusal = whyNotWritable(userData);
  if (refusal !== null) {
    endWithFailure(texts.failures.profileTitle, texts.failures.profile({ folder: userData, because: refusal }));
    return null;
  }
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return null;
  }
  return {
    ready: app.whenReady(),
    userData,
    locale: () => app.getLocale() || 'en',
    screenshot: app.commandLine.hasSwitch('screenshot') ? app.commandLine.getSwitchValue('screenshot') : null,
    onOpenAgain: (listener) => {
      app.on('second-instance', () => listener());
      app.on('activate', () => listener());
    },
    onResume: (listener) => {
      powerMonitor.on('resume', listener);
      powerMonitor.on('unlock-screen', listener);
    },
    onAllWindowsClosed: (listener) => {
      app.on('window-all-closed', listener);
    },
    beforeQuit: finishFirst,
    setTheme: (theme) => {
      nativeTheme.themeSource = theme;
    },
    quit: () => app.quit(),
    exit: (code) => app.exit(code),
  };
};

/** Tells why the app cannot start, and ends it with code 1. */
export const endWithFailure = (title: string, detail: string): void => {
  const tell = () => {
    showFailure(title, detail);
    app.exit(1);
  };
  app.whenReady().then(tell, tell);
};

const finishFirst = (finish: () => Promise<void>): void => {
  let state: 'running' | 'finishing' | 'finished' = 'running';
  app.on('before-quit', (event) => {
    if (state === 'finished') return;
    event.preventDefault();
    if (state === 'finishing') return;
    state = 'finishing';
    finish().then(
      () => {
        state = 'finished';
        app.quit();
      },
      (cause: unknown) => {
        showFailure(texts.failures.unexpectedTitle, String(cause));
        app.exit(1);
      },
    );
  });
};

const whyNotWritable = (folder: string): string | null => {
  const probe = join(folder, `probe-${randomBytes(8).toString('hex')}`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(probe, '', { flag: 'wx' });
    unlinkSync(probe);
    return null;
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  }
};
