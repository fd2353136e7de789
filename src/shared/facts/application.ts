import { z } from 'zod';
import {
  ApplicationId,
  Day,
  EmployerId,
  EntryId,
  Instant,
  PersonId,
  PromiseId,
  StepId,
  Medium,
  entityShape,
  line,
  name,
  prose,
} from './value.ts';

export const Stage = z.enum([
  'saved',
  'applied',
  'interviewing',
  'offer',
  'accepted',
  'declined',
  'rejected',
  'withdrawn',
  'silent',
]);
export type Stage = z.infer<typeof Stage>;

/** Stages in which the application is still going on and needs a next step (rule `follow-up-every-application`). */
export const isActive = (stage: Stage): boolean =>
  stage === 'saved' || stage === 'applied' || stage === 'interviewing' || stage === 'offer';

export const WorkMode = z.enum(['unknown', 'on-site', 'hybrid', 'remote']);
export const PayPeriod = z.enum(['year', 'month', 'week', 'day', 'hour']);

const amount = z.int().min(0).max(1_000_000_000_000).nullable().default(null);

/** One job the user goes for at one employer. */
export const Application = z.object({
  id: ApplicationId,
  ...entityShape,
  employer: EmployerId,
  role: name,
  place: line(200).default(''),
  workMode: WorkMode.default('unknown'),
  link: line(2_000).default(''),
  /** The advert's words, kept because pages vanish. */
  advert: prose.default(''),
  /** What makes the user right for this job; the letter's concrete strength (rule `appreciate-and-remind`). */
  strengths: line(500).default(''),
  /** Minor units (cents) of `payCurrency` a `payPeriod`. */
  payAsked: amount,
  payOfferedFrom: amount,
  payOfferedTo: amount,
  payCurrency: line(3).default(''),
  payPeriod: PayPeriod.default('year'),
  /** How the employer usually writes, once known (rule `appropriate-medium`). */
  employerMedium: Medium.nullable().default(null),
  stage: Stage,
  /** When the present stage began. */
  stageAt: Instant,
  stageHistory: z.record(EntryId, z.object({ stage: Stage, at: Instant })).default({}),
  tags: z.record(EntryId, z.object({ value: line(60), removed: z.boolean().default(false) })).default({}),
  notes: prose.default(''),
});
export type Application = z.infer<typeof Application>;

/** What the employer said about when they decide (rule `ask-decision-date`). The newest said counts; history stays. */
export const DecisionPromise = z.object({
  id: PromiseId,
  ...entityShape,
  application: ApplicationId,
  /** Who said it, where known. */
  person: PersonId.nullable().default(null),
  decisionBy: Day,
  /** How they will tell. */
  channel: Medium.nullable().default(null),
  saidAt: Instant,
  note: line(500).default(''),
});
export type DecisionPromise = z.infer<typeof DecisionPromise>;

/** A next step that the user chose for an application (rule `follow-up-every-application`). */
export const Step = z.object({
  id: StepId,
  ...entityShape,
  application: ApplicationId,
  what: name,
  on: Day,
});
export type Step = z.infer<typeof Step>;
