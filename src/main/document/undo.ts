import * as A from '@automerge/automerge';
import type { CommandLabel } from '#shared/command.ts';
import { defaultSettings } from '#shared/facts/settings.ts';
import { plain, setValue, type Write } from './apply.ts';
import type { DocumentMap, SearchDoc } from './genesis.ts';

/** One thing that the user did, as the fields it set. */
export interface Deed {
  readonly label: CommandLabel;
  readonly writes: readonly Write[];
}

/**
 * Takes a deed back (or does it again) as a change of its own: each field gets its earlier value, but only where it
 * still holds what the deed left there. `left` counts fields that somebody changed since; they keep their newer value.
 */
export const reverse = (
  doc: A.Doc<SearchDoc>,
  deed: Deed,
): { readonly doc: A.Doc<SearchDoc>; readonly reversed: Deed; readonly left: number } => {
  const writes: Write[] = [];
  let left = 0;
  const next = A.change(doc, (draft) => {
    for (const write of deed.writes.toReversed()) {
      const before = earlierValue(write);
      if (before === undefined) continue;
      if (valueAt(draft, write.path) !== write.after) {
        left += 1;
        continue;
      }
      setValue(draft, write.path, before);
      writes.push({ path: write.path, before: write.after, after: before });
    }
  });
  return { doc: next, reversed: { label: deed.label, writes }, left };
};

/** A field that was not there cannot be taken away again: it gets the value that means the same. */
const earlierValue = (write: Write): Write['before'] => {
  if (write.before !== undefined) return write.before;
  const [map, field, key] = write.path;
  if (map === 'settings' && field !== undefined) {
    const initial: unknown = (defaultSettings as Readonly<Record<string, unknown>>)[field];
    const value: unknown = key === undefined ? initial : ((initial as Readonly<Record<string, unknown>>)[key] ?? false);
    return value as Write['before'];
  }
  if (map === 'search') return null;
  if (write.path.at(-1) === 'removed') return true;
  // The other fields of an entry stay, hidden by `removed`; a history keeps what happened.
  return typeof write.after === 'boolean' ? false : undefined;
};

const valueAt = (draft: SearchDoc, path: Write['path']): unknown => {
  let value: unknown = draft;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as DocumentMap)[key];
  }
  return plain(value);
};
