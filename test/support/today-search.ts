import type { CommandInput } from '#shared/command.ts';
import type { Instant } from '#shared/facts/value.ts';

const hour = 3_600_000;
const day = 24 * hour;

/**
 * A search in which every kind of follow-up is to be done at `at`: a panel of two interviewed by Brightwater 20 hours
 * ago, a reference who does not know yet, Harbour Labs silent since an interview 13 days ago, Oakline saved and not
 * applied for, a step of the user's own, and Kestrel without a next step.
 */
export const busySearch = (at: Instant): CommandInput => ({
  type: 'batch',
  commands: [
    { type: 'add-employer', at: at - 90 * day, employer: { id: 'brightwater', name: 'Brightwater' } },
    { type: 'add-employer', at: at - 90 * day, employer: { id: 'harbour', name: 'Harbour Labs' } },
    { type: 'add-employer', at: at - 90 * day, employer: { id: 'oakline', name: 'Oakline' } },
    { type: 'add-employer', at: at - 90 * day, employer: { id: 'kestrel', name: 'Kestrel' } },
    application('designer', 'brightwater', 'Product designer', 'interviewing', at - 20 * day),
    application('researcher', 'harbour', 'Design researcher', 'interviewing', at - 30 * day),
    application('wayfinder', 'oakline', 'Wayfinding designer', 'saved', at - 2 * day),
    application('illustrator', 'kestrel', 'Illustrator', 'applied', at - 60 * day),
    { type: 'add-person', at, person: { id: 'dana', name: 'Dana Okafor', organisation: 'Brightwater' } },
    { type: 'add-person', at, person: { id: 'priya', name: 'Priya Raman', organisation: 'Brightwater' } },
    { type: 'add-person', at, person: { id: 'sam', name: 'Sam Field', organisation: 'Harbour Labs' } },
    { type: 'add-person', at, person: { id: 'lind', name: 'Anna Lind' } },
    interview('panel', 'designer', 'panel', at - 21 * hour, { dana: true, priya: true }),
    { type: 'update-interview', id: 'panel', fields: { debriefedAt: at - 19 * hour } },
    {
      type: 'record-promise',
      at,
      promise: {
        id: 'promise',
        application: 'designer',
        decisionBy: new Date(at + 6 * day).toISOString().slice(0, 10),
        saidAt: at - 20 * hour,
      },
    },
    interview('talk', 'researcher', 'video', at - 13 * day - hour, { sam: true }),
    { type: 'update-interview', id: 'talk', fields: { debriefedAt: at - 13 * day } },
    {
      type: 'log-interaction',
      at,
      interaction: {
        id: 'thanked-sam',
        employer: 'harbour',
        application: 'researcher',
        interview: 'talk',
        person: 'sam',
        direction: 'outgoing',
        medium: 'email',
        purpose: 'thank-you',
        at: at - 12 * day,
      },
    },
    { type: 'add-reference', at, reference: { id: 'professor', person: 'lind' } },
    {
      type: 'link-reference',
      at: at - 20 * day,
      briefing: { id: 'briefing', reference: 'professor', application: 'designer' },
    },
    {
      type: 'add-step',
      at: at - hour,
      step: {
        id: 'step',
        application: 'wayfinder',
        what: 'Read their annual report',
        on: new Date(at - day).toISOString().slice(0, 10),
      },
    },
  ],
});

const application = (
  id: string,
  employer: string,
  role: string,
  stage: 'saved' | 'applied' | 'interviewing',
  at: Instant,
) => ({
  type: 'add-application' as const,
  at,
  application: { id, employer, role, stage },
});

const interview = (
  id: string,
  of: string,
  kind: 'panel' | 'video',
  start: Instant,
  interviewers: Record<string, boolean>,
) => ({
  type: 'add-interview' as const,
  at: start - day,
  interview: { id, application: of, round: 1, kind, start, end: start + hour, zone: 'UTC', interviewers },
});
