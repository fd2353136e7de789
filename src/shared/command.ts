import { z } from 'zod';
import { Application, DecisionPromise, Stage, Step } from './facts/application.ts';
import { Employer } from './facts/employer.ts';
import { SearchContent, Table } from './facts/facts.ts';
import { Announcement, FollowUpRecord } from './facts/follow-up-record.ts';
import { ChecklistItem, Interview } from './facts/interview.ts';
import { Interaction, Letter, LetterTemplate } from './facts/letter.ts';
import { Briefing, Person, Reference } from './facts/person.ts';
import { Settings } from './facts/settings.ts';
import { AddressKind, Day, EntryId, Instant, line, longestTyped, name, prose } from './facts/value.ts';

/**
 * Every change in the app is one of these values: button, menu, tray item, notification action, import and fuzz test
 * send the same ones. They are absolute ("set the stage to X"), and ids come from the sender, so that sending one
 * twice is harmless.
 */

/** Fields of an entity as the sender gives them: its own times of creation and deletion are the document's business. */
const given = <S extends z.ZodRawShape>(schema: z.ZodObject<S>) =>
  z.strictObject(schema.shape).omit({ createdAt: true, deletedAt: true } as never) as unknown as z.ZodObject<
    Omit<S, 'createdAt' | 'deletedAt'>,
    z.core.$strict
  >;

/** Some fields of one entity; those not named stay as they are. Defaults must not sneak in, so they are taken off. */
const some = <S extends z.ZodRawShape>(shape: S) => {
  const fields: Record<string, z.ZodType> = {};
  for (const [key, field] of Object.entries(shape)) {
    fields[key] = (field instanceof z.ZodDefault ? (field.unwrap() as z.ZodType) : (field as z.ZodType)).optional();
  }
  return z.strictObject(fields) as unknown as z.ZodType<{ [K in keyof S]?: z.output<S[K]> | undefined }>;
};

const pick = <S extends z.ZodRawShape, K extends keyof S & string>(schema: z.ZodObject<S>, ...keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, schema.shape[key]])) as Pick<S, K>;

const at = { at: Instant };

export const SingleCommand = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('start-search'), ...at }),

  z.strictObject({ type: z.literal('add-employer'), employer: given(Employer), ...at }),
  z.strictObject({
    type: z.literal('update-employer'),
    id: Employer.shape.id,
    fields: some(pick(Employer, 'name', 'website', 'address')),
  }),

  z.strictObject({
    type: z.literal('add-application'),
    application: given(Application.omit({ stageHistory: true, stageAt: true, tags: true })),
    ...at,
  }),
  z.strictObject({
    type: z.literal('update-application'),
    id: Application.shape.id,
    fields: some(
      pick(
        Application,
        'role',
        'place',
        'workMode',
        'link',
        'strengths',
        'payAsked',
        'payOfferedFrom',
        'payOfferedTo',
        'payCurrency',
        'payPeriod',
        'employerMedium',
      ),
    ),
  }),
  z.strictObject({
    type: z.literal('move-application'),
    id: Application.shape.id,
    entry: EntryId,
    stage: Stage,
    ...at,
  }),
  z.strictObject({
    type: z.literal('set-tag'),
    id: Application.shape.id,
    entry: EntryId,
    value: line(60),
    removed: z.boolean(),
  }),

  z.strictObject({ type: z.literal('record-promise'), promise: given(DecisionPromise), ...at }),
  z.strictObject({
    type: z.literal('update-promise'),
    id: DecisionPromise.shape.id,
    fields: some(pick(DecisionPromise, 'person', 'decisionBy', 'channel', 'saidAt', 'note')),
  }),

  z.strictObject({ type: z.literal('add-step'), step: given(Step), ...at }),
  z.strictObject({ type: z.literal('update-step'), id: Step.shape.id, fields: some(pick(Step, 'what', 'on')) }),

  z.strictObject({
    type: z.literal('add-interview'),
    interview: given(Interview.omit({ remembered: true, checklist: true, debriefedAt: true, cancelledAt: true })),
    ...at,
  }),
  z.strictObject({
    type: z.literal('update-interview'),
    id: Interview.shape.id,
    fields: some(
      pick(
        Interview,
        'round',
        'kind',
        'start',
        'end',
        'zone',
        'place',
        'cancelledAt',
        'debriefedAt',
        'toldSalary',
        'toldNotice',
        'toldStart',
      ),
    ),
  }),
  /** The first wording of what a panel's letters share; nothing happens where there is one already. */
  z.strictObject({ type: z.literal('begin-shared-part'), id: Interview.shape.id, text: prose.max(longestTyped) }),
  z.strictObject({
    type: z.literal('set-interviewer'),
    id: Interview.shape.id,
    person: Person.shape.id,
    present: z.boolean(),
  }),
  z.strictObject({ type: z.literal('tick'), id: Interview.shape.id, item: ChecklistItem, done: z.boolean() }),
  z.strictObject({
    type: z.literal('remember'),
    id: Interview.shape.id,
    entry: EntryId,
    person: Person.shape.id,
    text: line(500),
    removed: z.boolean(),
  }),

  z.strictObject({
    type: z.literal('add-person'),
    person: given(Person.omit({ emails: true, phones: true, addresses: true })),
    ...at,
  }),
  z.strictObject({
    type: z.literal('update-person'),
    id: Person.shape.id,
    fields: some(pick(Person, 'name', 'position', 'organisation', 'linkedIn')),
  }),
  z.strictObject({
    type: z.literal('set-address'),
    id: Person.shape.id,
    list: z.enum(['emails', 'phones', 'addresses']),
    entry: EntryId,
    value: line(500),
    kind: AddressKind,
    removed: z.boolean(),
  }),

  z.strictObject({ type: z.literal('add-letter'), letter: given(Letter.omit({ sentAt: true })), ...at }),
  z.strictObject({
    type: z.literal('update-letter'),
    id: Letter.shape.id,
    fields: some(pick(Letter, 'medium', 'subject')),
  }),
  /** Says that the user has sent it; logs the contact as `interaction`. */
  z.strictObject({
    type: z.literal('mark-letter-sent'),
    id: Letter.shape.id,
    interaction: Interaction.shape.id,
    ...at,
  }),

  z.strictObject({ type: z.literal('add-template'), template: given(LetterTemplate), ...at }),
  z.strictObject({
    type: z.literal('update-template'),
    id: LetterTemplate.shape.id,
    fields: some(pick(LetterTemplate, 'name', 'subject', 'isStandard')),
  }),

  z.strictObject({ type: z.literal('log-interaction'), interaction: given(Interaction), ...at }),
  z.strictObject({
    type: z.literal('update-interaction'),
    id: Interaction.shape.id,
    fields: some(pick(Interaction, 'direction', 'medium', 'purpose', 'at', 'note', 'person')),
  }),

  z.strictObject({ type: z.literal('add-reference'), reference: given(Reference), ...at }),
  z.strictObject({
    type: z.literal('update-reference'),
    id: Reference.shape.id,
    fields: some(pick(Reference, 'relation', 'strengths')),
  }),
  z.strictObject({
    type: z.literal('link-reference'),
    briefing: given(Briefing),
    ...at,
  }),
  z.strictObject({
    type: z.literal('update-briefing'),
    id: Briefing.shape.id,
    fields: some(pick(Briefing, 'askedAt', 'agreedAt', 'toldAt', 'toldWhat', 'thankedAt', 'toldOutcomeAt')),
  }),

  z.strictObject({ type: z.literal('decide'), record: given(FollowUpRecord) }),
  z.strictObject({ type: z.literal('note-announcement'), announcement: given(Announcement) }),

  z.strictObject({
    type: z.literal('update-settings'),
    fields: some(
      pick(
        Settings,
        'userName',
        'thankYouDueHours',
        'thankYouLatestHours',
        'progressCallDays',
        'progressCallLatestDays',
        'afterPromiseWorkingDays',
        'allowanceLimit',
        'allowanceSpacingWorkingDays',
        'allowanceRestDays',
        'referenceDueHours',
        'referenceLatestHours',
        'applicationCheckDays',
        'dayStart',
        'dayEnd',
        'workingDays',
      ),
    ),
  }),
  z.strictObject({ type: z.literal('set-holiday'), day: Day, off: z.boolean() }),

  z.strictObject({ type: z.literal('delete'), table: Table, id: name.max(64), ...at }),
  z.strictObject({ type: z.literal('restore'), table: Table, id: name.max(64) }),
]);
export type SingleCommand = z.infer<typeof SingleCommand>;
/** As its sender writes it: fields with a default may be left out. */
export type SingleCommandInput = z.input<typeof SingleCommand>;

export const Command = z.discriminatedUnion('type', [
  ...SingleCommand.options,
  /** Several changes that are one for the user: all happen or none, and one undo takes them back. */
  z.strictObject({ type: z.literal('batch'), commands: z.array(SingleCommand).min(1).max(50_000) }),
  /** Adds what an export holds; what is already here stays as it is. */
  z.strictObject({ type: z.literal('import-search'), content: SearchContent, ...at }),
]);
export type Command = z.infer<typeof Command>;
/** A command as its sender writes it: fields with a default may be left out. */
export type CommandInput = z.input<typeof Command>;

/** What a command is called in undo and history: its type, or that of a batch's first. */
export type CommandLabel = Exclude<Command['type'], 'batch'>;

export const commandLabel = (command: Command): CommandLabel =>
  command.type === 'batch' ? (command.commands[0] as SingleCommand).type : command.type;

/** Why a command was refused; nothing was changed. (`not-saved` is said of typing that the disk did not take yet.) */
export type CommandError =
  | { readonly type: 'not-found'; readonly table: Table; readonly id: string }
  | { readonly type: 'already-exists'; readonly table: Table; readonly id: string }
  | { readonly type: 'letter-already-sent'; readonly id: string }
  | { readonly type: 'ends-before-it-starts'; readonly id: string }
  | { readonly type: 'invalid'; readonly where: string; readonly what: string }
  | { readonly type: 'read-only'; readonly because: 'newer-version' | 'damaged' }
  | { readonly type: 'not-saved'; readonly because: string };
