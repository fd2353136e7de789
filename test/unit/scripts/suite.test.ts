import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
interface Suite {
  readonly project: string;
  readonly name: string;
  readonly display: boolean;
  readonly nightly: boolean;
  print(text: string): void;
}

const script = pathToFileURL(join(process.cwd(), 'scripts', 'suite.mjs')).href;
const { runSuite } = (await import(script)) as { readonly runSuite: (suite: Suite) => Promise<Count> };

let project: string;
let printed: string[];

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'afterword-suite-'));
  printed = [];
  for (const name of ['vitest.config.ts', 'package.json']) await cp(join(process.cwd(), name), join(project, name));
  await symlink(join(process.cwd(), 'node_modules'), join(project, 'node_modules'));
});
afterEach(() => rm(project, { recursive: true, force: true }));

const runWith = async (files: Readonly<Record<string, string>>, nightly = false): Promise<Count> => {
  await mkdir(join(project, 'test', 'unit'), { recursive: true });
  const header = `import { expect, it } from 'vitest';\n`;
  for (const [name, source] of Object.entries(files))
    await writeFile(join(project, 'test', 'unit', name), header + source);
  return await runSuite({ project, name: 'unit', display: false, nightly, print: (text) => printed.push(text) });
};
const passing = `it('is so', () => { expect(1).toBe(1); });\n`;

it('counts what passed, failed and was skipped, and a file that cannot be loaded as one failure', async () => {
  const failing = `it('is not so', () => { expect(1).toBe(2); });\nit.skip('is left out', () => {});\n`;
  expect(await runWith({ 'a.test.ts': passing + failing, 'b.test.ts': `import './missing.ts';` })).toEqual({
    passed: 1,
    failed: 2,
    skipped: 1,
  });
  expect(printed.join('\n')).toContain('is not so');
});

it('fails when an error escapes from every test', async () => {
  const stray = `it('looks well', () => { void Promise.reject(new Error('stray')); expect(1).toBe(1); });`;
  expect(await runWith({ 'a.test.ts': stray })).toEqual({ passed: 1, failed: 1, skipped: 0 });
});

it('fails when there are test files and no test was executed', async () => {
  expect(await runWith({ 'a.test.ts': `it.skip('is left out', () => {});` })).toEqual({
    passed: 0,
    failed: 1,
    skipped: 1,
  });
});

it('counts nothing where there are no test files yet', async () => {
  expect(await runWith({})).toEqual({ passed: 0, failed: 0, skipped: 0 });
  expect(printed).toEqual(['unit: no tests yet']);
});

it('tells the tests of a nightly run that it is one', async () => {
  const asks = `it('is nightly', () => { expect(process.env['AFTERWORD_NIGHTLY']).toBe('1'); });`;
  expect(await runWith({ 'a.test.ts': asks }, true)).toEqual({ passed: 1, failed: 0, skipped: 0 });
});

it('starts every worker without the optimisation that aborts under Automerge', async () => {
  const asks = `it('has it', () => { expect(process.execArgv).toContain('--no-turbo-inline-js-wasm-calls'); });`;
  expect(await runWith({ 'a.test.ts': asks })).toEqual({ passed: 1, failed: 0, skipped: 0 });
});
