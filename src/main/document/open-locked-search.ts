import { mkdir } from 'node:fs/promises';
import type { Instant } from '#shared/facts/value.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { DocumentPort } from './document-port.ts';
import { describeThisProcess, lockFolder, type LockRefusal } from './lock.ts';
import { openSearchDocument, type SearchDocumentDeps } from './search-document.ts';
import { errorCode, StoreError } from './store-error.ts';

/** Why a search could not be opened; nothing in the folder was changed. */
export type OpenRefusal =
  /** `by` names who has it open, in plain words. */
  { readonly type: 'locked'; readonly by: string } | { readonly type: 'cannot-open'; readonly what: string };

/** Opens a search as its only process, for as long as it is open. `now` is noted in the lock. */
export const openLockedSearch = async (
  folder: string,
  deps: SearchDocumentDeps & { readonly now: Instant },
): Promise<Result<DocumentPort, OpenRefusal>> => {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch (cause) {
    const code = errorCode(cause);
    if (code === undefined) throw cause;
    return err({ type: 'cannot-open', what: `${folder} cannot be made (${code})` });
  }
  const lock = await lockFolder(folder, await describeThisProcess(deps.now));
  if (!lock.ok) return err(refusalOf(lock.error, folder));
  try {
    const document = await openSearchDocument(folder, deps);
    return ok({
      ...document,
      close: async () => {
        try {
          await document.close();
        } finally {
          await lock.value.release();
        }
      },
    });
  } catch (cause) {
    await lock.value.release();
    if (!(cause instanceof StoreError)) throw cause;
    return err({ type: 'cannot-open', what: cause.message });
  }
};

const refusalOf = (refusal: LockRefusal, folder: string): OpenRefusal => {
  switch (refusal.type) {
    case 'HeldByOther':
      return {
        type: 'locked',
        by: `process ${refusal.holder.pid} on ${refusal.holder.hostname}, since ${new Date(refusal.holder.since).toISOString()}`,
      };
    case 'FolderReadOnly':
      return { type: 'cannot-open', what: `${folder} is read-only` };
    case 'FolderUnusable':
      return { type: 'cannot-open', what: `${folder} cannot be used (${refusal.code})` };
  }
};
