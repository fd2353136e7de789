import { Dexie } from 'dexie';
import { zoneNow } from '#renderer/clock.ts';
import { indexedDB, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { followRows, type RowSource } from '#renderer/store/follow-rows.ts';
import { applyChange, headsOf, openReadModel, type ReadModel } from '#renderer/store/read-model.ts';
import { Application } from '#shared/facts/application.ts';
import { Employer } from '#shared/facts/employer.ts';
import { emptyFacts } from '#shared/facts/facts.ts';
import { defaultSettings } from '#shared/facts/settings.ts';
import { EmployerId } from '#shared/facts/value.ts';
import { indexFacts } from '#shared/facts-index.ts';
import { plan, planEmployer } from '#shared/plan.ts';
import { planRows, rowsVersion, type RowsChange } from '#shared/rows.ts';

Dexie.dependencies.indexedDB = indexedDB;
Dexie.dependencies.IDBKeyRange = IDBKeyRange;

const employer = (id: string, name: string) => ({
  table: 'employers' as const,
  row: Employer.parse({ id, createdAt: 0, name }),
});

const change = (from: readonly string[] | null, heads: readonly string[], ...puts: RowsChange['puts']): RowsChange => ({
  from,
  heads,
  replanned: [],
  puts,
  deletes: [],
});

const names = async (model: ReadModel) => (await model.employers.toArray()).map(({ name }) => name).toSorted();

// Not after a test: what still follows then would take it for a deletion under it, and rebuild.
beforeEach(() => Dexie.delete('afterword-own'));

describe('applying a change', () => {
  const opened = () => {
    const model = openReadModel('own');
    onTestFinished(() => model.close());
    return model;
  };

  it('fills an empty database and remembers the version it shows', async () => {
    const model = opened();
    expect(await headsOf(model)).toBeNull();
    expect(await applyChange(model, change(null, ['a'], employer('e1', 'Brightwater')))).toBe('applied');
    expect(await names(model)).toEqual(['Brightwater']);
    expect(await headsOf(model)).toEqual(['a']);
  });

  it('puts and deletes on top of what is there', async () => {
    const model = opened();
    await applyChange(model, change(null, ['a'], employer('e1', 'Brightwater'), employer('e2', 'Oakline')));
    await applyChange(model, {
      from: ['a'],
      heads: ['b', 'c'],
      replanned: [],
      puts: [employer('e1', 'Brightwater Ltd')],
      deletes: [{ table: 'employers', id: 'e2' }],
    });
    expect(await names(model)).toEqual(['Brightwater Ltd']);
    // Heads are a set.
    expect(await applyChange(model, change(['c', 'b'], ['d'], employer('e3', 'Kestrel')))).toBe('applied');
  });

  it('takes away what the plan of an employer no longer holds', async () => {
    const model = opened();
    const at = Date.UTC(2026, 4, 12);
    const [first, second] = (['saved', 'applied'] as const).map((stage) => {
      const application = Application.parse({
        id: 'a1',
        createdAt: 0,
        employer: 'e1',
        role: 'Designer',
        stage,
        stageAt: at,
      });
      const other = Application.parse({ ...application, id: 'a2', employer: 'e2', stage: 'saved' });
      const facts = {
        ...emptyFacts(),
        employers: { e1: employer('e1', 'Brightwater').row, e2: employer('e2', 'Oakline').row },
        applications: { a1: application, a2: other },
      };
      return facts;
    });
    if (first === undefined || second === undefined) throw new Error('two states are compared');
    const before = planRows(indexFacts(first), plan(first, defaultSettings, 'UTC'));
    await applyChange(model, change(null, ['a'], ...before));
    const after = planRows(
      indexFacts(second),
      planEmployer(indexFacts(second), EmployerId.parse('e1'), defaultSettings, 'UTC'),
    );
    await applyChange(model, { ...change(['a'], ['b'], ...after), replanned: [EmployerId.parse('e1')] });
    const ids = await model.followUps.toCollection().primaryKeys();
    expect(ids.toSorted()).toEqual(
      planRows(indexFacts(second), plan(second, defaultSettings, 'UTC'))
        .flatMap(({ table, row }) => (table === 'followUps' ? [row.id as string] : []))
        .toSorted(),
    );
    expect(ids).not.toContain('follow-up-every-application/a1/apply');
    expect(await model.standings.count()).toBe(2);
  });

  it('refuses a change that starts elsewhere, and changes nothing', async () => {
    const model = opened();
    await applyChange(model, change(null, ['a'], employer('e1', 'Brightwater')));
    expect(await applyChange(model, change(['x'], ['y'], employer('e2', 'Oakline')))).toBe('outdated');
    expect(await names(model)).toEqual(['Brightwater']);
    expect(await headsOf(model)).toEqual(['a']);
  });

  it('takes a change twice as once', async () => {
    const model = opened();
    await applyChange(model, change(null, ['a']));
    const next = change(['a'], ['b'], employer('e1', 'Brightwater'));
    expect(await applyChange(model, next)).toBe('applied');
    expect(await applyChange(model, next)).toBe('applied');
    expect(await headsOf(model)).toEqual(['b']);
  });

  it('clears what was there when it is to begin anew', async () => {
    const model = opened();
    await applyChange(model, change(null, ['a'], employer('e1', 'Brightwater')));
    await applyChange(model, change(null, ['b'], employer('e2', 'Oakline')));
    expect(await names(model)).toEqual(['Oakline']);
  });

  it('builds on nothing where the rows are of another version', async () => {
    const model = opened();
    await applyChange(model, change(null, ['a'], employer('e1', 'Brightwater')));
    await model.meta.put({ id: 'rows', heads: ['a'], rowsVersion: rowsVersion - 1, zone: zoneNow() });
    expect(await headsOf(model)).toBeNull();
    expect(await applyChange(model, change(['a'], ['b']))).toBe('outdated');
  });

  it('leaves rows and version as they were when it fails half way', async () => {
    const model = opened();
    await applyChange(model, change(null, ['a'], employer('e1', 'Brightwater')));
    const broken = { ...employer('e3', 'Broken'), row: { name: 'has no id' } } as unknown as RowsChange['puts'][number];
    await expect(applyChange(model, change(['a'], ['b'], employer('e2', 'Oakline'), broken))).rejects.toThrow();
    expect(await names(model)).toEqual(['Brightwater']);
    expect(await headsOf(model)).toEqual(['a']);
  });

  it('holds five thousand applications', async () => {
    const model = opened();
    const puts = Array.from({ length: 5_000 }, (_, n) => ({
      table: 'applications' as const,
      row: Application.parse({
        id: `a${n}`,
        createdAt: 0,
        employer: `e${n % 900}`,
        role: `Role ${n}`,
        stage: 'applied',
        stageAt: 0,
      }),
    }));
    await applyChange(model, change(null, ['a'], ...puts));
    expect(await model.applications.count()).toBe(5_000);
    expect(await model.applications.where('employer').equals('e7').count()).toBe(6);
  });
});

describe('following main', () => {
  /** Main's side: a line of versions, each a state of the employers, of which the newest is told. */
  const createMain = () => {
    const versions: { readonly heads: string; readonly employers: ReadonlyMap<string, string> }[] = [
      { heads: 'v0', employers: new Map() },
    ];
    const listeners = new Set<(change: RowsChange) => void>();
    const asked: (readonly string[] | null)[] = [];
    const newest = () => versions.at(-1) ?? versions[0];
    const since = (heads: readonly string[] | null): RowsChange => {
      const from = versions.find((version) => version.heads === heads?.[0]);
      const to = newest();
      const before = from?.employers ?? new Map<string, string>();
      return {
        from: from === undefined ? null : [from.heads],
        heads: [to?.heads ?? ''],
        replanned: [],
        puts: [...(to?.employers ?? [])]
          .filter(([id, name]) => before.get(id) !== name)
          .map(([id, name]) => employer(id, name)),
        deletes: [...before.keys()]
          .filter((id) => to?.employers.has(id) !== true)
          .map((id) => ({ table: 'employers', id })),
      };
    };
    const source: RowSource = {
      rows: (input) => {
        asked.push(input?.heads ?? null);
        return Promise.resolve(since(input?.heads ?? null));
      },
      on: {
        rows: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
    };
    return {
      source,
      asked,
      /** A change of the document; `isTold` false means that its push is lost. */
      set: (id: string, name: string | null, isTold = true) => {
        const before = newest();
        const employers = new Map(before?.employers);
        if (name === null) employers.delete(id);
        else employers.set(id, name);
        versions.push({ heads: `v${versions.length}`, employers });
        if (isTold) for (const listener of listeners) listener(since([before?.heads ?? '']));
      },
      push: (change: RowsChange) => {
        for (const listener of listeners) listener(change);
      },
      names: () => [...(newest()?.employers.values() ?? [])].toSorted(),
    };
  };

  const follow = (source: RowSource) => {
    const seen: { model: ReadModel | null; failure: unknown; models: number } = {
      model: null,
      failure: null,
      models: 0,
    };
    const followed = followRows('own', source, {
      onModel: (model) => {
        seen.model = model;
        seen.models += 1;
      },
      onApplied: () => undefined,
      onFailure: (cause) => {
        seen.failure = cause;
      },
    });
    onTestFinished(followed.stop);
    const rows = () => (seen.model === null ? Promise.reject(new Error('no model')) : names(seen.model));
    return { ...followed, seen, rows };
  };

  it('fills from nothing, then asks only for what changed since', async () => {
    const main = createMain();
    main.set('e1', 'Brightwater');
    const first = follow(main.source);
    await first.settled();
    expect(await first.rows()).toEqual(['Brightwater']);
    first.stop();
    main.set('e2', 'Oakline');
    const second = follow(main.source);
    await second.settled();
    expect(main.asked).toEqual([null, ['v1']]);
    expect(await second.rows()).toEqual(main.names());
  });

  it('hands out the rows of last time before main has answered', async () => {
    const main = createMain();
    main.set('e1', 'Brightwater');
    const first = follow(main.source);
    await first.settled();
    first.stop();
    const silent = follow({ ...main.source, rows: () => new Promise(() => undefined) });
    expect(await silent.rows()).toEqual(['Brightwater']);
  });

  it('loses no push that comes before the first answer', async () => {
    const main = createMain();
    const answers: (() => void)[] = [];
    const slow: RowSource = {
      ...main.source,
      rows: async (input) => {
        const answer = await main.source.rows(input);
        await new Promise<void>((resolve) => answers.push(resolve));
        return answer;
      },
    };
    const followed = follow(slow);
    await expect.poll(() => answers.length).toBe(1);
    main.set('e1', 'Brightwater');
    answers[0]?.();
    await followed.settled();
    expect(await followed.rows()).toEqual(['Brightwater']);
  });

  it('asks again when a push was lost', async () => {
    const main = createMain();
    const followed = follow(main.source);
    await followed.settled();
    main.set('e1', 'Brightwater', false);
    main.set('e2', 'Oakline');
    await followed.settled();
    expect(await followed.rows()).toEqual(['Brightwater', 'Oakline']);
    expect(main.asked).toEqual([null, ['v0']]);
  });

  it('comes back when its database is deleted under it', async () => {
    const main = createMain();
    main.set('e1', 'Brightwater');
    const followed = follow(main.source);
    await followed.settled();
    await Dexie.delete('afterword-own');
    await expect.poll(() => followed.seen.models).toBe(2);
    expect(await followed.rows()).toEqual(['Brightwater']);
    main.set('e2', 'Oakline');
    await followed.settled();
    expect(await followed.rows()).toEqual(['Brightwater', 'Oakline']);
  });

  it('replaces a database that another version of the app has left', async () => {
    const foreign = new Dexie('afterword-own');
    foreign.version(99).stores({ employers: '++number' });
    await foreign.table('employers').put({ name: 'from elsewhere' });
    foreign.close();
    const main = createMain();
    main.set('e1', 'Brightwater');
    const followed = follow(main.source);
    await followed.settled();
    expect(await followed.rows()).toEqual(['Brightwater']);
    expect(await followed.seen.model?.employers.get('e1')).toMatchObject({ name: 'Brightwater' });
    expect(followed.seen.failure).toBeNull();
  });

  it('replaces a database in which writing fails', async () => {
    const main = createMain();
    main.set('e1', 'Brightwater');
    const followed = follow(main.source);
    await followed.settled();
    // A row that cannot be kept stands for every other reason why a transaction fails.
    main.push({ ...change(['v1'], ['v2']), puts: [{ table: 'employers', row: {} as never }] });
    await followed.settled();
    expect(followed.seen.models).toBe(2);
    expect(await followed.rows()).toEqual(['Brightwater']);
  });

  it('says so, once, when rows cannot be had at all', async () => {
    const main = createMain();
    const followed = follow({ ...main.source, rows: () => Promise.reject(new Error('main does not answer')) });
    await followed.settled();
    expect(followed.seen.failure).toEqual(new Error('main does not answer'));
  });
});
