import * as A from '@automerge/automerge';
import type { Command, CommandError, SingleCommand } from '#shared/command.ts';
import {
  isProse,
  references,
  tableNames,
  tables,
  type Entity,
  type SearchContent,
  type Table,
} from '#shared/facts/facts.ts';
import { defaultSettings } from '#shared/facts/settings.ts';
import type { Instant } from '#shared/facts/value.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { DocumentMap, SearchDoc } from './genesis.ts';

/** One field that a command set. A created entity is a write of its `deletedAt`, which undo sets to the command's time. */
export interface Write {
  readonly path: readonly [string, ...string[]];
  readonly before: Value;
  readonly after: Value;
}

type Value = string | number | boolean | null | undefined;

export interface Applied {
  readonly doc: A.Doc<SearchDoc>;
  readonly writes: readonly Write[];
}

/** Carries out one command as one Automerge change. A refused command leaves `doc` as it was. */
export const apply = (doc: A.Doc<SearchDoc>, command: Command): Result<Applied, CommandError> => {
  const writes: Write[] = [];
  try {
    const next = A.change(doc, (draft) => {
      const write = writerFor(draft, writes);
      if (command.type === 'import-search') addContent(write, command.content, command.at);
      else for (const one of command.type === 'batch' ? command.commands : [command]) carryOut(write, one);
    });
    return ok({ doc: next, writes });
  } catch (refusal) {
    // Automerge rolls the whole change back when its callback throws.
    if (refusal instanceof Refusal) return err(refusal.error);
    throw refusal;
  }
};

const carryOut = (write: Writer, command: SingleCommand): void => {
  switch (command.type) {
    case 'start-search':
      return write.set(['search', 'startedAt'], command.at);
    case 'add-employer':
      return write.add('employers', command.employer, command.at);
    case 'update-employer':
      return write.update('employers', command.id, command.fields);
    case 'add-application':
      return write.add('applications', { ...command.application, stageAt: command.at }, command.at);
    case 'update-application':
      return write.update('applications', command.id, command.fields);
    case 'move-application':
      write.update('applications', command.id, { stage: command.stage, stageAt: command.at });
      return write.entry('applications', command.id, 'stageHistory', command.entry, {
        stage: command.stage,
        at: command.at,
      });
    case 'set-tag':
      return write.entry('applications', command.id, 'tags', command.entry, {
        value: command.value,
        removed: command.removed,
      });
    case 'record-promise':
      return write.add('promises', command.promise, command.at);
    case 'update-promise':
      return write.update('promises', command.id, command.fields);
    case 'add-step':
      return write.add('steps', command.step, command.at);
    case 'update-step':
      return write.update('steps', command.id, command.fields);
    case 'add-interview':
      write.add('interviews', command.interview, command.at);
      return refuseBackwards(write, command.interview.id);
    case 'update-interview':
      write.update('interviews', command.id, command.fields);
      return refuseBackwards(write, command.id);
    case 'begin-shared-part':
      return beginSharedPart(write, command);
    case 'set-interviewer':
      write.exists('people', command.person);
      return write.update('interviews', command.id, {}, ['interviewers', command.person, command.present]);
    case 'tick':
      return write.update('interviews', command.id, {}, ['checklist', command.item, command.done]);
    case 'remember':
      write.exists('people', command.person);
      return write.entry('interviews', command.id, 'remembered', command.entry, {
        person: command.person,
        text: command.text,
        removed: command.removed,
      });
    case 'add-person':
      return write.add('people', command.person, command.at);
    case 'update-person':
      return write.update('people', command.id, command.fields);
    case 'set-address':
      return write.entry('people', command.id, command.list, command.entry, {
        value: command.value,
        kind: command.kind,
        removed: command.removed,
      });
    case 'add-letter':
      return write.add('letters', command.letter, command.at);
    case 'update-letter':
      refuseSent(write, command.id);
      return write.update('letters', command.id, command.fields);
    case 'mark-letter-sent':
      return markSent(write, command);
    case 'add-template':
      return write.add('templates', command.template, command.at);
    case 'update-template':
      return write.update('templates', command.id, command.fields);
    case 'log-interaction':
      return write.add('interactions', command.interaction, command.at);
    case 'update-interaction':
      return write.update('interactions', command.id, command.fields);
    case 'add-reference':
      return write.add('references', command.reference, command.at);
    case 'update-reference':
      return write.update('references', command.id, command.fields);
    case 'link-reference':
      return write.add('briefings', command.briefing, command.at);
    case 'update-briefing':
      return write.update('briefings', command.id, command.fields);
    case 'decide':
      return write.add('records', command.record, command.record.at);
    case 'note-announcement':
      return write.add('announcements', command.announcement, command.announcement.at);
    case 'update-settings': {
      const { workingDays, ...fields } = command.fields;
      for (const [key, value] of Object.entries(fields)) write.set(['settings', key], value);
      for (const [key, value] of Object.entries(workingDays ?? {})) write.set(['settings', 'workingDays', key], value);
      return undefined;
    }
    case 'set-holiday':
      return write.set(['settings', 'holidays', command.day], command.off);
    case 'delete':
      write.exists(command.table, command.id);
      return write.set([command.table, command.id, 'deletedAt'], command.at);
    case 'restore':
      write.exists(command.table, command.id);
      return write.set([command.table, command.id, 'deletedAt'], null);
  }
};

/** A sent letter is a contact: its medium and time count in the allowance (rule `stay-proportional`). */
const markSent = (write: Writer, command: Extract<SingleCommand, { type: 'mark-letter-sent' }>): void => {
  refuseSent(write, command.id);
  const letter = write.read('letters', command.id);
  const application = write.read('applications', letter.application);
  write.update('letters', command.id, { sentAt: command.at });
  write.add(
    'interactions',
    {
      id: command.interaction,
      employer: application.employer,
      application: letter.application,
      interview: letter.interview,
      person: letter.person,
      letter: letter.id,
      direction: 'outgoing',
      medium: letter.medium,
      purpose: purposeOf(letter.kind),
      at: command.at,
      note: '',
    },
    command.at,
  );
  if (letter.kind === 'reference-heads-up') noteTold(write, letter, command.at);
};

/** A reference who was written to has been told (rule `brief-your-references`). */
const noteTold = (write: Writer, { application, person }: Entity<'letters'>, at: Instant): void => {
  for (const id of Object.keys(write.draft.briefings)) {
    const briefing = write.read('briefings', id);
    const reference = write.has('references', briefing.reference) ? write.read('references', briefing.reference) : null;
    if (briefing.application !== application || briefing.toldAt !== null || reference?.person !== person) continue;
    write.update('briefings', id, { toldAt: at });
  }
};

/** Two machines that both begin it keep one of the two texts, which the same facts made. */
const beginSharedPart = (write: Writer, { id, text }: Extract<SingleCommand, { type: 'begin-shared-part' }>): void => {
  const interview = write.exists('interviews', id);
  const known = interview['sharedPart'];
  if (typeof known !== 'string' || known.trim() === '') interview['sharedPart'] = text;
};

const purposeOf = (kind: Entity<'letters'>['kind']): Entity<'interactions'>['purpose'] => {
  switch (kind) {
    case 'thank-you':
      return 'thank-you';
    case 'progress':
      return 'progress';
    case 'reference-heads-up':
      return 'reference';
    case 'gracious-no':
    case 'decline':
    case 'accept':
    case 'connection-note':
      return 'reply';
  }
};

const refuseSent = (write: Writer, id: string): void => {
  if (write.read('letters', id).sentAt !== null) throw new Refusal({ type: 'letter-already-sent', id });
};

const refuseBackwards = (write: Writer, id: string): void => {
  const { start, end } = write.read('interviews', id);
  if (end < start) throw new Refusal({ type: 'ends-before-it-starts', id });
};

/** Adds what is not here yet. Settings come along only into a search that was not begun. */
const addContent = (write: Writer, content: SearchContent, at: Instant): void => {
  refuseTwins(content);
  for (const table of tableNames) {
    for (const entity of content[table])
      if (!write.has(table, entity.id)) write.insert(table, entity, entity.createdAt, at);
  }
  // Once it is all there, since it may be listed in any order.
  for (const table of tableNames) {
    for (const [n, entity] of content[table].entries()) write.checkReferences(table, entity, `${table}[${n}]`);
  }
  if (write.draft.search['startedAt'] !== undefined && write.draft.search['startedAt'] !== null) return;
  write.set(['search', 'startedAt'], content.search.startedAt ?? at);
  const { workingDays, holidays, ...fields } = content.settings;
  for (const [key, value] of Object.entries(fields)) {
    if (value !== defaultSettings[key as keyof typeof fields]) write.set(['settings', key], value);
  }
  for (const [key, value] of Object.entries(workingDays)) write.set(['settings', 'workingDays', key], value);
  for (const [key, value] of Object.entries(holidays)) write.set(['settings', 'holidays', key], value);
};

/** Two entities of one id cannot both be right, and nobody could say which is. */
const refuseTwins = (content: SearchContent): void => {
  for (const table of tableNames) {
    const seen = new Set<string>();
    for (const [n, { id }] of content[table].entries()) {
      if (seen.has(id))
        throw new Refusal({ type: 'invalid', where: `${table}[${n}].id`, what: `${id} is there twice` });
      seen.add(id);
    }
  }
};

class Refusal extends Error {
  readonly error: CommandError;

  constructor(error: CommandError) {
    super(error.type);
    this.error = error;
  }
}

type Writer = ReturnType<typeof writerFor>;
type NewEntity = { readonly id: string; readonly [field: string]: unknown };

/** The few ways in which a document may be written: fields one by one, never whole objects in place of others. */
const writerFor = (draft: SearchDoc, writes: Write[]) => {
  const has = (table: Table, id: string): boolean => Object.hasOwn(draft[table], id);

  const exists = (table: Table, id: string): DocumentMap => {
    const map = has(table, id) ? draft[table][id] : undefined;
    if (map === undefined) throw new Refusal({ type: 'not-found', table, id });
    return map;
  };

  const set = (path: Write['path'], after: Value): void => {
    if (after === undefined) return;
    const before = setValue(draft, path, after);
    if (before !== after) writes.push({ path, before, after });
  };

  const checkReferences = (table: Table, fields: object, where: string): void => {
    for (const [field, target] of Object.entries(references[table]) as [string, Table][]) {
      const id: unknown = (fields as Record<string, unknown>)[field];
      if (typeof id !== 'string' || has(target, id)) continue;
      throw new Refusal(
        where === ''
          ? { type: 'not-found', table: target, id }
          : { type: 'invalid', where: `${where}.${field}`, what: `nothing in ${target} has the id ${id}` },
      );
    }
  };

  const insert = (table: Table, fields: NewEntity, createdAt: Instant, undoneAt: Instant): void => {
    if (has(table, fields.id)) throw new Refusal({ type: 'already-exists', table, id: fields.id });
    const parsed = tables[table].safeParse({ deletedAt: null, ...fields, createdAt });
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      throw new Refusal({
        type: 'invalid',
        where: [table, ...(issue?.path ?? [])].join('.'),
        what: issue?.message ?? 'not valid',
      });
    }
    draft[table][fields.id] = toMap(table, parsed.data);
    writes.push({
      path: [table, fields.id, 'deletedAt'],
      before: undoneAt,
      after: parsed.data.deletedAt,
    });
  };

  return {
    draft,
    has,
    exists,
    set,
    checkReferences,
    read: <T extends Table>(table: T, id: string): Entity<T> => {
      const parsed = tables[table].safeParse(plain(exists(table, id)));
      if (!parsed.success) throw new Refusal({ type: 'not-found', table, id });
      return parsed.data as Entity<T>;
    },
    add: (table: Table, fields: NewEntity, createdAt: Instant): void => {
      insert(table, fields, createdAt, createdAt);
      checkReferences(table, fields, '');
    },
    /** Its references are the caller's to check. `undoneAt` is the time that undo writes into `deletedAt`. */
    insert,
    update: (
      table: Table,
      id: string,
      fields: Readonly<Record<string, Value>>,
      nested?: readonly [map: string, key: string, value: boolean],
    ): void => {
      exists(table, id);
      checkReferences(table, fields, '');
      for (const [field, value] of Object.entries(fields)) set([table, id, field], value);
      if (nested !== undefined) set([table, id, nested[0], nested[1]], nested[2]);
    },
    /** An entry of a map inside an entity, made by its first write. */
    entry: (table: Table, id: string, map: string, entry: string, fields: Readonly<Record<string, Value>>): void => {
      exists(table, id);
      for (const [field, value] of Object.entries(fields)) set([table, id, map, entry, field], value);
    },
  };
};

/** Sets one field, making the maps on the way; answers what was there. An equal value writes nothing. */
export const setValue = (draft: SearchDoc, path: Write['path'], value: Value): Value => {
  let map = draft as unknown as DocumentMap;
  for (const key of path.slice(0, -1)) {
    if (!Object.hasOwn(map, key) || typeof map[key] !== 'object' || map[key] === null) map[key] = {};
    map = map[key] as DocumentMap;
  }
  const field = path.at(-1) as string;
  const before = Object.hasOwn(map, field) ? valueOf(map[field]) : undefined;
  if (before !== value) {
    if (value === undefined) throw new Error('a field is set to null, never removed');
    map[field] = typeof value === 'string' ? new A.ImmutableString(value) : value;
  }
  return before;
};

const toMap = (table: Table, entity: object): DocumentMap => {
  const convert = (value: unknown, field: string | null): DocumentMap[string] => {
    if (typeof value === 'string')
      return field !== null && isProse(table, field) ? value : new A.ImmutableString(value);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, convert(inner, null)]));
    }
    return value as number | boolean | null;
  };
  return Object.fromEntries(Object.entries(entity).map(([field, value]) => [field, convert(value, field)]));
};

const valueOf = (value: unknown): Value => {
  if (A.isImmutableString(value)) return value.val;
  return typeof value === 'object' && value !== null ? undefined : (value as Value);
};

/** What the document holds at a place, as plain values. */
export const plain = (value: unknown): unknown => {
  if (A.isImmutableString(value)) return value.val;
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
  }
  return value;
};
