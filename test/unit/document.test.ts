import { readFile } from 'node:fs/promises';
import * as A from '@automerge/automerge';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import {
  genesis,
  knownVersion,
  makeGenesis,
  makeMigrations,
  migrate,
  migrations,
  versionOf,
  type SearchDoc,
} from '#main/document/genesis.ts';
import { readSearchJson, SearchFile, writeSearchJson } from '#main/exchange/search-json.ts';
import { factsOf } from '#main/document/facts-of-document.ts';
import { apply } from '#main/document/apply.ts';
import { openStore } from '#main/document/store.ts';
import { tableNames } from '#shared/facts/facts.ts';
import { sampleCommands } from '#shared/sample.ts';
import { at, command } from '#support/facts-builder.ts';
import { freshFolder, openSearch, rowsAfter } from '#support/open-search.ts';

const now = at('2026-05-12T09:00Z');
const employer = command({ type: 'add-employer', at: now, employer: { id: 'brightwater', name: 'Brightwater' } });
const application = command({
  type: 'add-application',
  at: now,
  application: { id: 'designer', employer: 'brightwater', role: 'Designer', stage: 'applied' },
});
const person = command({ type: 'add-person', at: now, person: { id: 'dana', name: 'Dana Okafor' } });
const interview = command({
  type: 'add-interview',
  at: now,
  interview: {
    id: 'panel',
    application: 'designer',
    round: 1,
    kind: 'panel',
    start: now,
    end: now + 3_600_000,
    zone: 'Europe/London',
    interviewers: { dana: true },
  },
});
const letter = command({
  type: 'add-letter',
  at: now,
  letter: {
    id: 'letter',
    kind: 'thank-you',
    application: 'designer',
    interview: 'panel',
    person: 'dana',
    medium: 'email',
    body: 'Dear Dana,',
  },
});
const basics = [employer, application, person, interview, letter];

const withBasics = async () => {
  const opened = await openSearch(await freshFolder());
  for (const one of basics) expect(await opened.document.submit(one)).toMatchObject({ ok: true });
  return opened;
};

const template = { id: 'own', kind: 'thank-you', name: 'Short', body: 'Dear {{first name}},' } as const;

describe('genesis', () => {
  it('is the same fixed bytes that the source makes', () => {
    expect(Buffer.from(makeGenesis()).toString('base64')).toBe(Buffer.from(genesis).toString('base64'));
    expect(versionOf(A.load<SearchDoc>(genesis))).toBe(1);
  });

  it('is followed by migrations that are the fixed bytes which the source makes', () => {
    const base64 = (all: readonly Uint8Array[]) => all.map((bytes) => Buffer.from(bytes).toString('base64'));
    expect(base64(makeMigrations())).toEqual(base64(migrations));
    const migrated = migrate(A.load<SearchDoc>(genesis));
    expect(versionOf(migrated)).toBe(knownVersion);
    expect(Object.keys(migrated).filter((key) => typeof migrated[key as 'letters'] === 'object')).toEqual(
      expect.arrayContaining([...tableNames]),
    );
  });

  it('of an older program is migrated once and for all when it is opened', async () => {
    const folder = await freshFolder();
    const older = A.change(A.load<SearchDoc>(genesis), (draft) => {
      draft.search['startedAt'] = 5;
    });
    const store = await openStore(folder);
    await store.append(A.save(older));
    await store.close();
    const first = await openSearch(folder);
    expect((await first.document.submit(command({ type: 'add-template', at: now, template }))).ok).toBe(true);
    await first.document.close();
    const kept = await openStore(folder);
    onTestFinished(() => kept.close());
    const { chunks } = kept.loaded;
    let doc = A.load<SearchDoc>(chunks[0] as Uint8Array);
    for (const chunk of chunks.slice(1)) doc = A.loadIncremental(doc, chunk);
    expect(versionOf(doc)).toBe(knownVersion);
    expect(doc.search['startedAt']).toBe(5);
    expect(Object.keys(doc.templates)).toEqual(['own']);
  });

  it('two machines that migrate apart converge', () => {
    const migration = A.getLastLocalChange(
      A.change(A.clone(A.load<SearchDoc>(genesis), { actor: '01'.repeat(16) }), { time: 0 }, (draft) => {
        draft.version = 2;
      }),
    ) as Uint8Array;
    const laptop = A.change(migrate(A.load<SearchDoc>(genesis), [migration]), (draft) => {
      draft.search['startedAt'] = 1;
    });
    const desktop = migrate(A.load<SearchDoc>(genesis), [migration]);
    const merged = A.merge(desktop, laptop);
    expect(merged.version).toBe(2);
    expect(A.getHeads(merged)).toEqual(A.getHeads(laptop));
    expect(migrate(merged, [migration])).toBe(merged);
  });
});

describe('commands', () => {
  it.each([
    [
      'an employer that is not there',
      {
        ...application,
        application: {
          ...(application as never as { application: object }).application,
          id: 'other',
          employer: 'nobody',
        },
      },
      'not-found',
    ],
    ['an id that is taken', employer, 'already-exists'],
    [
      'an interview that ends before it starts',
      { type: 'update-interview', id: 'panel', fields: { end: now - 1 } },
      'ends-before-it-starts',
    ],
    ['something unknown to delete', { type: 'delete', table: 'people', id: 'nobody', at: now }, 'not-found'],
    [
      'a batch of which one part is refused',
      {
        type: 'batch',
        commands: [
          { type: 'update-person', id: 'dana', fields: { name: 'D' } },
          { type: 'update-person', id: 'nobody', fields: {} },
        ],
      },
      'not-found',
    ],
  ])('%s is refused and changes nothing', async (_case, refused, type) => {
    const { document, changes } = await withBasics();
    const before = await document.exportJson(now);
    const told = changes.length;
    expect(await document.submit(command(refused as never))).toMatchObject({ ok: false, error: { type } });
    expect(await document.exportJson(now)).toBe(before);
    expect(changes).toHaveLength(told);
    await document.close();
  });

  it('marking a letter as sent logs the contact, does the follow-up and freezes the letter; undo takes all of it back', async () => {
    const { document } = await withBasics();
    const thanks = async () => (await document.outlook()).followUps.filter(({ kind }) => kind === 'thank').length;
    expect(await thanks()).toBe(1);
    await document.submit(
      command({ type: 'mark-letter-sent', id: 'letter', interaction: 'sent', at: now + 7_200_000 }),
    );
    expect(await thanks()).toBe(0);
    const file = JSON.parse(await document.exportJson(now)) as z.infer<typeof SearchFile>;
    expect(file.content.interactions).toMatchObject([
      { id: 'sent', purpose: 'thank-you', letter: 'letter', person: 'dana' },
    ]);
    const place = { table: 'letters', id: 'letter', field: 'body' } as never;
    const text = await document.readText(place);
    expect(text.ok && (await document.editText(place, text.value.version, [10, [0, 'x']]))).toMatchObject({
      ok: false,
      error: { type: 'letter-already-sent' },
    });
    expect(
      await document.submit(command({ type: 'mark-letter-sent', id: 'letter', interaction: 'again', at: now })),
    ).toMatchObject({
      ok: false,
      error: { type: 'letter-already-sent' },
    });
    expect(await document.undo()).toEqual({ ok: true, value: { label: 'mark-letter-sent', left: 0 } });
    expect(await thanks()).toBe(1);
    expect(await document.redo()).toMatchObject({ ok: true, value: { label: 'mark-letter-sent' } });
    expect(await thanks()).toBe(0);
    await document.close();
  });

  it('what is deleted comes back whole', async () => {
    const { document, changes } = await withBasics();
    const before = rowsAfter([await document.rows(null)]);
    await document.submit(command({ type: 'delete', table: 'applications', id: 'designer', at: now }));
    expect(rowsAfter(changes).has('applications/designer')).toBe(false);
    expect((await document.outlook()).followUps).toEqual([]);
    await document.submit(command({ type: 'restore', table: 'applications', id: 'designer' }));
    expect(rowsAfter([await document.rows(null)])).toEqual(before);
    await document.close();
  });
});

describe('rows', () => {
  it('what changed since some version adds up to what a fresh window gets', async () => {
    const { document, changes } = await openSearch(await freshFolder());
    const first = await document.rows(null);
    const steps: (readonly string[])[] = [first.heads];
    for (const one of sampleCommands(now, 'Europe/London')) {
      const submitted = await document.submit(one);
      if (submitted.ok) steps.push(submitted.value.heads);
    }
    const whole = rowsAfter([await document.rows(null)]);
    expect(whole.size).toBeGreaterThan(60);
    expect(rowsAfter([first, ...changes])).toEqual(whole);
    for (const [n, heads] of steps.entries()) {
      if (n % 7 !== 0) continue;
      const held = [first, ...changes.slice(0, n)];
      expect(rowsAfter([...held, await document.rows(heads)])).toEqual(whole);
    }
    expect((await document.rows(['0'.repeat(64)])).from).toBeNull();
    await document.close();
  });
});

describe('the documented file', () => {
  it('comes back as it went out, and its JSON Schema is the one in docs', async () => {
    const { document } = await openSearch(await freshFolder());
    for (const one of sampleCommands(now, 'Europe/London')) await document.submit(one);
    const json = await document.exportJson(now);
    const other = await openSearch(await freshFolder());
    expect(await other.document.importJson(json, now)).toMatchObject({ ok: true });
    expect(await other.document.exportJson(now)).toBe(json);
    expect(await other.document.importJson(json, now)).toEqual({ ok: true, value: 0 });
    await document.close();
    await other.document.close();
    const schema = JSON.parse(await readFile('docs/search.schema.json', 'utf8')) as unknown;
    expect(z.toJSONSchema(SearchFile, { io: 'input' })).toEqual(schema);
  });

  it.each([
    ['not JSON', '{', 'not JSON'],
    ['another format', '{"format":"x"}', 'format'],
    ['an unknown field', (json: string) => json.replace('"startedAt"', '"started"'), 'content.search'],
    [
      'a wrong stage',
      (json: string) => json.replace('"stage": "applied"', '"stage": "hired"'),
      'content.applications.0.stage',
    ],
    [
      'the same id twice',
      (json: string) => json.replace('"people": [', '"people": [{ "id": "dana", "createdAt": 1, "name": "Twin" },'),
      'people[1].id',
    ],
    [
      'a year that leads nowhere',
      (json: string) =>
        json.replace(
          '"promises": []',
          '"promises": [{ "id": "p", "createdAt": 1, "application": "designer", "saidAt": 1, "decisionBy": "9999-12-31" }]',
        ),
      'content.promises.0.decisionBy',
    ],
    [
      'a reference to nothing',
      (json: string) => json.replace('"employer": "brightwater"', '"employer": "gone"'),
      'applications[0].employer',
    ],
  ])('%s is refused whole with the place', async (_case, change, where) => {
    const { document } = await withBasics();
    const json = await document.exportJson(now);
    const other = await openSearch(await freshFolder());
    const before = await other.document.exportJson(now);
    const imported = await other.document.importJson(typeof change === 'string' ? change : change(json), now);
    expect(imported.ok ? '' : imported.error.what).toContain(where);
    expect(await other.document.exportJson(now)).toBe(before);
    await document.close();
    await other.document.close();
  });
});

describe('what cannot be understood', () => {
  it('is left out alone', () => {
    let doc = A.load<SearchDoc>(genesis);
    for (const one of basics) {
      const applied = apply(doc, one);
      if (applied.ok) doc = applied.value.doc;
    }
    doc = A.change(doc, (draft) => {
      (draft.people as Record<string, unknown>)['broken'] = { name: 5 };
      draft.settings['thankYouDueHours'] = -4;
      (draft.applications['designer'] as Record<string, unknown>)['fromLater'] = 'a newer field';
    });
    const facts = factsOf(doc);
    expect(Object.keys(facts.people)).toEqual(['dana']);
    expect(facts.settings.thankYouDueHours).toBe(24);
    expect(Object.keys(facts.applications)).toEqual(['designer']);
    expect(readSearchJson(writeSearchJson(facts, now)).ok).toBe(true);
  });
});

describe('typing', () => {
  const place = { table: 'letters', id: 'letter', field: 'body' } as never;

  it('cannot empty a letter that was sent, nor make a text too long to be read again', async () => {
    const { document } = await withBasics();
    const text = await document.readText(place);
    if (!text.ok) throw new Error(text.error.type);
    const { version } = text.value;
    expect(await document.editText(place, version, [10, [0, 'x'.repeat(100_001)]])).toMatchObject({
      ok: false,
      error: { type: 'invalid', what: 'too-long' },
    });
    await document.submit(command({ type: 'mark-letter-sent', id: 'letter', interaction: 'sent', at: now }));
    expect(await document.editText(place, version, [[10]])).toMatchObject({
      ok: false,
      error: { type: 'letter-already-sent' },
    });
    await document.close();
  });
});
