import * as A from '@automerge/automerge';
import { commandLabel, type Command, type CommandError } from '#shared/command.ts';
import type { Submitted, Undone } from '#shared/contract.ts';
import { tableNames, type Facts } from '#shared/facts/facts.ts';
import type { EmployerId, Instant, Zone } from '#shared/facts/value.ts';
import { indexFacts, type FactsIndex } from '#shared/facts-index.ts';
import { planEmployer, type Plan } from '#shared/plan.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { entityRow, followUpRow, planRows, type RowsChange } from '#shared/rows.ts';
import { readSearchJson, writeSearchJson } from '#main/exchange/search-json.ts';
import { apply } from './apply.ts';
import type { DocumentEvents, DocumentPort, DocumentStatus } from './document-port.ts';
import { factsOf, touchedBetween, updateFacts, type Touched } from './facts-of-document.ts';
import { genesis, knownVersion, migrate, versionOf, type SearchDoc } from './genesis.ts';
import { saver, type Saver } from './saver.ts';
import { spreadSharedPart } from './shared-part.ts';
import { openStore, type Store, type StoreDeps } from './store.ts';
import { mergeText, textAt } from './text-merge.ts';
import { reverse, type Deed } from './undo.ts';

export interface SearchDocumentDeps extends StoreDeps {
  readonly zone: Zone;
  readonly events: DocumentEvents;
}

/**
 * Opens the job search kept in `folder`; the folder's lock is the caller's. Facts are read from the Automerge document
 * once and then kept up change by change; the plan is kept per employer. Rejects with a `StoreError` when the folder
 * cannot be used at all.
 */
export const openSearchDocument = async (folder: string, deps: SearchDocumentDeps): Promise<DocumentPort> => {
  const store = await openStore(folder, deps);
  const loaded = loadDocument(store);
  const state = new OpenSearch(loaded, store, deps);
  // Also a migration is a change that others build on.
  if (loaded.isNew || loaded.isMigrated) await state.saving.save();
  return state.port();
};

interface LoadedDocument {
  readonly doc: A.Doc<SearchDoc>;
  readonly isNew: boolean;
  /** The heads that the disk has; a migration comes on top of them. */
  readonly savedHeads: readonly string[];
  readonly isMigrated: boolean;
  readonly readOnly: DocumentStatus['readOnly'];
  readonly damaged: DocumentStatus['damaged'];
}

const loadDocument = (store: Store): LoadedDocument => {
  const { chunks, problems } = store.loaded;
  const damaged = problems
    .filter(({ severity }) => severity !== 'note')
    .map(({ file, what, movedTo }) => ({ file, what, movedTo: movedTo ?? '' }));
  const forbidden = problems.some(({ severity }) => severity === 'nothing-readable');
  const isNewerFormat = problems.some(({ severity }) => severity === 'newer-format');
  const [first, ...rest] = chunks.length === 0 ? [genesis] : chunks;
  let doc = A.load<SearchDoc>(first as Uint8Array);
  for (const chunk of rest) doc = A.loadIncremental(doc, chunk);
  // What a damaged file held may be what later changes build on; those wait inside the document until it is found.
  const version = versionOf(doc);
  const savedHeads = A.getHeads(doc);
  const isNew = chunks.length === 0 && !forbidden && !isNewerFormat;
  if (version >= 1 && version < knownVersion) doc = migrate(doc);
  const isMigrated = versionOf(doc) !== version && !forbidden && !isNewerFormat;
  return {
    doc,
    isNew,
    // Nothing is written to a folder that cannot be read.
    savedHeads: isNew ? [] : isMigrated ? savedHeads : A.getHeads(doc),
    isMigrated,
    readOnly: version > knownVersion || isNewerFormat ? 'newer-version' : forbidden ? 'damaged' : null,
    damaged,
  };
};

const undoDepth = 200;

/** The one mutable thing: what is in memory of one open search. */
class OpenSearch {
  private doc: A.Doc<SearchDoc>;
  private facts: Facts;
  private index: FactsIndex;
  private zone: Zone;
  private readonly plans = new Map<EmployerId, Plan>();
  private done: Deed[] = [];
  private undone: Deed[] = [];
  readonly saving: Saver;
  private readonly loaded: LoadedDocument;
  private readonly events: DocumentEvents;

  constructor(loaded: LoadedDocument, store: Store, deps: SearchDocumentDeps) {
    this.loaded = loaded;
    this.doc = loaded.doc;
    this.facts = factsOf(loaded.doc);
    this.index = indexFacts(this.facts);
    this.zone = deps.zone;
    this.events = deps.events;
    this.saving = saver(
      store,
      () => this.doc,
      loaded.savedHeads,
      () => this.events.status(this.status()),
    );
    this.events.status(this.status());
  }

  port(): DocumentPort {
    return {
      submit: (command) => this.submit(command),
      undo: () => this.step('undo'),
      redo: () => this.step('redo'),
      readText: (place) => {
        const text = textAt(this.doc, place);
        return Promise.resolve(
          text === null
            ? err({ type: 'not-found', table: place.table, id: place.id } as const)
            : ok({ text, version: A.getHeads(this.doc) }),
        );
      },
      editText: async (place, version, changes) => {
        const refused = this.refusal();
        if (refused !== null) return err(refused);
        if (
          place.table === 'letters' &&
          (this.facts.letters[place.id]?.sentAt ?? null) !== null &&
          changes.some((part) => typeof part !== 'number')
        ) {
          return err({ type: 'letter-already-sent', id: place.id });
        }
        const merged = mergeText(this.doc, place, version, changes);
        if (!merged.ok) {
          return err(
            merged.error === 'no-such-text'
              ? { type: 'not-found', table: place.table, id: place.id }
              : {
                  type: 'invalid',
                  where: merged.error === 'unknown-version' ? 'version' : 'changes',
                  what: merged.error,
                },
          );
        }
        const isShared = place.table === 'interviews' && place.field === 'sharedPart';
        const next = isShared
          ? spreadSharedPart(merged.value.doc, place.id, textAt(this.doc, place) ?? '', merged.value.written)
          : merged.value.doc;
        const saved = await this.change(next);
        return ok({ version: merged.value.version, changes: merged.value.changes, notSaved: saved.notSaved });
      },
      rows: (heads) => Promise.resolve(this.rowsSince(heads)),
      outlook: () =>
        Promise.resolve({
          search: this.facts.search,
          settings: this.facts.settings,
          followUps: this.employerIds()
            .flatMap((employer) => this.planOf(employer).followUps)
            .filter((followUp) => followUp.state === 'open')
            .map((followUp) => followUpRow(this.facts, followUp)),
          applications: Object.values(this.facts.applications).filter(({ deletedAt }) => deletedAt === null),
          holds: this.employerIds().flatMap((employer) => this.planOf(employer).holds),
          announcements: Object.values(this.facts.announcements).filter(({ deletedAt }) => deletedAt === null),
        }),
      exportJson: (at) => Promise.resolve(writeSearchJson(this.facts, at)),
      importJson: (json, at) => this.importJson(json, at),
      setZone: (zone) => {
        if (zone === this.zone) return Promise.resolve();
        this.zone = zone;
        this.plans.clear();
        this.events.rows(this.rowsBetween(A.getHeads(this.doc), { entities: [], settings: true, search: false }));
        return Promise.resolve();
      },
      close: () => this.saving.close(),
    };
  }

  private async submit(command: Command): Promise<Result<Submitted, CommandError>> {
    const refused = this.refusal();
    if (refused !== null) return err(refused);
    const applied = apply(this.doc, command);
    if (!applied.ok) return applied;
    const label = commandLabel(command);
    // Nobody undoes that a reminder was shown.
    if (label !== 'note-announcement' && applied.value.writes.length > 0) {
      this.done = [...this.done, { label, writes: applied.value.writes }].slice(-undoDepth);
      this.undone = [];
    }
    return ok(await this.change(applied.value.doc));
  }

  private async step(direction: 'undo' | 'redo'): Promise<Result<Undone | null, CommandError>> {
    const refused = this.refusal();
    if (refused !== null) return err(refused);
    const deed = (direction === 'undo' ? this.done : this.undone).pop();
    if (deed === undefined) return ok(null);
    const { doc, reversed, left } = reverse(this.doc, deed);
    (direction === 'undo' ? this.undone : this.done).push(reversed);
    await this.change(doc);
    return ok({ label: deed.label, left });
  }

  private async importJson(json: string, at: Instant) {
    const content = readSearchJson(json);
    if (!content.ok) return content;
    const before = this.facts;
    const submitted = await this.submit({ type: 'import-search', content: content.value, at });
    if (!submitted.ok) {
      const { error } = submitted;
      return err({ what: error.type === 'invalid' ? `${error.where}: ${error.what}` : error.type });
    }
    if (submitted.value.notSaved !== null) return err({ what: `not on disk yet: ${submitted.value.notSaved}` });
    return ok(
      tableNames.reduce(
        (sum, table) => sum + Object.keys(this.facts[table]).length - Object.keys(before[table]).length,
        0,
      ),
    );
  }

  private refusal(): CommandError | null {
    return this.loaded.readOnly === null ? null : { type: 'read-only', because: this.loaded.readOnly };
  }

  /** Takes over a changed document: facts and plans at once, the answer when it is durable. */
  private async change(doc: A.Doc<SearchDoc>): Promise<Submitted> {
    const before = A.getHeads(this.doc);
    const heads = A.getHeads(doc);
    this.doc = doc;
    if (before.join() === heads.join()) return this.saved(heads);
    const touched = touchedBetween(doc, before, heads);
    const employersBefore = this.employersOf(touched);
    this.facts = updateFacts(this.facts, doc, touched);
    this.index = indexFacts(this.facts, this.index);
    if (touched.settings) this.plans.clear();
    for (const employer of [...employersBefore, ...this.employersOf(touched)]) this.plans.delete(employer);
    const rows = this.rowsBetween(before, touched, employersBefore);
    const saved = await this.saved(heads);
    // Also after a failure: the change is in memory, shown, and tried again.
    this.events.rows(rows);
    this.events.status(this.status());
    return saved;
  }

  /** Answered when everything so far is durable, or could not be made so. */
  private async saved(heads: readonly string[]): Promise<Submitted> {
    return { heads, notSaved: await this.saving.save() };
  }

  private status(): DocumentStatus {
    return {
      saving: this.saving?.state() ?? { type: 'saved' },
      readOnly: this.loaded.readOnly,
      damaged: this.loaded.damaged,
      undo: this.done.at(-1)?.label ?? null,
      redo: this.undone.at(-1)?.label ?? null,
    };
  }

  private rowsSince(heads: readonly string[] | null): RowsChange {
    if (heads === null || !A.hasHeads(this.doc, [...heads])) {
      const all = tableNames.flatMap((table) => Object.keys(this.facts[table]).map((id) => ({ table, id })));
      const everything = { entities: all, settings: true, search: true };
      return { ...this.rowsBetween([], everything), from: null };
    }
    return this.rowsBetween(heads, touchedBetween(this.doc, heads, A.getHeads(this.doc)));
  }

  private rowsBetween(
    from: readonly string[],
    touched: Touched,
    formerEmployers: ReadonlySet<EmployerId> = new Set(),
  ): RowsChange {
    const puts: RowsChange['puts'][number][] = [];
    const deletes: RowsChange['deletes'][number][] = [];
    for (const { table, id } of touched.entities) {
      if (table === 'records' || table === 'announcements') continue;
      const row = entityRow(this.facts, table, id);
      if (row === null) deletes.push({ table, id });
      else puts.push({ table, row });
    }
    if (touched.search) puts.push({ table: 'singletons', row: { id: 'search', ...this.facts.search } });
    if (touched.settings) puts.push({ table: 'singletons', row: { id: 'settings', ...this.facts.settings } });
    const replanned = touched.settings
      ? this.employerIds()
      : [...new Set([...formerEmployers, ...this.employersOf(touched)])];
    for (const employer of replanned) puts.push(...planRows(this.index, this.planOf(employer)));
    return { from, heads: A.getHeads(this.doc), replanned, puts, deletes };
  }

  private planOf(employer: EmployerId): Plan {
    let plan = this.plans.get(employer);
    if (plan === undefined) {
      plan = planEmployer(this.index, employer, this.facts.settings, this.zone);
      this.plans.set(employer, plan);
    }
    return plan;
  }

  private employerIds(): readonly EmployerId[] {
    return Object.keys(this.facts.employers) as EmployerId[];
  }

  /** Whose plan the touched entities may change. */
  private employersOf(touched: Touched): ReadonlySet<EmployerId> {
    const employers = new Set<EmployerId>();
    const { facts } = this;
    const addApplication = (application: string | null | undefined): void => {
      const employer =
        application === null || application === undefined ? undefined : facts.applications[application]?.employer;
      if (employer !== undefined) employers.add(employer);
    };
    for (const { table, id } of touched.entities) {
      switch (table) {
        case 'employers':
          employers.add(id as EmployerId);
          break;
        case 'applications':
          addApplication(id);
          break;
        case 'promises':
        case 'steps':
        case 'interviews':
        case 'letters':
        case 'briefings':
          addApplication(facts[table][id]?.application);
          break;
        case 'interactions': {
          const employer = facts.interactions[id]?.employer;
          if (employer !== undefined) employers.add(employer);
          break;
        }
        case 'people':
          for (const interview of Object.values(facts.interviews)) {
            if (interview.interviewers[id as never] !== undefined) addApplication(interview.application);
          }
          for (const reference of Object.values(facts.references)) {
            if (reference.person === id) this.addReference(reference.id, addApplication);
          }
          break;
        case 'references':
          this.addReference(id, addApplication);
          break;
        case 'records':
          this.addFollowUpOwner(facts.records[id]?.followUp, addApplication);
          break;
        case 'announcements':
        case 'templates':
          break;
      }
    }
    return employers;
  }

  private addReference(reference: string, addApplication: (id: string) => void): void {
    for (const briefing of Object.values(this.facts.briefings)) {
      if (briefing.reference === reference) addApplication(briefing.application);
    }
  }

  /** A follow-up's id names the interview or the application that caused it. */
  private addFollowUpOwner(followUp: string | undefined, addApplication: (id: string | undefined) => void): void {
    const cause = followUp?.split('/')[1];
    if (cause === undefined) return;
    addApplication(cause);
    addApplication(this.facts.interviews[cause]?.application);
  }
}
