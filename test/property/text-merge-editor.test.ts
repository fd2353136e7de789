import * as A from '@automerge/automerge';
import { ChangeSet, Text } from '@codemirror/state';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { SearchDoc } from '#main/document/genesis.ts';
import { mergeText, textAt } from '#main/document/text-merge.ts';
import { createTextSession, type TextPort } from '#renderer/editor/text-session.ts';
import type { CommandError } from '#shared/command.ts';
import type { ProsePlace } from '#shared/facts/facts.ts';
import { LetterId } from '#shared/facts/value.ts';
import { err, ok } from '#shared/result.ts';

const place = { table: 'letters', id: LetterId.parse('one'), field: 'body' } as const satisfies ProsePlace;

/** What happens next, at machine or editor number `who`; numbers are taken modulo what there is. */
type Step =
  | {
      readonly type: 'type';
      readonly who: number;
      readonly at: number;
      readonly remove: number;
      readonly insert: number;
    }
  | { readonly type: 'rest'; readonly who: number }
  | { readonly type: 'deliver'; readonly who: number; readonly fate: 'taken' | 'refused' | 'lost' }
  | { readonly type: 'answer'; readonly who: number }
  | { readonly type: 'sync' }
  | { readonly type: 'row'; readonly who: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant('type' as const),
      who: fc.nat(2),
      at: fc.nat(1_000),
      remove: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.nat(4)),
      insert: fc.nat(4),
    }),
  },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('rest' as const), who: fc.nat(2) }) },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('deliver' as const),
      who: fc.nat(2),
      fate: fc.oneof(
        { weight: 8, arbitrary: fc.constant('taken' as const) },
        fc.constant('refused' as const),
        fc.constant('lost' as const),
      ),
    }),
  },
  { weight: 4, arbitrary: fc.record({ type: fc.constant('answer' as const), who: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.constant({ type: 'sync' as const }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('row' as const), who: fc.nat(2) }) },
);

it('keeps every keystroke of three editors on two machines, and all show the same text in the end', async () => {
  let merges = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 80 }), async (steps) => {
      const run = await openRun();
      for (const one of steps) await run.take(one);
      await run.settle();
      merges += run.overtaken();

      const [first, ...others] = run.texts();
      for (const other of others) expect(other).toBe(first);
      expect([...run.inserted].filter((char) => !run.removed.has(char) && !first?.includes(char))).toEqual([]);
      const seen = (first ?? '').split('').filter((char) => char !== '\n');
      expect(new Set(seen).size).toBe(seen.length);
      run.close();
    }),
    { numRuns: 300 },
  );
  // Otherwise nothing was shown about concurrent typing.
  expect(merges).toBeGreaterThan(100);
});

interface Machine {
  doc: A.Doc<SearchDoc>;
}

/** Two machines, the second a replica of the first; editors 0 and 1 sit at the first, 2 at the second. */
const openRun = async () => {
  let born = 0x4e00;
  const newChar = () => String.fromCodePoint((born += 1));
  const inserted = new Set<string>();
  const removed = new Set<string>();
  const begun = `${newChar()}${newChar()}\n${newChar()}`;
  for (const char of begun) if (char !== '\n') inserted.add(char);
  const origin = A.from({ letters: { one: { body: begun } } }) as unknown as A.Doc<SearchDoc>;
  const machines: readonly [Machine, Machine] = [{ doc: origin }, { doc: A.clone(origin) }];
  let overtaken = 0;

  const openEditor = (machine: Machine) => {
    let text: Text = Text.empty;
    let rest: (() => void) | null = null;
    let message: ((fate: 'taken' | 'refused' | 'lost') => void) | null = null;
    let answer: (() => void) | null = null;
    const port: TextPort = {
      read: () => Promise.resolve(ok({ text: textAt(machine.doc, place) ?? '', version: A.getHeads(machine.doc) })),
      edit: ({ version, changes }) =>
        new Promise((resolve, reject) => {
          message = (fate) => {
            message = null;
            const result = fate === 'taken' ? merge(machine, version, changes) : null;
            answer = () => {
              answer = null;
              if (fate === 'lost') reject(new Error('the worker is gone'));
              else resolve(result ?? err<CommandError>({ type: 'not-saved', because: 'the disk is full' }));
            };
          };
        }),
    };
    const session = createTextSession({
      port,
      later: (run) => {
        rest = run;
        return () => {
          if (rest === run) rest = null;
        };
      },
    });
    session.attach({
      onOpen: (opened) => {
        text = opened;
      },
      onRemote: (changes) => {
        text = changes.apply(text);
      },
      onStanding: () => undefined,
    });
    return {
      session,
      machine,
      text: () => text.toString(),
      type: (changes: ChangeSet) => {
        text = changes.apply(text);
        session.typed(changes);
      },
      length: () => text.length,
      slice: (from: number, to: number) => text.sliceString(from, to),
      rest: () => {
        const run = rest;
        rest = null;
        run?.();
      },
      deliver: (fate: 'taken' | 'refused' | 'lost') => message?.(fate),
      answer: () => answer?.(),
      isBusy: () => rest !== null || message !== null || answer !== null,
    };
  };

  const merge: (
    machine: Machine,
    version: readonly string[],
    changes: Parameters<typeof mergeText>[3],
  ) => Awaited<ReturnType<TextPort['edit']>> = (machine, version, changes) => {
    if (!A.equals(A.getHeads(machine.doc), version)) overtaken += 1;
    const merged = mergeText(machine.doc, place, version, changes);
    if (!merged.ok) throw new Error(merged.error);
    machine.doc = merged.value.doc;
    return ok({ version: merged.value.version, changes: merged.value.changes, notSaved: null });
  };

  const editors = [openEditor(machines[0]), openEditor(machines[0]), openEditor(machines[1])] as const;
  const editor = (n: number) => editors[n % 3] ?? editors[0];
  const sync = () => {
    machines[0].doc = A.merge(machines[0].doc, machines[1].doc);
    machines[1].doc = A.merge(machines[1].doc, machines[0].doc);
  };
  const showRow = (one: (typeof editors)[number]) => one.session.rowShows(textAt(one.machine.doc, place) ?? '');

  const take = async (one: Step): Promise<void> => {
    switch (one.type) {
      case 'type': {
        const to = editor(one.who);
        const from = one.at % (to.length() + 1);
        const until = Math.min(from + one.remove, to.length());
        for (const char of to.slice(from, until)) removed.add(char);
        const insert = Array.from({ length: one.insert }, (_, n) => (n === 2 ? '\n' : newChar())).join('');
        for (const char of insert) if (char !== '\n') inserted.add(char);
        to.type(ChangeSet.of({ from, to: until, insert: Text.of(insert.split('\n')) }, to.length()));
        break;
      }
      case 'rest':
        editor(one.who).rest();
        break;
      case 'deliver':
        editor(one.who).deliver(one.fate);
        break;
      case 'answer':
        editor(one.who).answer();
        break;
      case 'sync':
        sync();
        break;
      case 'row':
        showRow(editor(one.who));
        break;
    }
    await turnOver();
  };

  await turnOver();
  return {
    take,
    inserted,
    removed,
    texts: () => [...editors.map((one) => one.text()), ...machines.map(({ doc }) => textAt(doc, place) ?? '')],
    overtaken: () => overtaken,
    /** Lets everything come to rest: messages arrive, machines meet, rows are shown. */
    settle: async () => {
      for (let round = 0; round < 4; round += 1) {
        for (let turns = 0; turns < 50 && editors.some((one) => one.isBusy()); turns += 1) {
          for (const one of editors) {
            one.rest();
            await turnOver();
            one.deliver('taken');
            await turnOver();
            one.answer();
            await turnOver();
          }
        }
        expect(editors.some((one) => one.isBusy())).toBe(false);
        sync();
        for (const one of editors) showRow(one);
        await turnOver();
      }
      for (const one of editors) expect(one.session.isSettled()).toBe(true);
    },
    close: () => {
      for (const { doc } of machines) A.free(doc);
    },
  };
};

/** Until everything promised so far has been carried on. */
const turnOver = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
