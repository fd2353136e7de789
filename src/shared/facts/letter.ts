import { z } from 'zod';
import {
  ApplicationId,
  EmployerId,
  Instant,
  InteractionId,
  InterviewId,
  LetterId,
  Medium,
  PersonId,
  TemplateId,
  entityShape,
  line,
  name,
  prose,
} from './value.ts';

export const LetterKind = z.enum([
  'thank-you',
  'progress',
  'gracious-no',
  'decline',
  'accept',
  'reference-heads-up',
  'connection-note',
]);
export type LetterKind = z.infer<typeof LetterKind>;

/** A text to one person. It counts as sent only when the user says so. */
export const Letter = z.object({
  id: LetterId,
  ...entityShape,
  kind: LetterKind,
  application: ApplicationId,
  interview: InterviewId.nullable().default(null),
  person: PersonId,
  medium: Medium,
  subject: line(300).default(''),
  body: prose.default(''),
  /** Null while it is a draft. */
  sentAt: Instant.nullable().default(null),
});
export type Letter = z.infer<typeof Letter>;

/** The user's own wording for letters of one kind, with `{{variables}}` that the facts fill. */
export const LetterTemplate = z.object({
  id: TemplateId,
  ...entityShape,
  kind: LetterKind,
  name,
  subject: line(300).default(''),
  body: prose.default(''),
  /** New letters of this kind begin with it; where several say so, the newest made counts. */
  isStandard: z.boolean().default(false),
});
export type LetterTemplate = z.infer<typeof LetterTemplate>;

export const Direction = z.enum(['outgoing', 'incoming']);
export type Direction = z.infer<typeof Direction>;

/** Why somebody got in touch. Thank-yous, the application itself and answers to the employer are not counted by the allowance. */
export const Purpose = z.enum(['application', 'thank-you', 'progress', 'reply', 'reference', 'other']);
export type Purpose = z.infer<typeof Purpose>;

/** One logged contact with an employer (rule `stay-proportional`); every sent letter and call is one. */
export const Interaction = z.object({
  id: InteractionId,
  ...entityShape,
  employer: EmployerId,
  application: ApplicationId.nullable().default(null),
  interview: InterviewId.nullable().default(null),
  person: PersonId.nullable().default(null),
  letter: LetterId.nullable().default(null),
  direction: Direction,
  medium: Medium,
  purpose: Purpose,
  at: Instant,
  note: line(2_000).default(''),
});
export type Interaction = z.infer<typeof Interaction>;
