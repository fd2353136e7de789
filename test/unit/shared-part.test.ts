import { describe, expect, it } from 'vitest';
import { placeOfSharedPart } from '#main/document/shared-part.ts';
import type { DocumentPort } from '#main/document/document-port.ts';
import { ProsePlace } from '#shared/facts/facts.ts';
import { at, command } from '#support/facts-builder.ts';
import { freshFolder, openSearch } from '#support/open-search.ts';

const now = at('2026-05-12T09:00Z');
const part = 'I would bring field work.';
const sharedPart = ProsePlace.parse({ table: 'interviews', id: 'panel', field: 'sharedPart' });
const letter = (id: string, body: string, interview: string | null = 'panel') =>
  command({
    type: 'add-letter',
    at: now,
    letter: { id, kind: 'thank-you', application: 'designer', interview, person: 'dana', medium: 'email', body },
  });

/** A panel whose letters have these texts, and the shared part as it was begun. */
const withLetters = async (bodies: Readonly<Record<string, string>>, begun = part): Promise<DocumentPort> => {
  const { document } = await openSearch(await freshFolder());
  const commands = [
    command({ type: 'add-employer', at: now, employer: { id: 'brightwater', name: 'Brightwater' } }),
    command({
      type: 'add-application',
      at: now,
      application: { id: 'designer', employer: 'brightwater', role: 'Designer', stage: 'interviewing' },
    }),
    command({ type: 'add-person', at: now, person: { id: 'dana', name: 'Dana' } }),
    ...['panel', 'other'].map((id) =>
      command({
        type: 'add-interview',
        at: now,
        interview: {
          id,
          application: 'designer',
          round: 1,
          kind: 'panel',
          start: now,
          end: now,
          zone: 'Europe/London',
        },
      }),
    ),
    command({ type: 'begin-shared-part', id: 'panel', text: begun }),
    ...Object.entries(bodies).map(([id, body]) => letter(id, body)),
  ];
  for (const one of commands) expect(await document.submit(one)).toMatchObject({ ok: true });
  return document;
};

const textOf = async (document: DocumentPort, place: ProsePlace): Promise<string> => {
  const read = await document.readText(place);
  if (!read.ok) throw new Error(read.error.type);
  return read.value.text;
};
const bodyOf = (document: DocumentPort, id: string) =>
  textOf(document, ProsePlace.parse({ table: 'letters', id, field: 'body' }));

/** Types as an editor does: replaces `[from, to)` of the shared part. */
const type = async (document: DocumentPort, from: number, to: number, insert: string): Promise<void> => {
  const read = await document.readText(sharedPart);
  if (!read.ok) throw new Error(read.error.type);
  const { text, version } = read.value;
  const kept = (length: number) => (length === 0 ? [] : [length]);
  const changes = [...kept(from), [to - from, ...insert.split('\n')], ...kept(text.length - to)];
  expect(await document.editText(sharedPart, version, changes as never)).toMatchObject({ ok: true });
};

describe('the part that a panel shares', () => {
  it('is changed in every draft that has it word for word, and nowhere else', async () => {
    const document = await withLetters({
      first: `Dear Dana,\n\n${part}\n\nBest`,
      second: `Dear Priya,\n\nThank you.\n\n${part}\n\nYours`,
      reworded: 'Dear Tom,\n\nI would bring much field work.\n\nBest',
      inside: `Dear Ann,\n\nYes: ${part}\n\nBest`,
      sent: `Dear Bo,\n\n${part}\n\nBest`,
      deleted: `Dear Cy,\n\n${part}\n\nBest`,
    });
    await document.submit(letter('elsewhere', `Dear Dee,\n\n${part}\n\nBest`, 'other'));
    await document.submit(command({ type: 'mark-letter-sent', id: 'sent', interaction: 'x', at: now }));
    await document.submit(command({ type: 'delete', table: 'letters', id: 'deleted', at: now }));
    await type(document, 8, 13, 'gladly bring');
    const changed = 'I would gladly bring field work.';
    expect(await textOf(document, sharedPart)).toBe(changed);
    expect(await bodyOf(document, 'first')).toBe(`Dear Dana,\n\n${changed}\n\nBest`);
    expect(await bodyOf(document, 'second')).toBe(`Dear Priya,\n\nThank you.\n\n${changed}\n\nYours`);
    expect(await bodyOf(document, 'reworded')).toContain('I would bring much field work.');
    for (const id of ['inside', 'sent', 'deleted', 'elsewhere']) expect(await bodyOf(document, id)).toContain(part);
  });

  it('may become several paragraphs, be emptied, and be written again in the same place', async () => {
    const document = await withLetters({ first: `Dear Dana,\n\n${part}\n\nBest` });
    await type(document, part.length, part.length, '\n\nAnd maps.');
    expect(await bodyOf(document, 'first')).toBe(`Dear Dana,\n\n${part}\n\nAnd maps.\n\nBest`);
    await type(document, 0, (await textOf(document, sharedPart)).length, '');
    expect(await bodyOf(document, 'first')).toBe('Dear Dana,\n\n\n\nBest');
    await type(document, 0, 0, 'New.');
    expect(await bodyOf(document, 'first')).toBe('Dear Dana,\n\nNew.\n\nBest');
  });

  it('comes before the closing paragraph of letters that had none', async () => {
    const document = await withLetters({ first: 'Dear Dana,\n\nThank you.\n\nBest\nRobin', blank: '' }, '');
    await type(document, 0, 0, 'I');
    await type(document, 1, 1, ' draw.');
    expect(await bodyOf(document, 'first')).toBe('Dear Dana,\n\nThank you.\n\nI draw.\n\nBest\nRobin');
    expect(await bodyOf(document, 'blank')).toBe('I draw.');
  });

  it('is begun once: what is there already stays', async () => {
    const document = await withLetters({});
    await document.submit(command({ type: 'begin-shared-part', id: 'panel', text: 'Another beginning' }));
    expect(await textOf(document, sharedPart)).toBe(part);
  });
});

describe('the place of the shared part', () => {
  it.each([
    ['first paragraph', 'a\n\nb', 'a', 0],
    ['last paragraph', 'a\n\nb', 'b', 3],
    ['whole letter', 'a', 'a', 0],
    ['two paragraphs', 'x\n\na\n\nb\n\ny', 'a\n\nb', 3],
    ['only part of a paragraph', 'a b\n\nc', 'a', null],
    ['part of a line', 'a\nb', 'a', null],
    ['nowhere', 'a\n\nb', 'c', null],
  ])('%s', (_, body, shared, place) => {
    expect(placeOfSharedPart(body, shared)).toBe(place);
  });
});
