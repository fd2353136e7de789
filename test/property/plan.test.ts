import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adviceIds } from '#shared/advice.ts';
import { factsWith, planOf } from '#support/facts-builder.ts';
import { bundleForNode } from '#support/bundle.ts';
import { arbitraryFacts, zones } from '#support/arbitrary-facts.ts';

describe('laws of the plan', () => {
  it('is deterministic, and does not depend on the order of the facts', () => {
    fc.assert(
      fc.property(arbitraryFacts, fc.constantFrom(...zones), (facts, zone) => {
        const reversed = Object.fromEntries(
          Object.entries(facts).map(([table, entities]) => [
            table,
            table === 'settings' || table === 'search'
              ? entities
              : Object.fromEntries(Object.entries(entities as object).toReversed()),
          ]),
        ) as typeof facts;
        expect(planOf(reversed, zone)).toEqual(planOf(facts, zone));
      }),
      { numRuns: 300 },
    );
  });

  it('is never due before its cause, has windows in order, names a known rule, and every id is unique', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryFacts, fc.constantFrom(...zones), (facts, zone) => {
        const { followUps } = planOf(facts, zone);
        seen += followUps.length;
        expect(new Set(followUps.map(({ id }) => id)).size).toBe(followUps.length);
        for (const { window, because, rule, alsoRules } of followUps) {
          expect(window.due).toBeGreaterThanOrEqual(because.at);
          expect(window.from).toBeLessThanOrEqual(window.due);
          expect(window.due).toBeLessThanOrEqual(window.until);
          for (const one of [rule, ...alsoRules]) expect(adviceIds).toContain(one);
        }
      }),
      { numRuns: 500 },
    );
    // A law that was never tried holds for nothing.
    expect(seen).toBeGreaterThan(1_000);
  });

  it('proposes contacts with one employer only one at a time, never inside the cool-down', () => {
    let contactsSeen = 0;
    fc.assert(
      fc.property(arbitraryFacts, fc.constantFrom(...zones), (facts, zone) => {
        const { followUps, allowances } = planOf(facts, zone);
        for (const { employer, allowance } of allowances) {
          const contacts = followUps.filter(
            (one) => one.employer === employer && one.isContact && one.state === 'open',
          );
          contactsSeen += contacts.length;
          expect(allowance.used + contacts.length).toBeLessThanOrEqual(Math.max(allowance.used, allowance.limit));
          for (const [n, contact] of contacts.toSorted((a, b) => a.window.from - b.window.from).entries()) {
            if (allowance.nextGoodAt !== null) expect(contact.window.from).toBeGreaterThanOrEqual(allowance.nextGoodAt);
            const before = contacts.toSorted((a, b) => a.window.from - b.window.from)[n - 1];
            if (before !== undefined) expect(contact.window.from).toBeGreaterThanOrEqual(before.window.until);
          }
        }
      }),
      { numRuns: 500 },
    );
    expect(contactsSeen).toBeGreaterThan(100);
  });

  it('plans the furthest days that a fact may name', () => {
    for (const end of [0, Date.UTC(8999, 11, 31, 23)]) {
      const facts = factsWith({
        applications: [{ id: 'designer', stage: 'interviewing', stageAt: end, createdAt: end }],
        interviews: [{ id: 'x', start: end, end, createdAt: end, debriefedAt: end }],
        promises: [{ id: 'q', decisionBy: end === 0 ? '1900-01-01' : '8999-12-31', saidAt: end }],
        steps: [{ id: 's', on: end === 0 ? '1900-01-01' : '8999-12-31', createdAt: end }],
      });
      for (const zone of zones) expect(planOf(facts, zone).followUps.length).toBeGreaterThan(3);
    }
  });

  it('ignores facts that it does not know, and references that lead nowhere', () => {
    fc.assert(
      fc.property(arbitraryFacts, (facts) => {
        const withoutPeople = { ...facts, people: {}, references: {} };
        expect(() => planOf(withoutPeople)).not.toThrow();
        const strange = factsWith({ interviews: [{ id: 'x', start: 1, end: 2, application: 'nowhere' }] });
        expect(planOf(strange).followUps.some(({ interview }) => interview === 'x')).toBe(false);
      }),
      { numRuns: 100 },
    );
  });

  it('is the same under three time zones of the machine', async () => {
    const fingerprint = await bundleForNode('test/support/plan-fingerprint.ts');
    const outputs = ['UTC', 'America/St_Johns', 'Pacific/Kiritimati'].map((TZ) =>
      execFileSync(process.execPath, [fingerprint], { env: { ...process.env, TZ }, encoding: 'utf8' }),
    );
    expect(Number(outputs[0]?.split(' ')[0])).toBeGreaterThan(500);
    expect(new Set(outputs).size).toBe(1);
  });
});
