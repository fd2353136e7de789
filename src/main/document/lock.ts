import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { err, ok, type Result } from '#shared/result.ts';
import { errorCode } from './store-error.ts';

/** The process that asks for a folder. */
export interface LockOwner {
  readonly pid: number;
  readonly hostname: string;
  /** Changes with every start of the computer; null where the system has none. */
  readonly bootId: string | null;
  /** Tells a process from a later one with the same pid; null where the system does not say. */
  readonly processStart: string | null;
  /** When the lock was asked for, in ms since 1970. */
  readonly since: number;
}

/** Held until released, or until its process is dead. */
export interface Lock {
  /** Afterwards others may have the folder. */
  release(): Promise<void>;
}

export type LockRefusal =
  /** `lockId` names this very lock, to be given as `evict` when a person says that its holder is gone. */
  | { readonly type: 'HeldByOther'; readonly holder: LockOwner; readonly lockId: string }
  | { readonly type: 'FolderReadOnly'; readonly folder: string }
  | { readonly type: 'FolderUnusable'; readonly folder: string; readonly code: string };

/**
 * Takes `folder` (which must exist) for one process. The lock is a folder `lock` with the owner's description in it: it
 * is prepared under another name and renamed, which fails where one already stands, on every file system.
 *
 * A lock is stale when its owner is dead: same computer and the pid is free or belongs to a later process, or the same
 * computer was started anew. On another computer nothing can be known, so that lock holds, unless `evict` names it.
 * Only one process can remove a stale lock: the one that holds a lock on that lock, by its id.
 */
export const lockFolder = async (
  folder: string,
  owner: LockOwner,
  options: { readonly evict?: string } = {},
): Promise<Result<Lock, LockRefusal>> => {
  try {
    const taken = await take(folder, lockName, owner, options.evict ?? null);
    if (!taken.ok) return taken;
    await clearLeftovers(folder);
    return ok({ release: () => release(folder, lockName, taken.value) });
  } catch (cause) {
    const code = errorCode(cause);
    if (code === undefined) throw cause;
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return err({ type: 'FolderReadOnly', folder });
    return err({ type: 'FolderUnusable', folder, code });
  }
};

/** This process, as the lock describes it. `since` is the current time in ms. */
export const describeThisProcess = async (since: number): Promise<LockOwner> => ({
  pid: process.pid,
  hostname: hostname(),
  bootId: await readLine('/proc/sys/kernel/random/boot_id'),
  processStart: await readProcessStart(process.pid),
  since,
});

const lockName = 'lock';
const ownerName = 'owner.json';

interface StandingLock {
  readonly id: string;
  readonly owner: LockOwner;
}

/** Answers the id of the lock that now stands. */
const take = async (
  folder: string,
  name: string,
  owner: LockOwner,
  evict: string | null,
): Promise<Result<string, LockRefusal>> => {
  const id = randomBytes(12).toString('hex');
  const prepared = join(folder, `${lockName}.new.${id}`);
  for (;;) {
    if ((await prepare(prepared, { id, owner })) && (await renameIfFree(prepared, join(folder, name)))) return ok(id);
    await rm(prepared, { recursive: true, force: true });
    const standing = await readLock(folder, name);
    if (standing === 'absent') continue;
    if (standing !== 'unreadable' && standing.id !== evict && !(await isStale(standing.owner, owner))) {
      return err({ type: 'HeldByOther', holder: standing.owner, lockId: standing.id });
    }
    const blocked = await removeStale(folder, name, standing, owner);
    if (!blocked.ok) return blocked;
  }
};

/** Answers whether the lock is prepared; if not, then a new holder has just cleared it away. */
const prepare = async (path: string, lock: StandingLock): Promise<boolean> => {
  await mkdir(path, { mode: 0o700 });
  try {
    // Synced, so that a power cut leaves a lock that can be judged.
    await writeFile(join(path, ownerName), JSON.stringify(lock), { flag: 'wx', mode: 0o600, flush: true });
    return true;
  } catch (cause) {
    if (errorCode(cause) !== 'ENOENT') throw cause;
    return false;
  }
};

// A target with something in it cannot be replaced by a rename. Windows says EPERM to that, as it does to a missing right:
// then the next look tells the two apart.
const renameIfFree = async (from: string, to: string): Promise<boolean> => {
  try {
    await rename(from, to);
    return true;
  } catch (cause) {
    const code = errorCode(cause) ?? '';
    // ENOENT: the holder has cleared the prepared lock away, so there is a holder.
    if (['ENOTEMPTY', 'EEXIST', 'ENOENT', 'ENOTDIR'].includes(code)) return false;
    if (process.platform === 'win32' && code === 'EPERM') return false;
    throw cause;
  }
};

/** Holding the lock on the lock, looks again, for meanwhile it may have been removed by another and taken anew. */
const removeStale = async (
  folder: string,
  name: string,
  standing: StandingLock | 'unreadable',
  owner: LockOwner,
): Promise<Result<void, LockRefusal>> => {
  const id = standing === 'unreadable' ? 'unreadable' : standing.id;
  const guardName = `${name}.${id}`;
  const guard = await take(folder, guardName, owner, null);
  if (!guard.ok) return guard;
  const now = await readLock(folder, name);
  if (now !== 'absent' && (now === 'unreadable' ? 'unreadable' : now.id) === id)
    await discard(folder, name, guard.value);
  await release(folder, guardName, guard.value);
  return ok(undefined);
};

const release = async (folder: string, name: string, id: string): Promise<void> => {
  const standing = await readLock(folder, name);
  if (standing === 'absent' || standing === 'unreadable' || standing.id !== id) return;
  await discard(folder, name, id);
};

// Renamed away first: a half-removed lock must not stand under the name where locks are looked for.
const discard = async (folder: string, name: string, id: string): Promise<void> => {
  const away = join(folder, `${lockName}.old.${id}`);
  await rename(join(folder, name), away);
  await rm(away, { recursive: true, force: true });
};

// Killed processes leave prepared and discarded locks behind. Whoever still uses one sees it missing and looks again.
const clearLeftovers = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    if (name.startsWith(`${lockName}.`)) await rm(join(folder, name), { recursive: true, force: true });
  }
};

// A lock appears and vanishes whole, so that one without a description is damaged, and one that changes meanwhile is read anew.
const readLock = async (folder: string, name: string): Promise<StandingLock | 'absent' | 'unreadable'> => {
  try {
    return parseLock(await readFile(join(folder, name, ownerName), 'utf8')) ?? 'unreadable';
  } catch (cause) {
    if (errorCode(cause) === 'ENOTDIR') return 'unreadable';
    if (errorCode(cause) !== 'ENOENT') throw cause;
  }
  try {
    const inside = await readdir(join(folder, name));
    return inside.includes(ownerName) ? await readLock(folder, name) : 'unreadable';
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return 'absent';
    if (errorCode(cause) === 'ENOTDIR') return 'unreadable';
    throw cause;
  }
};

const parseLock = (text: string): StandingLock | null => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== 'object' || value === null || !('id' in value) || !('owner' in value)) return null;
  const { id, owner } = value;
  if (typeof id !== 'string' || typeof owner !== 'object' || owner === null) return null;
  const { pid, hostname: host, bootId, processStart, since } = owner as Record<string, unknown>;
  if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'number') return null;
  return {
    id,
    owner: { pid, hostname: host, bootId: textOrNull(bootId), processStart: textOrNull(processStart), since },
  };
};

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

const isStale = async (holder: LockOwner, self: LockOwner): Promise<boolean> => {
  const sameBoot = holder.bootId !== null && holder.bootId === self.bootId;
  // The boot id is enough: a computer may be renamed while it runs.
  if (!sameBoot && holder.hostname !== self.hostname) return false;
  if (holder.bootId !== null && self.bootId !== null && !sameBoot) return true;
  if (!isRunning(holder.pid)) return true;
  const start = await readProcessStart(holder.pid);
  return start !== null && holder.processStart !== null && start !== holder.processStart;
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (cause) {
    // EPERM: it runs, and belongs to someone else.
    return errorCode(cause) !== 'ESRCH';
  }
};

// Field 22 of /proc/<pid>/stat (proc(5)): start time in clock ticks since boot. The name in field 2 may hold anything, also brackets.
const readProcessStart = async (pid: number): Promise<string | null> => {
  const stat = await readLine(`/proc/${String(pid)}/stat`);
  return stat?.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
};

const readLine = async (path: string): Promise<string | null> => {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (cause) {
    if (errorCode(cause) === undefined) throw cause;
    return null;
  }
};
