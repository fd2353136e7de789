import { createHash } from 'node:crypto';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { command } from '#support/facts-builder.ts';
import { createFaultyFiles } from '#support/faulty-files.ts';
import { freshFolder, openSearch } from '#support/open-search.ts';

const employer = (n: number) =>
  command({ type: 'add-employer', at: 1, employer: { id: `e${n}`, name: `Employer ${n}` } });

describe('saving', () => {
  it('answers that a change is not saved while the disk is full, shows it all the same, and saves it later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    onTestFinished(() => void vi.useRealTimers());
    const disk = createFaultyFiles();
    const folder = await freshFolder();
    const { document, changes, statuses } = await openSearch(folder, { files: disk.files });
    expect(await document.submit(employer(0))).toMatchObject({ ok: true });
    disk.faults.push({ operation: 'write', code: 'ENOSPC' });
    expect(await document.submit(employer(1))).toMatchObject({ ok: true, value: { notSaved: 'disk-full' } });
    expect(statuses.at(-1)?.saving).toEqual({ type: 'not-saved', because: 'disk-full' });
    expect(changes.at(-1)?.puts).toEqual(expect.arrayContaining([expect.objectContaining({ table: 'employers' })]));
    disk.faults.length = 0;
    await vi.advanceTimersByTimeAsync(1_000);
    vi.useRealTimers();
    await expect.poll(() => statuses.at(-1)?.saving).toEqual({ type: 'saved' });
    await document.close();
    const again = await openSearch(folder);
    expect((await again.document.rows(null)).puts.filter(({ table }) => table === 'employers')).toHaveLength(2);
    await again.document.close();
  });

  it('many commands at once are all durable when they are answered, and share saves', async () => {
    const disk = createFaultyFiles();
    const folder = await freshFolder();
    const { document } = await openSearch(folder, { files: disk.files });
    const syncs = disk.syncs;
    const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => document.submit(employer(n))));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(disk.syncs - syncs).toBeLessThan(25);
    // Not closed: what was answered must be there without it.
    const again = await openSearch(folder);
    expect((await again.document.rows(null)).puts.filter(({ table }) => table === 'employers')).toHaveLength(50);
    await again.document.close();
    await document.close();
  });

  it('keeps everything over compaction', async () => {
    const folder = await freshFolder();
    const first = await openSearch(folder);
    for (let n = 0; n < 14; n += 1) {
      // Text that does not compress, so that the journal soon grows past the length from which it is folded.
      const notes = Array.from({ length: 700 }, (_, m) =>
        createHash('sha256').update(`${n} ${m}`).digest('base64'),
      ).join(' ');
      await first.document.submit(
        command({ type: 'add-employer', at: 1, employer: { id: `e${n}`, name: 'E', notes } }),
      );
    }
    await first.document.close();
    expect((await readdir(folder)).some((name) => name.startsWith('snapshot'))).toBe(true);
    const again = await openSearch(folder);
    expect((await again.document.rows(null)).puts.filter(({ table }) => table === 'employers')).toHaveLength(14);
    await again.document.close();
  });
});

describe('damage', () => {
  it('a search whose files are all unreadable opens read-only and is never written over', async () => {
    const folder = await freshFolder();
    const first = await openSearch(folder);
    await first.document.submit(employer(0));
    await first.document.close();
    const files = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isFile());
    for (const { name } of files) await writeFile(join(folder, name), 'not a search');
    const again = await openSearch(folder);
    expect(again.statuses.at(-1)).toMatchObject({ readOnly: 'damaged' });
    expect(again.statuses.at(-1)?.damaged.length).toBeGreaterThan(0);
    expect(await again.document.submit(employer(1))).toEqual({
      ok: false,
      error: { type: 'read-only', because: 'damaged' },
    });
    await again.document.close();
  });

  it('one damaged journal costs at most what only it held', async () => {
    const folder = await freshFolder();
    const first = await openSearch(folder);
    for (let n = 0; n < 5; n += 1) await first.document.submit(employer(n));
    await first.document.close();
    for (const { name } of (await readdir(folder, { withFileTypes: true })).filter((entry) =>
      entry.name.startsWith('journal'),
    )) {
      await rm(join(folder, name));
    }
    const again = await openSearch(folder);
    expect(again.statuses.at(-1)?.damaged.length).toBeGreaterThan(0);
    await again.document.close();
  });
});

describe('typing while the disk is full', () => {
  it('is answered as taken but not saved, and is not there twice when it is asked about again', async () => {
    const disk = createFaultyFiles();
    const { document } = await openSearch(await freshFolder(), { files: disk.files });
    await document.submit(employer(0));
    const place = { table: 'employers', id: 'e0', field: 'notes' } as never;
    const text = await document.readText(place);
    if (!text.ok) throw new Error(text.error.type);
    disk.faults.push({ operation: 'write', code: 'ENOSPC' });
    const typed = await document.editText(place, text.value.version, [[0, 'kind people']]);
    expect(typed).toMatchObject({ ok: true, value: { notSaved: 'disk-full' } });
    const { version } = typed.ok ? typed.value : text.value;
    expect(await document.editText(place, version, [11])).toMatchObject({ ok: true, value: { notSaved: 'disk-full' } });
    disk.faults.length = 0;
    expect(await document.editText(place, version, [11])).toMatchObject({ ok: true, value: { notSaved: null } });
    expect(await document.readText(place)).toMatchObject({ ok: true, value: { text: 'kind people' } });
    await document.close();
  });
});
