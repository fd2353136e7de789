import { emptyFacts, tables, type Facts, type Table } from '#shared/facts/facts.ts';

/** A made-up search of `count` applications, one in two with an interview of two people, the same for every call. */
export const madeSearch = (count: number): Facts => {
  const facts = emptyFacts() as unknown as Record<string, Record<string, unknown>>;
  const start = Date.UTC(2026, 0, 5, 9);
  const add = (table: Table, entity: { readonly id: string; readonly [field: string]: unknown }): void => {
    (facts[table] ??= {})[entity.id] = tables[table].parse({ createdAt: start, ...entity });
  };
  const stages = ['applied', 'interviewing', 'rejected', 'interviewing'] as const;
  for (let n = 0; n < count; n += 1) {
    const at = start + n * 3_600_000;
    add('employers', { id: `e${n}`, name: `Employer ${n}` });
    add('applications', {
      id: `a${n}`,
      employer: `e${n}`,
      role: `Role ${n % 40}`,
      stage: stages[n % stages.length],
      stageAt: at,
      notes: 'Found through a friend who works there; the team is small and everybody presents their own work. '.repeat(
        2,
      ),
    });
    if (n % 2 === 0) continue;
    for (const person of [`p${n}a`, `p${n}b`]) add('people', { id: person, name: `Person ${person}` });
    add('interviews', {
      id: `i${n}`,
      application: `a${n}`,
      round: 1,
      kind: 'panel',
      start: at + 86_400_000,
      end: at + 90_000_000,
      zone: 'Europe/London',
      interviewers: { [`p${n}a`]: true, [`p${n}b`]: true },
      debriefedAt: at + 91_000_000,
    });
    add('interactions', {
      id: `x${n}`,
      employer: `e${n}`,
      application: `a${n}`,
      direction: 'outgoing',
      medium: 'email',
      purpose: 'progress',
      at: at + 10 * 86_400_000,
    });
    if (n % 3 === 0)
      add('promises', { id: `q${n}`, application: `a${n}`, decisionBy: '2026-06-12', saidAt: at + 90_000_000 });
  }
  (facts as Record<string, unknown>)['search'] = { startedAt: start };
  return facts as unknown as Facts;
};
