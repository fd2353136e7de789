import * as A from '@automerge/automerge';
import { expect, it } from 'vitest';
import { apply } from '#main/document/apply.ts';
import { conflictsIn } from '#main/document/conflicts.ts';
import { genesis, type SearchDoc } from '#main/document/genesis.ts';
import type { CommandInput } from '#shared/command.ts';
import { command } from '#support/facts-builder.ts';

const applied = (doc: A.Doc<SearchDoc>, input: CommandInput): A.Doc<SearchDoc> => {
  const result = apply(doc, command(input));
  if (!result.ok) throw new Error(result.error.type);
  return result.value.doc;
};

const renamed = (doc: A.Doc<SearchDoc>, name: string) =>
  applied(doc, { type: 'update-employer', id: 'e', fields: { name } });

it('both values of a field that two machines set apart can be read until one is chosen', () => {
  const base = applied(A.load<SearchDoc>(genesis), {
    type: 'add-employer',
    at: 1,
    employer: { id: 'e', name: 'Brightwater' },
  });
  const desktop = renamed(A.clone(base), 'Bright Water');
  const merged = A.merge(renamed(base, 'Brightwater Ltd'), desktop);
  const [conflict, ...more] = conflictsIn(merged, 'employers', 'e');
  expect(more).toEqual([]);
  expect(conflict?.field).toEqual(['name']);
  expect([conflict?.kept, ...(conflict?.others ?? [])]).toEqual(
    expect.arrayContaining(['Bright Water', 'Brightwater Ltd']),
  );
  expect(conflictsIn(renamed(merged, 'Brightwater plc'), 'employers', 'e')).toEqual([]);
});

it('different fields, deletion and an edit, and text do not conflict, and nothing is lost', () => {
  const base = applied(A.load<SearchDoc>(genesis), {
    type: 'add-employer',
    at: 1,
    employer: { id: 'e', name: 'Brightwater', notes: 'two' },
  });
  const desktop = A.change(A.clone(base), (draft) => A.splice(draft, ['employers', 'e', 'notes'], 3, 0, ' three'));
  const laptop = applied(
    A.change(base, (draft) => A.splice(draft, ['employers', 'e', 'notes'], 0, 0, 'one ')),
    { type: 'delete', table: 'employers', id: 'e', at: 2 },
  );
  const merged = A.merge(renamed(laptop, 'B'), desktop);
  expect(conflictsIn(merged, 'employers', 'e')).toEqual([]);
  expect(merged.employers['e']?.['notes']).toBe('one two three');
  expect(conflictsIn(merged, 'employers', 'nobody')).toEqual([]);
});
