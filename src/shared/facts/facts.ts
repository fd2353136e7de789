import { z } from 'zod';
import { Application, DecisionPromise, Step } from './application.ts';
import { Employer } from './employer.ts';
import { Announcement, FollowUpRecord } from './follow-up-record.ts';
import { Interview } from './interview.ts';
import { Interaction, Letter, LetterTemplate } from './letter.ts';
import { Briefing, Person, Reference } from './person.ts';
import { Settings } from './settings.ts';
import { Instant } from './value.ts';

/** Every kind of thing the document holds, by the name of its map. The one place to add a kind. */
export const tables = {
  employers: Employer,
  applications: Application,
  promises: DecisionPromise,
  steps: Step,
  interviews: Interview,
  people: Person,
  letters: Letter,
  interactions: Interaction,
  references: Reference,
  briefings: Briefing,
  records: FollowUpRecord,
  announcements: Announcement,
  templates: LetterTemplate,
} as const;

export type Table = keyof typeof tables;
export type Entity<T extends Table = Table> = z.infer<(typeof tables)[T]>;
export const tableNames = Object.keys(tables) as readonly Table[];
export const Table = z.enum(Object.keys(tables) as [Table, ...Table[]]);

/** Fields that are mergeable text (design law 5); every other field is one value that is replaced as a whole. */
export const proseFields = {
  employers: ['notes'],
  applications: ['advert', 'notes'],
  interviews: ['said', 'questionsAsked', 'sharedPart'],
  people: ['rapport'],
  letters: ['body'],
  templates: ['body'],
} as const satisfies { readonly [T in Table]?: readonly (keyof Entity<T>)[] };

/** Where a piece of mergeable text is. */
export const ProsePlace = z.discriminatedUnion('table', [
  z.strictObject({ table: z.literal('employers'), id: Employer.shape.id, field: z.literal('notes') }),
  z.strictObject({ table: z.literal('applications'), id: Application.shape.id, field: z.enum(['advert', 'notes']) }),
  z.strictObject({
    table: z.literal('interviews'),
    id: Interview.shape.id,
    field: z.enum(['said', 'questionsAsked', 'sharedPart']),
  }),
  z.strictObject({ table: z.literal('people'), id: Person.shape.id, field: z.literal('rapport') }),
  z.strictObject({ table: z.literal('letters'), id: Letter.shape.id, field: z.literal('body') }),
  z.strictObject({ table: z.literal('templates'), id: LetterTemplate.shape.id, field: z.literal('body') }),
]);
export type ProsePlace = z.infer<typeof ProsePlace>;

/** When this search began; null before the first run was finished. */
export const Search = z.object({ startedAt: Instant.nullable().default(null) });
export type Search = z.infer<typeof Search>;

/** All that is known about one job search, as plain values. Deleted entities are included, marked by `deletedAt`. */
export type Facts = { readonly [T in Table]: Readonly<Record<string, Entity<T>>> } & {
  readonly search: Search;
  readonly settings: Settings;
};

export const emptyFacts = (): Facts => ({
  employers: {},
  applications: {},
  promises: {},
  steps: {},
  interviews: {},
  people: {},
  letters: {},
  interactions: {},
  references: {},
  briefings: {},
  records: {},
  announcements: {},
  templates: {},
  search: Search.parse({}),
  settings: Settings.parse({}),
});

export const isProse = (table: Table, field: string): boolean =>
  ((proseFields as Partial<Record<Table, readonly string[]>>)[table] ?? []).includes(field);

/** The entities of a search as an export lists them; a field that is not known is an error here. */
export const SearchContent = z.strictObject({
  search: Search.strict(),
  settings: Settings.strict(),
  employers: z.array(Employer.strict()),
  applications: z.array(Application.strict()),
  promises: z.array(DecisionPromise.strict()),
  steps: z.array(Step.strict()),
  interviews: z.array(Interview.strict()),
  people: z.array(Person.strict()),
  letters: z.array(Letter.strict()),
  interactions: z.array(Interaction.strict()),
  references: z.array(Reference.strict()),
  briefings: z.array(Briefing.strict()),
  records: z.array(FollowUpRecord.strict()),
  announcements: z.array(Announcement.strict()),
  templates: z.array(LetterTemplate.strict()).default([]),
} satisfies Record<Table | 'search' | 'settings', z.ZodType>);
export type SearchContent = z.infer<typeof SearchContent>;

/** Fields that name another entity, by the table they point into. */
export const references = {
  employers: {},
  applications: { employer: 'employers' },
  promises: { application: 'applications', person: 'people' },
  steps: { application: 'applications' },
  interviews: { application: 'applications' },
  people: {},
  letters: { application: 'applications', interview: 'interviews', person: 'people' },
  interactions: {
    employer: 'employers',
    application: 'applications',
    interview: 'interviews',
    person: 'people',
    letter: 'letters',
  },
  references: { person: 'people' },
  briefings: { reference: 'references', application: 'applications' },
  records: {},
  announcements: {},
  templates: {},
} as const satisfies { readonly [T in Table]: { readonly [K in keyof Entity<T>]?: Table } };
