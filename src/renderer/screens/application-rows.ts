import { useQuery } from '#renderer/store/store.ts';
import type { Application, DecisionPromise, Step } from '#shared/facts/application.ts';
import type { Interview } from '#shared/facts/interview.ts';
import type { Interaction, Letter } from '#shared/facts/letter.ts';
import type { Person } from '#shared/facts/person.ts';
import type { FollowUpRow, StandingRow } from '#shared/rows.ts';

/** One application with all that hangs on it, read as of one moment. */
export interface ApplicationContext {
  readonly application: Application;
  readonly employerName: string;
  readonly interviews: readonly Interview[];
  readonly letters: readonly Letter[];
  /** With the employer about this application, newest first. */
  readonly interactions: readonly Interaction[];
  readonly promises: readonly DecisionPromise[];
  readonly steps: readonly Step[];
  readonly followUps: readonly FollowUpRow[];
  readonly standing: StandingRow | null;
  /** Everybody these name, by id. */
  readonly people: ReadonlyMap<string, Person>;
}

/** Null where the application is gone, undefined until that is known. */
export const useApplication = (id: string): ApplicationContext | null | undefined =>
  useQuery(
    async (model) => {
      const application = await model.applications.get(id);
      if (application === undefined) return null;
      const [employer, interviews, letters, interactions, promises, steps, followUps, standing] = await Promise.all([
        model.employers.get(application.employer),
        model.interviews.where('application').equals(id).toArray(),
        model.letters.where('application').equals(id).toArray(),
        model.interactions.where('application').equals(id).toArray(),
        model.promises.where('application').equals(id).toArray(),
        model.steps.where('application').equals(id).toArray(),
        model.followUps.where('application').equals(id).toArray(),
        model.standings.get(id),
      ]);
      const named = new Set([
        ...interviews.flatMap((one) => Object.keys(one.interviewers)),
        ...[...letters, ...interactions, ...promises].flatMap(({ person }) => (person === null ? [] : [person])),
      ]);
      const people = (await model.people.bulkGet([...named])).filter((person) => person !== undefined);
      return {
        application,
        employerName: employer?.name ?? '',
        interviews: interviews.toSorted((one, other) => other.start - one.start),
        letters: letters.toSorted((one, other) => other.createdAt - one.createdAt),
        interactions: interactions.toSorted((one, other) => other.at - one.at),
        promises,
        steps,
        followUps: followUps.toSorted((one, other) => one.window.due - other.window.due),
        standing: standing ?? null,
        people: new Map(people.map((person) => [person.id, person])),
      };
    },
    ['application', id],
  );
