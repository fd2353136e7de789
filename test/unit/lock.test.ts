import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { describeThisProcess, lockFolder, type LockOwner } from '#main/document/lock.ts';

describe('lockFolder', () => {
  let folder: string;
  let self: LockOwner;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'afterword-lock-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    self = await describeThisProcess(1_000);
  });

  const standAs = async (owner: Partial<LockOwner>): Promise<void> => {
    await mkdir(join(folder, 'lock'));
    await writeFile(
      join(folder, 'lock', 'owner.json'),
      JSON.stringify({ id: 'earlier', owner: { ...self, ...owner } }),
    );
  };

  test('a live holder is named to the second who asks', async () => {
    expect(await lockFolder(folder, self)).toMatchObject({ ok: true });
    expect(await lockFolder(folder, { ...self, since: 2_000 })).toMatchObject({
      ok: false,
      error: { type: 'HeldByOther', holder: self },
    });
  });

  test('a released folder can be locked again, and nothing is left of the lock', async () => {
    const first = await lockFolder(folder, self);
    if (first.ok) await first.value.release();
    expect(await readdir(folder)).toEqual([]);
    expect(await lockFolder(folder, self)).toMatchObject({ ok: true });
  });

  test('a release after another has taken over leaves the new lock alone', async () => {
    const first = await lockFolder(folder, self);
    const refused = await lockFolder(folder, self);
    if (refused.ok || refused.error.type !== 'HeldByOther') throw new Error('expected a refusal');
    expect(await lockFolder(folder, self, { evict: refused.error.lockId })).toMatchObject({ ok: true });
    if (first.ok) await first.value.release();
    expect(await lockFolder(folder, self)).toMatchObject({ ok: false });
  });

  test('the lock of a killed process is taken over', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000); console.log("up")'], { stdio: 'pipe' });
    await once(child.stdout, 'data');
    await standAs({ pid: child.pid ?? 0, processStart: null });
    expect(await lockFolder(folder, self)).toMatchObject({ ok: false, error: { type: 'HeldByOther' } });
    child.kill('SIGKILL');
    await once(child, 'close');
    expect(await lockFolder(folder, self)).toMatchObject({ ok: true });
  });

  const stale: Record<string, Partial<LockOwner>> = {
    'from before the computer was started anew': { bootId: 'another boot' },
    'whose pid belongs to a later process by now': { processStart: '1' },
  };
  test.runIf(process.platform === 'linux').each(Object.entries(stale))('a lock %s is taken over', async (_, owner) => {
    await standAs(owner);
    expect(await lockFolder(folder, self)).toMatchObject({ ok: true });
  });

  test('a lock that cannot be understood is taken over', async () => {
    await mkdir(join(folder, 'lock'));
    await writeFile(join(folder, 'lock', 'owner.json'), '');
    expect(await lockFolder(folder, self)).toMatchObject({ ok: true });
  });

  test('the lock of another computer holds until a person says that it is gone', async () => {
    await standAs({ hostname: 'the-other-one', bootId: 'its boot' });
    expect(await lockFolder(folder, self)).toMatchObject({
      ok: false,
      error: { type: 'HeldByOther', holder: { hostname: 'the-other-one' }, lockId: 'earlier' },
    });
    expect(await lockFolder(folder, self, { evict: 'earlier' })).toMatchObject({ ok: true });
  });

  test('a takeover that was killed half way does not block the next one', async () => {
    await standAs({ bootId: 'another boot', hostname: self.hostname });
    await mkdir(join(folder, 'lock.earlier'));
    const guard = { id: 'guard', owner: { ...self, bootId: 'another boot' } };
    await writeFile(join(folder, 'lock.earlier', 'owner.json'), JSON.stringify(guard));
    expect(await lockFolder(folder, self)).toMatchObject({ ok: true });
    expect(await readdir(folder)).toEqual(['lock']);
  });

  test('while one takes a stale lock over, another keeps its hands off', async () => {
    await standAs({ bootId: 'another boot' });
    await mkdir(join(folder, 'lock.earlier'));
    await writeFile(join(folder, 'lock.earlier', 'owner.json'), JSON.stringify({ id: 'guard', owner: self }));
    expect(await lockFolder(folder, { ...self, since: 2_000 })).toMatchObject({
      ok: false,
      error: { type: 'HeldByOther', holder: self },
    });
    expect(await readFile(join(folder, 'lock', 'owner.json'), 'utf8')).toContain('another boot');
  });

  test('of many who find a stale lock at once exactly one gets it', async () => {
    for (let round = 0; round < 40; round++) {
      await rm(join(folder, 'lock'), { recursive: true, force: true });
      await standAs({ bootId: 'another boot' });
      const results = await Promise.all(
        Array.from({ length: 8 }, (_, since) => lockFolder(folder, { ...self, since })),
      );
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      const standing = JSON.parse(await readFile(join(folder, 'lock', 'owner.json'), 'utf8')) as { owner: LockOwner };
      expect(results[standing.owner.since]).toMatchObject({ ok: true });
    }
  });

  test('a folder that is not there is called unusable, not locked', async () => {
    expect(await lockFolder(join(folder, 'nowhere'), self)).toEqual({
      ok: false,
      error: { type: 'FolderUnusable', folder: join(folder, 'nowhere'), code: 'ENOENT' },
    });
  });

  test('a read-only folder is called read-only, not locked', async () => {
    await makeReadOnly(folder);
    expect(await lockFolder(folder, self)).toEqual({ ok: false, error: { type: 'FolderReadOnly', folder } });
  });
});

// The superuser may write wherever the mode forbids it, but not to a read-only file system.
const makeReadOnly = async (folder: string): Promise<void> => {
  if (process.getuid?.() === 0) {
    await run('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', folder]);
    onTestFinished(async () => void (await run('umount', [folder])));
  } else {
    await chmod(folder, 0o500);
    onTestFinished(() => chmod(folder, 0o700));
  }
};

const run = promisify(execFile);
