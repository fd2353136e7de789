import * as A from '@automerge/automerge';
import { expect, it } from 'vitest';
import { apply } from '#main/document/apply.ts';
import { factsOf } from '#main/document/facts-of-document.ts';
import { genesis, type SearchDoc } from '#main/document/genesis.ts';
import { reverse } from '#main/document/undo.ts';
import type { CommandInput } from '#shared/command.ts';
import { command } from '#support/facts-builder.ts';

const carriedOut = (doc: A.Doc<SearchDoc>, input: CommandInput) => {
  const applied = apply(doc, command(input));
  if (!applied.ok) throw new Error(applied.error.type);
  return applied.value;
};

const employer = carriedOut(A.load<SearchDoc>(genesis), {
  type: 'add-employer',
  at: 1,
  employer: { id: 'e', name: 'Brightwater', website: 'https://old.example' },
});

it('takes back only what it did: a field that another machine set meanwhile keeps its newer value', () => {
  const mine = carriedOut(A.clone(employer.doc), {
    type: 'update-employer',
    id: 'e',
    fields: { name: 'Bright', website: 'https://new.example' },
  });
  const theirs = carriedOut(A.clone(mine.doc), {
    type: 'update-employer',
    id: 'e',
    fields: { name: 'Brightwater Ltd' },
  });
  const undone = reverse(A.merge(mine.doc, theirs.doc), { label: 'update-employer', writes: mine.writes });
  expect(undone.left).toBe(1);
  expect(factsOf(undone.doc).employers['e']).toMatchObject({ name: 'Brightwater Ltd', website: 'https://old.example' });
});

it('undoing a deletion keeps what another machine wrote inside what was deleted', () => {
  const deleted = carriedOut(A.clone(employer.doc), { type: 'delete', table: 'employers', id: 'e', at: 2 });
  const edited = carriedOut(A.clone(employer.doc), {
    type: 'update-employer',
    id: 'e',
    fields: { address: '4 Mill Lane' },
  });
  const undone = reverse(A.merge(deleted.doc, edited.doc), { label: 'delete', writes: deleted.writes });
  expect(factsOf(undone.doc).employers['e']).toMatchObject({ deletedAt: null, address: '4 Mill Lane' });
});

it('a setting that was never set goes back to its default, a weekday to its own', () => {
  const changed = carriedOut(A.clone(employer.doc), {
    type: 'update-settings',
    fields: { thankYouDueHours: 12, workingDays: { '1': false, '6': true } },
  });
  const undone = reverse(changed.doc, { label: 'update-settings', writes: changed.writes });
  expect(undone.left).toBe(0);
  expect(factsOf(undone.doc).settings).toEqual(factsOf(employer.doc).settings);
});
