import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

interface Wanted {
  readonly cache: string;
  readonly name: string;
  readonly executable: string;
  fill(folder: string): Promise<void>;
}

const script = pathToFileURL(join(process.cwd(), 'scripts', 'dist-cache.mjs')).href;
const { cachedDist } = (await import(script)) as {
  readonly cachedDist: (wanted: Wanted) => Promise<{ dist: string; built: boolean }>;
};

let cache: string;
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'afterword-dist-cache-'));
});
afterEach(() => rm(cache, { recursive: true, force: true }));

const fill = async (folder: string) => {
  await mkdir(join(folder, 'locales'));
  await writeFile(join(folder, 'electron'), 'executable');
  await writeFile(join(folder, 'locales', 'en.pak'), 'words');
};
const ensure = (over: Partial<Wanted> = {}) =>
  cachedDist({ cache, name: 'electron-1', executable: 'electron', fill, ...over });

it('builds once and reuses', async () => {
  expect(await ensure()).toEqual({ dist: join(cache, 'electron-1'), built: true });
  expect(await ensure()).toEqual({ dist: join(cache, 'electron-1'), built: false });
  expect(await readFile(join(cache, 'electron-1', 'locales', 'en.pak'), 'utf8')).toBe('words');
});

it.each([
  ['a file is cut', (dist: string) => truncate(join(dist, 'locales', 'en.pak'), 2)],
  ['a file is gone', (dist: string) => rm(join(dist, 'locales', 'en.pak'))],
  [
    'the executable changed without changing its size',
    (dist: string) => writeFile(join(dist, 'electron'), 'exeXutable'),
  ],
  ['the seal is gone', (dist: string) => rm(join(dist, 'afterword-seal.json'))],
  ['the seal is cut', (dist: string) => truncate(join(dist, 'afterword-seal.json'), 10)],
])('builds again when %s', async (_, damage) => {
  const { dist } = await ensure();
  await damage(dist);
  expect(await ensure()).toEqual({ dist, built: true });
  expect(await readFile(join(dist, 'electron'), 'utf8')).toBe('executable');
  expect(await readdir(cache)).toEqual(['electron-1']);
});

it('leaves nothing behind when filling fails', async () => {
  const refuse = () => Promise.reject(new Error('not the expected file'));
  await expect(ensure({ fill: refuse })).rejects.toThrow('not the expected file');
  expect(await readdir(cache)).toEqual([]);
});

it('lets two build at once: both get the same whole one, and one of them built it', async () => {
  let arrive = () => undefined as void;
  const bothAreFilling = new Promise<void>((resolve) => {
    let waiting = 2;
    arrive = () => {
      waiting -= 1;
      if (waiting === 0) resolve();
    };
  });
  const together = async (folder: string) => {
    arrive();
    await bothAreFilling;
    await fill(folder);
  };
  const results = await Promise.all([ensure({ fill: together }), ensure({ fill: together })]);
  expect(results.map(({ built }) => built).toSorted((a, b) => Number(a) - Number(b))).toEqual([false, true]);
  expect(await readdir(cache)).toEqual(['electron-1']);
});

it('removes what a killed build left, and leaves a running one alone', async () => {
  const ended = spawn(process.execPath, ['--version']);
  await once(ended, 'exit');
  const leftover = `.draft-${hostname()}-${ended.pid ?? 0}-0123abcd`;
  const running = `.draft-${hostname()}-${process.pid}-0123abcd`;
  for (const name of [leftover, running]) await mkdir(join(cache, name, 'half'), { recursive: true });
  await ensure();
  expect((await readdir(cache)).toSorted()).toEqual([running, 'electron-1'].toSorted());
});
