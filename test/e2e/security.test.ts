import { execFile, spawn } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { electronExecutable, freshUserData, launchApp, type RunningApp } from '#support/electron.ts';
import { callNames, pushNames } from '#shared/contract-names.ts';

let userData: Awaited<ReturnType<typeof freshUserData>>;
let running: RunningApp;

beforeAll(async () => {
  userData = await freshUserData();
  running = await launchApp({ userDataDir: userData.folder });
  await running.window.waitForLoadState('load');
});

afterAll(async () => {
  await running.kill();
  await userData.remove();
});

/** The policy's word on what the page tries, as the directive it breaks. */
const violationOf = (attempt: string): Promise<string> =>
  running.window.evaluate(
    (attempt) =>
      new Promise<string>((done) => {
        document.addEventListener('securitypolicyviolation', (event) => done(event.effectiveDirective), { once: true });
        const script = document.createElement('div');
        void (async () => {
          switch (attempt) {
            case 'eval':
              // Later, since what a debugger evaluates directly is exempt from the policy.
              // oxlint-disable-next-line eslint/no-eval -- that it is refused is the point
              setTimeout(() => (0, eval)('1'));
              return;
            case 'fetch':
              await fetch('https://example.org/');
              return;
            case 'web socket':
              void new WebSocket('wss://example.org/');
              return;
            case 'image':
              void Object.assign(new Image(), { src: 'https://example.org/a.png' });
              return;
            case 'inline script':
              document.body.append(Object.assign(document.createElement('script'), { textContent: '1' }));
              return;
            case 'inline handler':
              script.setAttribute('onclick', '1');
              document.body.append(script);
              script.click();
              return;
            case 'frame':
              document.body.append(Object.assign(document.createElement('iframe'), { src: 'data:text/html,x' }));
              return;
            case 'object':
              document.body.append(Object.assign(document.createElement('object'), { data: 'data:text/html,x' }));
              return;
            case 'base':
              document.head.append(Object.assign(document.createElement('base'), { href: 'https://example.org/' }));
              return;
            default:
              throw new Error(attempt);
          }
        })().catch(() => undefined);
      }),
    attempt,
  );

describe('the page', () => {
  it('has no Node', async () => {
    const types = await running.window.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'global', '__dirname'].map(
        (name) => typeof (globalThis as never)[name],
      ),
    );
    expect(new Set(types)).toEqual(new Set(['undefined']));
  });

  it('sees exactly the calls and pushes of the contract, and cannot change them', async () => {
    const seen = await running.window.evaluate(() => {
      const bridge = (globalThis as unknown as { afterword: Record<string, unknown> & { on: Record<string, unknown> } })
        .afterword;
      const { on, ...questions } = bridge;
      return {
        questions: Object.keys(questions),
        pushes: Object.keys(on),
        kinds: [...new Set([...Object.values(questions), ...Object.values(on)].map((value) => typeof value))],
        frozen: [Object.isFrozen(bridge), Object.isFrozen(on), Object.values(questions).every(Object.isFrozen)],
        replaceable: Object.getOwnPropertyDescriptor(globalThis, 'afterword')?.writable,
      };
    });
    expect(seen.questions.toSorted()).toEqual([...callNames].toSorted());
    expect(seen.pushes.toSorted()).toEqual([...pushNames].toSorted());
    expect(seen.kinds).toEqual(['function']);
    expect(seen.frozen).toEqual([true, true, true]);
    expect(seen.replaceable).toBe(false);
  });

  it('gets refusals for what the contract does not allow', async () => {
    const messages = await running.window.evaluate(async () => {
      const { afterword } = globalThis as unknown as {
        afterword: Record<'openSearch' | 'submit' | 'openLink', (input: unknown) => Promise<unknown>>;
      };
      const attempts = [
        afterword.openSearch({ which: 'own', extra: 1 }),
        afterword.submit({ type: 'format-disk' }),
        afterword.openLink({ url: 'file:///etc/passwd' }),
        afterword.openLink({ url: `https://example.org/${'a'.repeat(300_000)}` }),
      ];
      const outcomes = await Promise.allSettled(attempts);
      return outcomes.map((outcome) => (outcome.status === 'rejected' ? String(outcome.reason) : 'answered'));
    });
    expect(messages).toEqual([
      expect.stringContaining('Refused: not an input of openSearch.'),
      expect.stringContaining('Refused: not an input of submit.'),
      expect.stringContaining('Refused: not an input of openLink.'),
      expect.stringContaining('Refused: too much for openLink.'),
    ]);
  });

  it.each([
    ['eval', 'script-src'],
    ['fetch', 'connect-src'],
    ['web socket', 'connect-src'],
    ['image', 'img-src'],
    ['inline script', 'script-src-elem'],
    ['inline handler', 'script-src-attr'],
    ['frame', 'frame-src'],
    ['object', 'object-src'],
    ['base', 'base-uri'],
  ])('is kept from this by its policy: %s', async (attempt, directive) => {
    expect(await violationOf(attempt)).toBe(directive);
  });

  it('reaches nothing of the disk through its protocol', async () => {
    const statuses = await running.window.evaluate(async () => {
      const paths = [
        '/../../package.json',
        '/%2e%2e/main/index.js',
        '/..%2fmain/index.js',
        '/..%5cmain%5cindex.js',
        '//etc/passwd',
      ];
      const answers = await Promise.all(paths.map((path) => fetch(`app://afterword${path}`)));
      return [...answers.map(({ status }) => status), (await fetch('/', { method: 'POST' })).status];
    });
    expect(statuses).toEqual([404, 404, 404, 404, 404, 405]);
  });

  it('opens no window', async () => {
    const opened = await running.window.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: 'https://example.org/', target: '_blank' });
      document.body.append(link);
      link.click();
      link.remove();
      return [
        window.open('https://example.org/'),
        window.open('app://afterword/index.html'),
        window.open('about:blank'),
      ];
    });
    expect(opened).toEqual([null, null, null]);
    expect(await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
  });

  it('does not leave, and embeds no guest', async () => {
    const before = await running.window.evaluate(() => performance.timeOrigin);
    await running.window.evaluate(() => {
      for (const target of ['https://example.org/', 'app://afterword.evil/', 'file:///etc/passwd']) {
        const link = Object.assign(document.createElement('a'), { href: target });
        document.body.append(link);
        link.click();
        link.remove();
      }
      document.body.append(Object.assign(document.createElement('webview'), { src: 'https://example.org/' }));
      window.location.href = 'https://example.org/';
    });
    // Answered by main after those attempts, over the same channel.
    expect(
      await running.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((one) => one.getURL())),
    ).toEqual([expect.stringMatching(/^app:\/\/afterword\/index\.html/)]);
    expect(await running.window.evaluate(() => performance.timeOrigin)).toBe(before);
  });

  it('is refused every permission but writing the clipboard', async () => {
    const states = await running.window.evaluate(async () => {
      const names = [
        'geolocation',
        'camera',
        'microphone',
        'notifications',
        'midi',
        'clipboard-read',
        'persistent-storage',
      ];
      const queried = await Promise.all(
        names.map((name) => navigator.permissions.query({ name: name as PermissionName })),
      );
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      );
      return [...queried.map(({ state }) => state), await Notification.requestPermission(), media];
    });
    expect(new Set(states)).toEqual(new Set(['denied']));
  });

  it('runs with the preferences of a stranger', async () => {
    const preferences = await running.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences: () => Record<string, unknown>;
      };
      const { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity } = contents.getLastWebPreferences();
      return { sandbox, contextIsolation, nodeIntegration, webviewTag, webSecurity };
    });
    expect(preferences).toEqual({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
    });
  });
});

describe('another window of the same process', () => {
  it('gets no answer from any call', async () => {
    // With the same preload script, so that nothing but the check of the sender stands between it and the data.
    const preload = resolve('out/preload/index.cjs');
    const refusals = await running.app.evaluate(
      async ({ BrowserWindow }, { names, script }) => {
        const stranger = new BrowserWindow({ show: false, webPreferences: { preload: script } });
        await stranger.loadURL('data:text/html,stranger');
        const answers: unknown = await stranger.webContents.executeJavaScript(
          `Promise.all(${JSON.stringify(names)}.map((name) => window.afterword[name]()
            .then(() => 'answered', (error) => error.message)))`,
        );
        stranger.destroy();
        return answers;
      },
      { names: callNames, script: preload },
    );
    expect(refusals).toEqual(callNames.map(() => expect.stringContaining('Refused: not a window of this app.')));
  });
});

describe('a profile that cannot be written', () => {
  it('is told with its path, and not taken for a running app', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'afterword-read-only-'));
    // Root may write whatever its mode says, but not to a file system that is mounted read-only.
    const isRoot = process.getuid?.() === 0;
    if (isRoot) await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder]);
    else await chmod(folder, 0o500);
    const noSandbox = isRoot ? ['--no-sandbox'] : [];
    const app = spawn(await electronExecutable(), ['.', ...noSandbox, `--user-data-dir=${folder}`]);
    const ended = new Promise<null>((done) => app.once('exit', () => done(null)));
    const told = new Promise<string>((done) => {
      let printed = '';
      app.stderr.setEncoding('utf8').on('data', (text: string) => {
        printed += text;
        if (printed.includes('cannot write to its folder')) done(printed);
      });
    });
    expect(await Promise.race([told, ended])).toContain(folder);
    app.kill('SIGKILL');
    await ended;
    if (isRoot) await promisify(execFile)('umount', [folder]);
    await rm(folder, { recursive: true });
  });
});
