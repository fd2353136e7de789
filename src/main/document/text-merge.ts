import * as A from '@automerge/automerge';
import { ChangeSet, Text } from '@codemirror/state';
import type { TextChanges } from '#shared/contract.ts';
import type { ProsePlace } from '#shared/facts/facts.ts';
import { longestTyped } from '#shared/facts/value.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { SearchDoc } from './genesis.ts';

/**
 * Design law 5: an editor says what it changed and on which version; the changes are mapped over what happened since,
 * and applied as splices, so that no keystroke is lost on either machine. Positions are UTF-16 code units throughout.
 */
export interface MergedText {
  readonly doc: A.Doc<SearchDoc>;
  readonly version: readonly string[];
  /** What the editor does not know yet, to be applied after its own changes. */
  readonly changes: TextChanges;
  /** What was written into the newest text. */
  readonly written: ChangeSet;
}

export const mergeText = (
  doc: A.Doc<SearchDoc>,
  place: ProsePlace,
  version: readonly string[],
  changes: TextChanges,
): Result<MergedText, 'no-such-text' | 'unknown-version' | 'changes-do-not-fit' | 'too-long'> => {
  if (textAt(doc, place) === null) return err('no-such-text');
  if (!A.hasHeads(doc, [...version])) return err('unknown-version');
  const before = textAt(A.view(doc, [...version]), place);
  if (before === null) return err('unknown-version');
  const others = changesSince(doc, place, version, before.length);
  const own = parseChanges(changes, before.length);
  if (own === null) return err('changes-do-not-fit');
  if (own.newLength > longestTyped && own.newLength > own.length) return err('too-long');
  // Where both typed at the same place, what is already in the document comes first.
  const merged = own.map(others);
  const next = merged.empty ? doc : A.change(doc, (draft) => spliceIn(draft, place, merged));
  return ok({
    doc: next,
    version: A.getHeads(next),
    changes: others.map(own, true).toJSON() as TextChanges,
    written: merged,
  });
};

/** The text at a place, or null where there is none. */
export const textAt = (doc: A.Doc<SearchDoc>, place: ProsePlace): string | null => {
  const entities = doc[place.table];
  const entity = entities !== undefined && Object.hasOwn(entities, place.id) ? entities[place.id] : undefined;
  const text = entity?.[place.field];
  return typeof text === 'string' ? text : null;
};

const changesSince = (
  doc: A.Doc<SearchDoc>,
  place: ProsePlace,
  version: readonly string[],
  length: number,
): ChangeSet => {
  let changes = ChangeSet.empty(length);
  for (const patch of A.diff(doc, [...version], A.getHeads(doc))) {
    const [table, id, field, at] = patch.path;
    if (table !== place.table || id !== place.id || field !== place.field || typeof at !== 'number') continue;
    if (patch.action === 'splice') {
      changes = changes.compose(ChangeSet.of({ from: at, insert: toText(patch.value) }, changes.newLength));
    } else if (patch.action === 'del') {
      changes = changes.compose(ChangeSet.of({ from: at, to: at + (patch.length ?? 1) }, changes.newLength));
    }
  }
  return changes;
};

const parseChanges = (changes: TextChanges, length: number): ChangeSet | null => {
  try {
    const parsed = ChangeSet.fromJSON(changes);
    return parsed.length === length ? parsed : null;
  } catch {
    // The only thing fromJSON throws for is input of another form, and that is the answer.
    return null;
  }
};

const spliceIn = (draft: SearchDoc, place: ProsePlace, changes: ChangeSet): void => {
  const path = [place.table, place.id, place.field];
  changes.iterChanges((fromA, toA, fromB, _toB, inserted) => {
    // Earlier splices have been made already, so positions are those of the new text.
    A.splice(draft, path, fromB, toA - fromA, inserted.toString());
  });
};

const toText = (text: string): Text => Text.of(text.split('\n'));
