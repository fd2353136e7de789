import { z } from 'zod';
import {
  AddressKind,
  BriefingId,
  ApplicationId,
  EntryId,
  Instant,
  PersonId,
  ReferenceId,
  entityShape,
  line,
  name,
  prose,
} from './value.ts';

const entry = (max: number) =>
  z.record(EntryId, z.object({ value: line(max), kind: AddressKind, removed: z.boolean().default(false) })).default({});

/** Somebody met on the way. People outlive applications (rule `do-not-burn-bridges`). */
export const Person = z.object({
  id: PersonId,
  ...entityShape,
  name,
  position: line(200).default(''),
  organisation: line(200).default(''),
  emails: entry(320),
  phones: entry(60),
  addresses: entry(500),
  linkedIn: line(500).default(''),
  /** Shared interests, what they said about the team (rule `build-rapport-on-the-call`). */
  rapport: prose.default(''),
});
export type Person = z.infer<typeof Person>;

/** A person who will speak for the user (rule `brief-your-references`). */
export const Reference = z.object({
  id: ReferenceId,
  ...entityShape,
  person: PersonId,
  relation: line(200).default(''),
  /** What they can say best. */
  strengths: line(500).default(''),
});
export type Reference = z.infer<typeof Reference>;

/** What one reference was asked and told about one application. */
export const Briefing = z.object({
  id: BriefingId,
  ...entityShape,
  reference: ReferenceId,
  application: ApplicationId,
  askedAt: Instant.nullable().default(null),
  agreedAt: Instant.nullable().default(null),
  toldAt: Instant.nullable().default(null),
  toldWhat: line(500).default(''),
  thankedAt: Instant.nullable().default(null),
  toldOutcomeAt: Instant.nullable().default(null),
});
export type Briefing = z.infer<typeof Briefing>;
