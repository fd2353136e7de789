import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { useNow } from '#renderer/clock.ts';
import type { Allowance } from '#shared/allowance.ts';
import { isActive, type Application } from '#shared/facts/application.ts';
import type { Instant } from '#shared/facts/value.ts';
import { isNow } from '#shared/follow-up.ts';
import type { FollowUpRow, StandingRow } from '#shared/rows.ts';
import { coverageOf, standingAt, type Coverage, type Standing } from '#shared/standing.ts';
import type { ReadModel } from './read-model.ts';
import { useQuery } from './store.ts';

/** One application as the lists show it. */
export interface ApplicationOverview {
  readonly application: Application;
  readonly employerName: string;
  readonly standing: Standing;
  readonly allowance: Allowance | null;
}

/** Everything at one moment: what the sidebar counts and what Today and Applications list. */
export interface Overview {
  readonly at: Instant;
  /** By employer, then role. */
  readonly applications: readonly ApplicationOverview[];
  /** Open follow-ups, by their due instants; resolved ones are not here. */
  readonly followUps: readonly FollowUpRow[];
  /** What there is to do now, choosing a next step apart, by due instants. */
  readonly now: readonly FollowUpRow[];
  readonly coverage: Coverage;
  readonly activeCount: number;
}

/** The overview, or undefined until the first rows are there. */
export const useOverview = (): Overview | undefined => useContext(OverviewContext);

/** Computes the overview once for all that show it. */
export const OverviewProvider = ({ children }: { readonly children: ReactNode }) => {
  const rows = useQuery(readRows, []);
  const at = useNow();
  const overview = useMemo(() => (rows === undefined ? undefined : overviewOf(rows, at)), [rows, at]);
  return <OverviewContext value={overview}>{children}</OverviewContext>;
};

export interface OverviewRows {
  readonly applications: readonly Application[];
  readonly employerNames: ReadonlyMap<string, string>;
  readonly followUps: readonly FollowUpRow[];
  readonly standings: readonly StandingRow[];
}

const OverviewContext = createContext<Overview | undefined>(undefined);

const readRows = (model: ReadModel): Promise<OverviewRows> =>
  model.transaction('r', ['applications', 'employers', 'followUps', 'standings'], async () => {
    const [applications, employers, followUps, standings] = await Promise.all([
      model.applications.toArray(),
      model.employers.toArray(),
      model.followUps.where('state').equals('open').toArray(),
      model.standings.toArray(),
    ]);
    return { applications, employerNames: new Map(employers.map(({ id, name }) => [id, name])), followUps, standings };
  });

/** What the rows say at a moment. */
export const overviewOf = (rows: OverviewRows, at: Instant): Overview => {
  const followUps = rows.followUps.toSorted((a, b) => a.window.due - b.window.due || (a.id < b.id ? -1 : 1));
  const byApplication = new Map<string, FollowUpRow[]>();
  for (const followUp of followUps) {
    const group = byApplication.get(followUp.application);
    if (group === undefined) byApplication.set(followUp.application, [followUp]);
    else group.push(followUp);
  }
  const standings = new Map(rows.standings.map((row) => [row.id, row]));
  const applications = rows.applications
    .map((application) => ({
      application,
      employerName: rows.employerNames.get(application.employer) ?? '',
      standing: standingAt(
        application,
        byApplication.get(application.id) ?? [],
        standings.get(application.id)?.hold ?? null,
        at,
      ),
      allowance: standings.get(application.id)?.allowance ?? null,
    }))
    .toSorted(
      (a, b) =>
        collator.compare(a.employerName, b.employerName) || collator.compare(a.application.role, b.application.role),
    );
  return {
    at,
    applications,
    followUps,
    now: followUps.filter((followUp) => followUp.kind !== 'choose-next-step' && isNow(followUp, at)),
    coverage: coverageOf(
      applications.map(({ application, standing }) => ({
        application: application.id,
        stage: application.stage,
        standing,
      })),
    ),
    activeCount: applications.filter(({ application }) => isActive(application.stage)).length,
  };
};

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
