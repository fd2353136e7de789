import * as A from '@automerge/automerge';
import type { ChangeSet } from '@codemirror/state';
import type { SearchDoc } from './genesis.ts';
import { textAt } from './text-merge.ts';

/**
 * Writes into the letters of an interview what was changed in the part they share (rule `individualise-letters`).
 *
 * 1. A letter that has the shared part word for word, as paragraphs of its own, gets the same changes in the same place.
 * 2. A letter in which it was reworded keeps its wording; one that was sent, or deleted, stays as it is.
 * 3. Where the shared part was empty it comes before the last paragraph, with which a letter closes.
 *
 * @param before the shared part as the letters know it
 */
export const spreadSharedPart = (
  doc: A.Doc<SearchDoc>,
  interview: string,
  before: string,
  changes: ChangeSet,
): A.Doc<SearchDoc> => {
  const splices = Object.keys(doc.letters).flatMap((id) => {
    const letter = doc.letters[id];
    const body = textAt(doc, { table: 'letters', id: id as never, field: 'body' });
    if (letter === undefined || body === null || nameOf(letter['interview']) !== interview) return [];
    if (typeof letter['sentAt'] === 'number' || typeof letter['deletedAt'] === 'number') return [];
    const place = placeOfSharedPart(body, before);
    if (place !== null) return [{ id, at: place, tail: '' }];
    // Nothing was shared so far: the closing paragraph moves down.
    if (before.trim() !== '' || body.trim() === '') return [];
    const closing = body.trimEnd().lastIndexOf('\n\n');
    return closing < 0 ? [] : [{ id, at: closing + 2, tail: '\n\n' }];
  });
  if (splices.length === 0 || changes.empty) return doc;
  return A.change(doc, (draft) => {
    for (const { id, at, tail } of splices) {
      if (tail !== '') A.splice(draft, ['letters', id, 'body'], at, 0, tail);
      changes.iterChanges((fromA, toA, fromB, _toB, inserted) => {
        A.splice(draft, ['letters', id, 'body'], at + fromB, toA - fromA, inserted.toString());
      });
    }
  });
};

/** Where a letter has the shared part word for word, in UTF-16 code units; null where it has not. */
export const placeOfSharedPart = (body: string, part: string): number | null => {
  const text = `\n\n${body}\n\n`;
  const at = text.indexOf(`\n\n${part}\n\n`);
  return at < 0 ? null : at;
};

const nameOf = (value: unknown): unknown => (A.isImmutableString(value) ? value.val : value);
