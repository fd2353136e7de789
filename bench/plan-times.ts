import { indexFacts } from '#shared/facts-index.ts';
import type { EmployerId } from '#shared/facts/value.ts';
import { plan, planEmployer } from '#shared/plan.ts';
import { writeSearchJson } from '#main/exchange/search-json.ts';
import { madeSearch } from './made-search.ts';

export interface PlanTime {
  readonly applications: number;
  readonly followUps: number;
  /** ms for everything, the first time and with remembered zone answers. */
  readonly first: number;
  readonly again: number;
  /** ms after one change: the index of one table and the plan of one employer. */
  readonly oneChange: number;
}

const median = (times: readonly number[]): number => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;

const timed = (work: () => unknown): number => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

export const planTimes = (): readonly PlanTime[] =>
  [100, 1_000, 5_000].map((applications) => {
    const facts = madeSearch(applications);
    const planAll = () => plan(facts, facts.settings, 'Europe/London');
    const first = timed(planAll);
    const again = median(Array.from({ length: 5 }, () => timed(planAll)));
    const index = indexFacts(facts);
    const oneChange = median(
      Array.from({ length: 21 }, (_, n) =>
        timed(() => {
          const changed = { ...facts, interactions: { ...facts.interactions } };
          planEmployer(indexFacts(changed, index), `e${n * 2 + 1}` as EmployerId, facts.settings, 'Europe/London');
        }),
      ),
    );
    return { applications, followUps: planAll().followUps.length, first, again, oneChange };
  });

/** A search of that size as a file to import. */
export const madeSearchJson = (applications: number): string => writeSearchJson(madeSearch(applications), 0);
