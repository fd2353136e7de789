import * as A from '@automerge/automerge';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply } from '#main/document/apply.ts';
import { factsOf, touchedBetween, updateFacts } from '#main/document/facts-of-document.ts';
import { genesis, type SearchDoc } from '#main/document/genesis.ts';
import { reverse, type Deed } from '#main/document/undo.ts';
import { readSearchJson, writeSearchJson } from '#main/exchange/search-json.ts';
import { commandLabel, type Command } from '#shared/command.ts';
import { emptyFacts, tableNames, type Facts } from '#shared/facts/facts.ts';
import { arbitraryCommands } from '#support/arbitrary-commands.ts';
import { planOf } from '#support/facts-builder.ts';

const fresh = (): A.Doc<SearchDoc> => A.load<SearchDoc>(genesis);

const applyAll = (doc: A.Doc<SearchDoc>, commands: readonly Command[]) => {
  const deeds: Deed[] = [];
  let refused = 0;
  let current = doc;
  for (const command of commands) {
    const applied = apply(current, command);
    if (!applied.ok) refused += 1;
    else {
      current = applied.value.doc;
      deeds.push({ label: commandLabel(command), writes: applied.value.writes });
    }
  }
  return { doc: current, deeds, refused };
};

/** What a user sees of the facts: what is deleted or taken off counts as not there. */
const visible = (facts: Facts): unknown => {
  const strip = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value)
        .filter(([, inner]) => inner !== false && (inner as { removed?: unknown } | null)?.removed !== true)
        .map(([key, inner]) => [key, strip(inner)] as const)
        .filter(([key]) => key !== 'stageHistory')
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    );
  };
  return Object.fromEntries([
    ...tableNames.map((table) => [
      table,
      Object.values(facts[table])
        .filter(({ deletedAt }) => deletedAt === null)
        .toSorted((a, b) => (a.id < b.id ? -1 : 1))
        .map(strip),
    ]),
    ['settings', strip(facts.settings)],
    ['search', facts.search],
  ]);
};

describe('laws of the document', () => {
  it('a refused command leaves the very same document, and nothing throws', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(arbitraryCommands, (commands) => {
        let doc = fresh();
        for (const command of commands) {
          const heads = A.getHeads(doc).join();
          const applied = apply(doc, command);
          if (applied.ok) {
            doc = applied.value.doc;
            accepted += 1;
          } else {
            refused += 1;
            expect(A.getHeads(doc).join()).toBe(heads);
          }
        }
        A.free(doc);
      }),
      { numRuns: 60 },
    );
    expect(accepted).toBeGreaterThan(300);
    expect(refused).toBeGreaterThan(100);
  });

  it('facts kept up change by change are those read anew', () => {
    fc.assert(
      fc.property(arbitraryCommands, (commands) => {
        let doc = fresh();
        let facts = factsOf(doc);
        for (const command of commands) {
          const before = A.getHeads(doc);
          const applied = apply(doc, command);
          if (applied.ok) doc = applied.value.doc;
          facts = updateFacts(facts, doc, touchedBetween(doc, before, A.getHeads(doc)));
        }
        expect(facts).toEqual(factsOf(doc));
        A.free(doc);
      }),
      { numRuns: 60 },
    );
  });

  it('undoing everything gives back what was there, doing it again what there was after', () => {
    fc.assert(
      fc.property(arbitraryCommands, (commands) => {
        const done = applyAll(fresh(), commands);
        const after = visible(factsOf(done.doc));
        let doc = done.doc;
        const undone: Deed[] = [];
        for (const deed of done.deeds.toReversed()) {
          const step = reverse(doc, deed);
          expect(step.left).toBe(0);
          doc = step.doc;
          undone.push(step.reversed);
        }
        expect(visible(factsOf(doc))).toEqual(visible(emptyFacts()));
        for (const deed of undone.toReversed()) doc = reverse(doc, deed).doc;
        expect(visible(factsOf(doc))).toEqual(after);
        A.free(doc);
      }),
      { numRuns: 60 },
    );
  });

  it('two machines that exchange everything, in any order and twice, hold the same facts and the same plan', () => {
    fc.assert(
      fc.property(arbitraryCommands, arbitraryCommands, fc.integer({ min: 1, max: 5 }), (one, other, pieces) => {
        let laptop = fresh();
        let desktop = A.clone(fresh());
        const size = Math.ceil(Math.max(one.length, other.length) / pieces);
        for (let n = 0; n < pieces; n += 1) {
          laptop = applyAll(laptop, one.slice(n * size, (n + 1) * size)).doc;
          desktop = applyAll(desktop, other.slice(n * size, (n + 1) * size)).doc;
          if (n % 2 === 0) laptop = A.merge(laptop, A.clone(desktop));
        }
        laptop = A.merge(laptop, A.clone(desktop));
        desktop = A.merge(A.merge(desktop, A.clone(laptop)), A.clone(laptop));
        expect(factsOf(desktop)).toEqual(factsOf(laptop));
        expect(planOf(factsOf(desktop))).toEqual(planOf(factsOf(laptop)));
        A.free(laptop);
        A.free(desktop);
      }),
      { numRuns: 40 },
    );
  });

  it('survives being saved and loaded, and written and read as JSON', () => {
    fc.assert(
      fc.property(arbitraryCommands, (commands) => {
        const { doc } = applyAll(fresh(), commands);
        const loaded = A.load<SearchDoc>(A.save(doc));
        expect(A.getHeads(loaded)).toEqual(A.getHeads(doc));
        const facts = factsOf(loaded);
        const json = writeSearchJson(facts, 0);
        const content = readSearchJson(json);
        expect(content.ok).toBe(true);
        if (content.ok) {
          const imported = applyAll(fresh(), [{ type: 'import-search', content: content.value, at: 1 }]);
          expect(imported.refused).toBe(0);
          const back = factsOf(imported.doc);
          for (const table of tableNames) expect(back[table]).toEqual(facts[table]);
          expect(back.settings).toEqual(facts.settings);
          A.free(imported.doc);
        }
        A.free(doc);
        A.free(loaded);
      }),
      { numRuns: 40 },
    );
  });
});
