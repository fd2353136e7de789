import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/*
 * A guard that is not tested is not a guard: wrong files, written on purpose into a copy of the project's layout and
 * configuration, must each be refused for the stated reason, and right ones must pass.
 */

const project = process.cwd();

interface Wrong {
  readonly file: string;
  readonly source: string;
  /** As oxlint prints it: plugin(rule). */
  readonly rule: string;
  /** Parts of what the person reads. */
  readonly says: readonly string[];
}

/** Source that imports something from each module. Every name is new, so that sources can be joined. */
const importing = (...specifiers: readonly string[]): string =>
  specifiers
    .map((name) => `import { x as x${++names} } from '${name}';\nexport const y${names}: unknown = x${names};\n`)
    .join('');
let names = 0;

const refused = (file: string, source: string, rule: string, ...says: readonly string[]): Wrong => ({
  file,
  source,
  rule,
  says,
});
const refusedImport = (file: string, specifier: string, says: string): Wrong =>
  refused(file, importing(specifier), 'eslint(no-restricted-imports)', `'${specifier}'`, says);

const clock = 'Time is an argument';
const sandboxed = 'The renderer is sandboxed';

const wrong: readonly Wrong[] = [
  ...['electron', 'node:fs', 'node:fs/promises', '@automerge/automerge', '@codemirror/state', 'react', 'dexie'].map(
    (name) => refusedImport('src/shared/facts/wrong.ts', name, 'shared is pure'),
  ),
  refusedImport('src/shared/wrong.ts', '#main/document/store.ts', 'shared is pure'),
  refusedImport('src/shared/wrong.ts', '#renderer/bridge.ts', 'shared is pure'),
  refusedImport('src/shared/facts/wrong.ts', '../../main/index.ts', 'shared is pure'),
  refused('src/shared/wrong.ts', `export * from 'electron';`, 'eslint(no-restricted-imports)', 'shared is pure'),
  refused(
    'src/shared/wrong.ts',
    `export const x = await import('electron');`,
    'eslint(no-restricted-imports)',
    'shared is pure',
  ),
  refused(
    'src/shared/wrong.ts',
    `import type { App } from 'electron';\nexport type X = App;`,
    'eslint(no-restricted-imports)',
    'shared is pure',
  ),
  refused(
    'src/shared/wrong.ts',
    `export const x: unknown = require('electron');`,
    'typescript(no-require-imports)',
    'require',
  ),
  refused(
    'src/shared/wrong.ts',
    'export const x = new Date(0);',
    'eslint(no-restricted-globals)',
    'shared has no clock',
  ),
  refused(
    'src/shared/wrong.ts',
    'export const x: unknown = globalThis.Date;',
    'eslint(no-restricted-globals)',
    'shared has no clock',
  ),
  refused(
    'src/shared/wrong.ts',
    'export const x: unknown = performance.now();',
    'eslint(no-restricted-globals)',
    'shared has no clock',
  ),
  refused(
    'src/shared/wrong.ts',
    'export const x = Math.random();',
    'eslint(no-restricted-properties)',
    'shared has no randomness',
  ),
  refused(
    'src/shared/wrong.ts',
    'export const x: unknown = crypto.randomUUID();',
    'eslint(no-restricted-globals)',
    'shared has no randomness',
  ),
  refused(
    'src/shared/wrong.ts',
    'export const x: unknown = setTimeout;',
    'eslint(no-restricted-globals)',
    'shared has no timers',
  ),
  refused(
    'src/shared/wrong.ts',
    'export const x: unknown = process.env;',
    'eslint(no-restricted-globals)',
    'shared has no process',
  ),
  refused('src/shared/wrong.ts', `console.log('x');`, 'eslint(no-restricted-globals)', 'shared does not print'),

  refusedImport('src/main/index.ts', 'electron', 'electron is imported in main/shell and preload only'),
  refusedImport('src/main/wrong.ts', '#renderer/bridge.ts', 'main knows neither the renderer nor the tests'),
  refusedImport('src/main/wrong.ts', '#support/electron.ts', 'main knows neither the renderer nor the tests'),
  ...[
    'electron',
    'zod',
    '#main/shell/window.ts',
    '#main/sync/link.ts',
    '#main/reminders/decide.ts',
    '../shell/window.ts',
  ].map((name) => refusedImport('src/main/document/wrong.ts', name, 'document is host-agnostic')),
  ...['#main/document/store.ts', '#main/shell/window.ts', '#main/reminders/decide.ts'].map((name) =>
    refusedImport('src/main/sync/wrong.ts', name, 'sync moves bytes'),
  ),
  ...['#shared/facts/interview.ts', '#shared/facts.ts', '#shared/command.ts'].map((name) =>
    refusedImport('src/main/sync/wrong.ts', name, 'sync never sees a fact'),
  ),
  refusedImport('src/main/sync/wrong.ts', 'electron', 'electron is imported in main/shell and preload only'),
  ...['electron', 'node:fs', '@automerge/automerge', '#main/document/store.ts'].map((name) =>
    refusedImport('src/main/reminders/wrong.ts', name, 'reminders is one decision function'),
  ),
  ...['electron', '@automerge/automerge', '#main/document/store.ts'].map((name) =>
    refusedImport('src/main/exchange/wrong.ts', name, 'exchange reads and writes files'),
  ),
  ...['electron', '#main/shell/window.ts', '#main/sync/link.ts', './shell/window.ts'].map((name) =>
    refusedImport('src/main/cli.ts', name, 'The command line runs without Electron'),
  ),
  refusedImport('src/main/shell/wrong.ts', '@automerge/automerge', 'shell holds no document'),
  refusedImport('src/main/shell/wrong.ts', '#main/document/store.ts', 'shell is handed what it shows'),
  refused(
    'src/main/shell/wrong.ts',
    `import { ipcMain } from 'electron';\nexport const y: unknown = ipcMain;`,
    'eslint(no-restricted-imports)',
    'Raw ipcMain is for main/shell/serve.ts',
  ),
  refused(
    'src/main/shell/wrong.ts',
    `import * as electron from 'electron';\nexport const y: unknown = electron;`,
    'eslint(no-restricted-imports)',
    'Raw ipcMain is for main/shell/serve.ts',
  ),
  ...['node:fs', 'zod', '#shared/contract.ts', './other.ts'].map((name) =>
    refusedImport('src/preload/wrong.ts', name, 'preload exposes the bridge and nothing else'),
  ),

  ...['electron', 'node:fs', 'node:fs/promises', '#main/index.ts', '#preload/index.ts'].map((name) =>
    refusedImport('src/renderer/screens/wrong.tsx', name, sandboxed),
  ),
  refused(
    'src/renderer/screens/wrong.tsx',
    `import { ipcRenderer } from 'electron';\nexport const y: unknown = ipcRenderer;`,
    'eslint(no-restricted-imports)',
    sandboxed,
  ),
  refusedImport('src/renderer/store/wrong.ts', '@automerge/automerge', 'The renderer holds no document'),
  refusedImport('src/renderer/screens/wrong.tsx', '../bridge.ts', 'Name the layer'),
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'].map((name) =>
    refused(
      'src/renderer/screens/wrong.tsx',
      `export const x: unknown = ${name};`,
      'eslint(no-restricted-globals)',
      'Nothing leaves the machine',
    ),
  ),
  refused(
    'src/renderer/screens/wrong.tsx',
    'export const x: unknown = window.fetch;',
    'eslint(no-restricted-globals)',
    'Nothing leaves the machine',
  ),
  refusedImport('src/renderer/ui/wrong.tsx', '#shared/plan.ts', 'ui has no domain knowledge'),
  ...['dexie', 'dexie-react-hooks'].map((name) =>
    refusedImport('src/renderer/ui/wrong.tsx', name, 'ui reads no store'),
  ),
  refusedImport('src/renderer/ui/wrong.tsx', '#renderer/screens/today.tsx', 'ui is below the screens'),
  refusedImport('src/renderer/ui/wrong.tsx', 'electron', sandboxed),

  ...['src/main/shell/wrong.ts', 'src/main/document/wrong.ts', 'src/renderer/screens/wrong.tsx'].flatMap((file) =>
    [
      'new Date()',
      'Date()',
      'Date.now()',
      'performance.now()',
      'globalThis.Date.now()',
      `globalThis['performance'].now()`,
    ].map((expression) => refused(file, `export const x: unknown = ${expression};`, 'afterword(no-clock)', clock)),
  ),

  refused('src/main/wrong.ts', 'export default 1;', 'import(no-default-export)', 'default export'),
  refused('src/main/wrong.ts', `console.log('x');`, 'eslint(no-console)', 'console'),
  refused('src/main/wrong.ts', 'export const x = (y: any): unknown => y;', 'typescript(no-explicit-any)', 'any'),
  refused('src/main/wrong.ts', '// @ts-ignore\nexport const x = 1;', 'typescript(ban-ts-comment)', '@ts-ignore'),
  refused(
    'src/main/wrong.ts',
    'export const x = (y: string[]): string => y[0]!;',
    'typescript(no-non-null-assertion)',
    'non-null',
  ),
  refused(
    'src/main/wrong.ts',
    'const f = async (): Promise<number> => 1;\nexport const x = (): void => {\n  f();\n};',
    'typescript(no-floating-promises)',
    'Promises must be awaited',
  ),
  refusedImport('test/unit/wrong.test.ts', '../../src/shared/plan.ts', 'Name the layer'),
  refused(
    'scripts/wrong.mjs',
    `export * from '../../elsewhere/x.mjs';`,
    'eslint(no-restricted-imports)',
    'Name the layer',
  ),
  refused(
    'test/unit/wrong.test.ts',
    `import { it } from 'vitest';\nit.only('x', () => undefined);`,
    'vitest(no-focused-tests)',
    'focused',
  ),
  refused(
    'test/unit/wrong.test.ts',
    `import { it } from 'vitest';\nit.skip('x', () => undefined);`,
    'vitest(no-disabled-tests)',
    'test',
  ),
  refused(
    'test/e2e/wrong.test.ts',
    `export const x = (page: { waitForTimeout(ms: number): unknown }): unknown => page.waitForTimeout(1);`,
    'eslint(no-restricted-properties)',
    'No sleeps in tests',
  ),
];

const right: Readonly<Record<string, string>> = {
  'src/shared/right.ts': importing(
    '#shared/result.ts',
    '#shared/facts/value.ts',
    './facts/value.ts',
    'zod',
    'temporal-polyfill',
  ),
  'src/main/index.ts':
    importing(
      '#main/document/store.ts',
      '#main/shell/window.ts',
      './sync/link.ts',
      '#shared/plan.ts',
      'node:fs',
      'zod',
    ) + 'export const at = Date.now();\nexport const today = new Date();\n',
  'src/main/cli.ts':
    importing('#main/document/store.ts', './exchange/json.ts', '#shared/plan.ts', 'node:util') +
    'console.log(Date.now());\n',
  'src/main/document/right.ts':
    importing(
      '#shared/command.ts',
      './store.ts',
      '@automerge/automerge',
      '@automerge/automerge/slim',
      '@codemirror/state',
    ) +
    importing('uuid', 'node:fs', 'node:fs/promises') +
    'export const day = (ms: number): Date => new Date(ms);\n',
  'src/main/sync/right.ts': importing('#shared/result.ts', '#main/sync/link.ts', './link.ts', 'node:tls'),
  'src/main/reminders/right.ts': importing('#shared/plan.ts', './decide.ts'),
  'src/main/exchange/right.ts': importing('#shared/facts/facts.ts', './json.ts', 'zod', 'node:fs/promises'),
  'src/main/shell/right.ts': importing('electron', '#shared/contract.ts', './window.ts', 'node:path'),
  'src/main/shell/serve.ts': `import { ipcMain } from 'electron';\nexport const y: unknown = ipcMain;\n`,
  'src/preload/index.ts':
    `import { ipcRenderer } from 'electron';\nexport const y: unknown = ipcRenderer;\n` +
    importing('#shared/contract-names.ts'),
  'src/renderer/clock.ts': 'export const now = (): number => Date.now();\n',
  'src/renderer/screens/right.tsx':
    `import './right.module.css';\n` +
    importing('#shared/rows.ts', '#renderer/ui/button.tsx', './page.tsx', 'dexie', 'react'),
  'src/renderer/ui/right.tsx': importing('#shared/messages/en.ts', './button.tsx', 'react-aria-components'),
  'test/unit/right.test.ts': `import { expect, it } from 'vitest';\nit('is so', () => {\n  expect(1).toBe(1);\n});\n`,
};

describe('the linter', () => {
  let workspaces: readonly Workspace[] = [];
  let refusals: readonly Diagnostic[] = [];
  let objections: readonly Diagnostic[] = [];

  beforeAll(async () => {
    // One run for all wrong files, one for all right ones: starting the type-aware linter is what takes the time.
    const [forWrong, forRight] = await Promise.all([createWorkspace(), createWorkspace()]);
    workspaces = [forWrong, forRight];
    const sources = new Map<string, string>();
    for (const [index, { file, source }] of wrong.entries()) {
      const place = placed(file, index);
      sources.set(place, `${sources.get(place) ?? ''}${source}\n`);
    }
    for (const [file, source] of sources) await forWrong.write(file, source);
    await forWrong.write(
      'src/main/excepts.ts',
      '// oxlint-disable-next-line no-console -- there is none\nexport const x = 1;\n',
    );
    await forWrong.write(
      'src/shared/cycle-a.ts',
      `import { b } from './cycle-b.ts';\nexport const a = (): number => b() + 1;\n`,
    );
    await forWrong.write(
      'src/shared/cycle-b.ts',
      `import { a } from './cycle-a.ts';\nexport const b = (): number => a() + 1;\n`,
    );
    for (const [file, source] of Object.entries(right)) await forRight.write(file, source);
    refusals = await lint(forWrong);
    objections = await lint(forRight);
  }, 60_000);
  afterAll(() => Promise.all(workspaces.map((workspace) => workspace.remove())));

  it.each(wrong.map((one, index) => ({ ...one, index })))(
    'refuses case $index in $file: $says',
    ({ file, rule, says, index }) => {
      const here = refusals.filter(({ filename }) => filename === placed(file, index));
      const fits = ({ code, message, help }: Diagnostic) => {
        const text = [code, message, help].join(' ');
        return code === rule && says.every((part) => text.includes(part));
      };
      expect(here.some(fits), `${rule}: ${says.join(' ')}, but found ${JSON.stringify(here, null, 1)}`).toBe(true);
    },
  );

  it('refuses modules that import each other', () => {
    const cycles = refusals.filter(({ code }) => code === 'import(no-cycle)').map(({ filename }) => filename);
    expect(new Set(cycles)).toEqual(new Set(['src/shared/cycle-a.ts', 'src/shared/cycle-b.ts']));
  });

  it('refuses a lint exception that excepts nothing', () => {
    expect(refusals.map(({ message }) => message)).toContainEqual(expect.stringContaining('Unused oxlint-disable'));
  });

  it.each(Object.keys(right))('accepts %s', (file) => {
    expect(objections.filter(({ filename }) => filename === file)).toEqual([]);
  });
});

describe('the compiler', () => {
  let workspace: Workspace;
  let errors = '';

  beforeAll(async () => {
    workspace = await createWorkspace();
    for (const name of ['window', 'process', 'setTimeout', 'console', 'document', 'Buffer', 'fetch']) {
      await workspace.write(`src/shared/${name}.ts`, `export const x: unknown = ${name};\n`);
    }
    await workspace.write('src/main/secret.ts', 'export const secret = 1;\n');
    await workspace.write('src/main/window.ts', 'export const x: unknown = window;\n');
    await workspace.write(
      'src/renderer/peeks.ts',
      `import { secret } from '#main/secret.ts';\nexport const x = secret;\n`,
    );
    await workspace.write('src/renderer/process.ts', 'export const x: unknown = process;\n');
    await workspace.write('src/shared/right.ts', 'export const right = 1;\n');
    await workspace.write(
      'src/renderer/right.ts',
      `import { right } from '#shared/right.ts';\nexport const x = [right, window.name];\n`,
    );
    await workspace.write(
      'src/main/right.ts',
      `import { right } from '#shared/right.ts';\nexport const x = [right, process.pid];\n`,
    );
    const tsc = join(project, 'node_modules', 'typescript', 'bin', 'tsc');
    const solution = ['src/shared', 'src/main', 'src/renderer'];
    errors = (await run(tsc, ['-b', '--pretty', 'false', ...solution], workspace.folder)).stdout;
    // The solution stops at a project whose references failed: look at the upper ones by themselves, too.
    for (const one of solution.slice(1)) {
      errors += (await run(tsc, ['-p', one, '--noEmit', '--pretty', 'false'], workspace.folder)).stdout;
    }
  }, 60_000);
  afterAll(() => workspace.remove());

  it.each(['window', 'process', 'setTimeout', 'console', 'document', 'Buffer', 'fetch'])(
    'knows no %s in shared',
    (name) => {
      expect(errors).toMatch(new RegExp(`src/shared/${name}\\.ts\\(1,27\\): error TS\\d+: Cannot find name '${name}'`));
    },
  );

  it('knows no window in main, and no process in the renderer', () => {
    expect(errors).toMatch(/src\/main\/window\.ts\(1,27\): error TS\d+: Cannot find name 'window'/);
    expect(errors).toMatch(/src\/renderer\/process\.ts\(1,27\): error TS\d+: Cannot find name 'process'/);
  });

  it('refuses that the renderer imports main', () => {
    expect(errors).toMatch(/src\/renderer\/peeks\.ts\(1,\d+\): error TS(6307|6059)/);
  });

  it('accepts the right file of each layer', () => {
    expect(errors).not.toContain('right.ts');
  });
});

interface Diagnostic {
  readonly code?: string;
  readonly message: string;
  readonly help?: string;
  readonly filename: string;
}

interface Workspace {
  readonly folder: string;
  write(file: string, source: string): Promise<void>;
  remove(): Promise<void>;
}

/** An empty copy of the project's layout, with its real configuration and packages. */
const createWorkspace = async (): Promise<Workspace> => {
  const folder = await mkdtemp(join(tmpdir(), 'afterword-boundaries-'));
  const configuration = ['.oxlintrc.json', 'package.json', 'tsconfig.json', 'tsconfig.base.json', 'scripts/lint'];
  const projects = ['src/shared', 'src/main', 'src/preload', 'src/renderer', 'test', 'scripts'];
  for (const path of [...configuration, ...projects.map((name) => `${name}/tsconfig.json`)]) {
    await cp(join(project, path), join(folder, path), { recursive: true });
  }
  await symlink(join(project, 'node_modules'), join(folder, 'node_modules'));
  return {
    folder,
    write: async (file, source) => {
      await mkdir(dirname(join(folder, file)), { recursive: true });
      await writeFile(join(folder, file), source);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};

/** Where the overrides name one file, its cases share it; elsewhere each case has a file of its own. */
const placed = (file: string, index: number): string => file.replace('wrong', `wrong-${index}`);

const lint = async ({ folder }: Workspace): Promise<readonly Diagnostic[]> => {
  const oxlint = join(project, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout, stderr } = await run(oxlint, ['--format', 'json', 'src', 'test', 'scripts'], folder);
  try {
    const report = JSON.parse(stdout) as { diagnostics: readonly Diagnostic[] };
    return report.diagnostics;
  } catch (cause) {
    throw new Error(`The linter gave no report:\n${stdout}\n${stderr}`, { cause });
  }
};

/** Both tools end with a code other than 0 when they find something, which is what is asked of them here. */
const run = (script: string, args: readonly string[], cwd: string): Promise<{ stdout: string; stderr: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [script, ...args], { cwd, maxBuffer: 1 << 26 }, (_, stdout, stderr) => {
      resolve({ stdout, stderr });
    });
  });
