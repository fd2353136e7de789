/**
 * Why the store could not do what was asked.
 *
 * - `disk-full`: no space or quota left; free some and try again
 * - `read-only`: the file system or the folder does not allow writing
 * - `no-permission`: the folder or a file belongs to someone else
 * - `gone`: the folder or the open journal was removed under us
 * - `input-output`: the device failed
 * - `not-verified`: a snapshot did not read back as what was written; the earlier generation stands
 * - `unreadable`: there was a document and its base cannot be read; only `replace` may write
 * - `newer-format`: a later version of the program wrote this folder; nothing may write
 * - `closed`: the store was closed before
 */
export type StoreErrorKind =
  | 'disk-full'
  | 'read-only'
  | 'no-permission'
  | 'gone'
  | 'input-output'
  | 'not-verified'
  | 'unreadable'
  | 'newer-format'
  | 'closed';

/** The only error the store rejects with. `cause` is the system's own error where there was one. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  readonly kind: StoreErrorKind;
  readonly path: string;

  constructor(kind: StoreErrorKind, path: string, cause?: unknown) {
    super(`${kind}: ${path}`, cause === undefined ? undefined : { cause });
    this.kind = kind;
    this.path = path;
  }
}

/** Translates what the operating system said; anything unknown counts as a failing device, so that it is never mistaken for success. */
export const toStoreError = (cause: unknown, path: string): StoreError =>
  cause instanceof StoreError
    ? cause
    : new StoreError(kindsByCode[errorCode(cause) ?? ''] ?? 'input-output', path, cause);

/** The system's code (`ENOSPC`), or undefined for an error that does not come from the system. */
export const errorCode = (cause: unknown): string | undefined =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined;

const kindsByCode: Readonly<Record<string, StoreErrorKind>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  ENOENT: 'gone',
  ENOTDIR: 'gone',
  ESTALE: 'gone',
};
