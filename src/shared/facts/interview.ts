import { z } from 'zod';
import { ApplicationId, EntryId, Instant, InterviewId, PersonId, Zone, entityShape, line, prose } from './value.ts';

export const InterviewKind = z.enum(['phone', 'video', 'on-site', 'panel', 'task', 'informal']);
export type InterviewKind = z.infer<typeof InterviewKind>;

/** What to do before leaving the room (rules `ask-decision-date`, `know-your-interviewers`). */
export const ChecklistItem = z.enum([
  'asked-decision-date',
  'asked-channel',
  'names-noted',
  'asked-to-call',
  'thanked',
]);
export type ChecklistItem = z.infer<typeof ChecklistItem>;

/** One conversation with an employer: a round of an application. */
export const Interview = z.object({
  id: InterviewId,
  ...entityShape,
  application: ApplicationId,
  round: z.int().min(1).max(50),
  kind: InterviewKind,
  start: Instant,
  end: Instant,
  /** The zone in which the times were said. */
  zone: Zone,
  /** A room, an address or a link. */
  place: line(500).default(''),
  cancelledAt: Instant.nullable().default(null),
  /** A set: false means taken off again. */
  interviewers: z.record(PersonId, z.boolean()).default({}),
  checklist: z.partialRecord(ChecklistItem, z.boolean()).default({}),
  /** When the two-minute debrief was finished; null before. */
  debriefedAt: Instant.nullable().default(null),
  /** What to remember of each person for their letter, up to three a person are asked for. */
  remembered: z
    .record(EntryId, z.object({ person: PersonId, text: line(500), removed: z.boolean().default(false) }))
    .default({}),
  /** The wording that all letters to this panel share (rule `individualise-letters`). */
  sharedPart: prose.default(''),
  /** What they said. */
  said: prose.default(''),
  toldSalary: line(200).default(''),
  toldNotice: line(200).default(''),
  toldStart: line(200).default(''),
  questionsAsked: prose.default(''),
});
export type Interview = z.infer<typeof Interview>;
