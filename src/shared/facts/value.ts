import { z } from 'zod';

// The page's content security policy forbids `eval`; zod would otherwise probe for it once and be reported.
z.config({ jitless: true });

/**
 * A UTC instant, ms since 1970-01-01T00:00Z, up to the end of the year 8999. Days are written with four digits of year,
 * and the plan looks years ahead of any fact, so that a mistyped year must not lead past 9999.
 */
export const Instant = z.int().min(0).max(221_845_391_999_999);
export type Instant = z.infer<typeof Instant>;

/** A calendar day without a time, `YYYY-MM-DD`, from 1900 to 8999. */
export const Day = z.iso
  .date()
  .refine((day) => day >= '1900-01-01' && day <= '8999-12-31', 'must lie between the years 1900 and 8999');
export type Day = z.infer<typeof Day>;

const knownZones = new Map<string, boolean>();

const isZone = (name: string): boolean => {
  const known = knownZones.get(name);
  if (known !== undefined) return known;
  let valid: boolean;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    valid = true;
  } catch {
    valid = false;
  }
  // Bounded, since names come from outside too.
  if (knownZones.size < 1_000) knownZones.set(name, valid);
  return valid;
};

/** An IANA time zone name, such as `Europe/Berlin`. */
export const Zone = z
  .string()
  .max(64)
  .regex(/^[A-Za-z][A-Za-z0-9_+\-/]*$/, 'not an IANA zone name')
  .refine(isZone, 'not a known IANA zone');
export type Zone = z.infer<typeof Zone>;

/** One line of text without control characters, at most `max` UTF-16 code units. */
export const line = (max: number) =>
  z
    .string()
    .max(max)
    // eslint-disable-next-line no-control-regex -- refusing control characters is the point
    .regex(/^[^\u0000-\u001f\u007f]*$/, 'must be one line of text');

/** One line that says something. */
export const name = line(200).refine((text) => text.trim() !== '', 'must not be empty');

/** Text of several lines, kept as mergeable text in the document, at most 1,000,000 UTF-16 code units. */
export const prose = z.string().max(1_000_000);

/** Longer than this no typing makes a text. Merging two machines' texts may, and then all of it must still be readable. */
export const longestTyped = 100_000;

/** The start of an id; no leading underscore, so that no id can be `__proto__`. */
const idPattern = /^[A-Za-z0-9][A-Za-z0-9-]{0,63}$/;

const id = <Brand extends string>() => z.string().regex(idPattern, 'not an id').brand<Brand>();

export const EmployerId = id<'Employer'>();
export type EmployerId = z.infer<typeof EmployerId>;
export const ApplicationId = id<'Application'>();
export type ApplicationId = z.infer<typeof ApplicationId>;
export const PromiseId = id<'Promise'>();
export type PromiseId = z.infer<typeof PromiseId>;
export const InterviewId = id<'Interview'>();
export type InterviewId = z.infer<typeof InterviewId>;
export const PersonId = id<'Person'>();
export type PersonId = z.infer<typeof PersonId>;
export const LetterId = id<'Letter'>();
export type LetterId = z.infer<typeof LetterId>;
export const TemplateId = id<'Template'>();
export type TemplateId = z.infer<typeof TemplateId>;
export const InteractionId = id<'Interaction'>();
export type InteractionId = z.infer<typeof InteractionId>;
export const ReferenceId = id<'Reference'>();
export type ReferenceId = z.infer<typeof ReferenceId>;
export const BriefingId = id<'Briefing'>();
export type BriefingId = z.infer<typeof BriefingId>;
export const StepId = id<'Step'>();
export type StepId = z.infer<typeof StepId>;
export const RecordId = id<'Record'>();
export type RecordId = z.infer<typeof RecordId>;
export const AnnouncementId = id<'Announcement'>();
export type AnnouncementId = z.infer<typeof AnnouncementId>;
/** An entry inside an entity: a stage change, an e-mail address, a remembered fact. */
export const EntryId = id<'Entry'>();
export type EntryId = z.infer<typeof EntryId>;

/** A follow-up's identity: the rule's id and the ids of what caused it, joined by `/` (design law 2). */
export const FollowUpId = z
  .string()
  .max(300)
  .regex(/^[a-z][a-z-]*(\/[A-Za-z0-9][A-Za-z0-9-]{0,63}){1,4}$/, 'not a follow-up id')
  .brand<'FollowUp'>();
export type FollowUpId = z.infer<typeof FollowUpId>;

/** What every entity has. A deleted one keeps all its fields and can be restored. */
export const entityShape = {
  createdAt: Instant,
  deletedAt: Instant.nullable().default(null),
};

/** How something reaches a person. */
export const Medium = z.enum(['email', 'post', 'by-hand', 'linkedin', 'phone', 'message', 'in-person', 'other']);
export type Medium = z.infer<typeof Medium>;

/** Whose address it is; writing to a home address needs a second thought (rule `appropriate-medium`). */
export const AddressKind = z.enum(['work', 'home']);
export type AddressKind = z.infer<typeof AddressKind>;
