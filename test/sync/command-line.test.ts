import { spawn } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCommands } from '#shared/sample.ts';
import { bundleForNode } from '#support/bundle.ts';
import { at } from '#support/facts-builder.ts';
import { freshFolder, openSearch } from '#support/open-search.ts';

let cli = '';
beforeAll(async () => {
  cli = await bundleForNode('src/main/cli.ts');
});

const run = (...args: readonly string[]) =>
  new Promise<{ readonly code: number | null; readonly out: string; readonly error: string }>((resolve, reject) => {
    const child = spawn(process.execPath, ['--no-turbo-inline-js-wasm-calls', cli, ...args]);
    let out = '';
    let error = '';
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (error += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, error }));
  });

const now = '2026-05-12T09:00:00Z';

/** The sample search as a file. */
const sampleFile = async (): Promise<string> => {
  const { document } = await openSearch(await freshFolder());
  for (const command of sampleCommands(at(now), 'Europe/London')) await document.submit(command);
  const file = join(await freshFolder(), 'search.json');
  await writeFile(file, await document.exportJson(at(now)));
  await document.close();
  return file;
};

describe('afterword', () => {
  it('imports a file, plans it and exports it again as it was', async () => {
    const file = await sampleFile();
    const data = await freshFolder();
    expect(await run('import', file, '--data', data)).toMatchObject({ code: 0, error: '' });
    const exported = await run('export', '--data', data);
    const content = (json: string): unknown => (JSON.parse(json) as { content: unknown }).content;
    expect(content(exported.out)).toEqual(content(await readFile(file, 'utf8')));

    const planned = await run('plan', '--data', data, '--at', now, '--zone', 'Europe/London', '--json');
    expect(planned).toMatchObject({ code: 0, error: '' });
    const plan = JSON.parse(planned.out) as {
      readonly followUps: readonly {
        readonly id: string;
        readonly why: string;
        readonly window: { readonly due: string };
      }[];
      readonly waiting: readonly { readonly application: string; readonly contactHeldBack: boolean }[];
    };
    const thanks = plan.followUps.filter(({ id }) => id.startsWith('thank-each-interviewer/sample-panel/'));
    expect(thanks.map(({ window }) => window.due)).toEqual(Array.from({ length: 3 }, () => '2026-05-12T15:00:00.000Z'));
    expect(thanks[0]?.why).toBe('Because the panel interview ended yesterday at 16:00.');
    expect(plan.waiting.find(({ application }) => application === 'sample-app-northfield')?.contactHeldBack).toBe(true);
    expect((await run('plan', '--data', data, '--at', now, '--zone', 'Europe/London')).out).toContain(
      'Thank Dana Okafor',
    );
  });

  it('refuses a folder that is in use and says by whom', async () => {
    const data = await freshFolder();
    const holder = spawn(process.execPath, [
      '--no-turbo-inline-js-wasm-calls',
      await bundleForNode('test/support/hold-search.ts'),
      data,
    ]);
    await new Promise((resolve) => holder.stdout.once('data', resolve));
    const refused = await run('export', '--data', data);
    expect(refused.code).toBe(2);
    expect(refused.error).toContain(`in use by process ${String(holder.pid)}`);
    expect(refused.error.trim().split('\n')).toHaveLength(1);
    holder.kill('SIGKILL');
    await new Promise((resolve) => holder.once('close', resolve));
    expect((await run('export', '--data', data)).code).toBe(0);
  });

  it.each([
    ['no command', [], 'usage'],
    ['an unknown option', ['plan', '--nope'], '--nope'],
    ['no folder', ['plan'], '--data'],
    ['an instant without an offset', ['plan', '--data', 'X', '--at', '2026-05-12T09:00'], '--at'],
    ['a zone that is none', ['plan', '--data', 'X', '--zone', 'Mars/Olympus'], '--zone'],
    ['a file that is not there', ['import', 'nowhere.json', '--data', 'X'], 'nowhere.json'],
  ])('bad input is told in one place with exit code 2: %s', async (_case, args, where) => {
    const data = await freshFolder();
    const refused = await run(...args.map((arg) => (arg === 'X' ? data : arg)));
    expect(refused.code).toBe(2);
    expect(refused.error).toContain(where);
    expect(refused.out).toBe('');
  });

  it('a file that is not as documented is refused whole, with the place, and changes nothing', async () => {
    const file = await sampleFile();
    await writeFile(file, (await readFile(file, 'utf8')).replace('"stage": "applied"', '"stage": "hired"'));
    const data = await freshFolder();
    const before = JSON.parse((await run('export', '--data', data)).out) as { content: unknown };
    const refused = await run('import', file, '--data', data);
    expect(refused.code).toBe(2);
    expect(refused.error).toMatch(/content\.applications\.\d+\.stage/);
    expect((JSON.parse((await run('export', '--data', data)).out) as { content: unknown }).content).toEqual(
      before.content,
    );
  });
});
