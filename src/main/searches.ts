import { mkdir, rm } from 'node:fs/promises';
import type { Command, CommandError } from '#shared/command.ts';
import type { AppState } from '#shared/contract.ts';
import type { Zone } from '#shared/facts/value.ts';
import { err, ok, type Result } from '#shared/result.ts';
import type { RowsChange } from '#shared/rows.ts';
import type { DocumentEvents, DocumentPort, DocumentStatus } from './document/document-port.ts';

export type Which = AppState['which'];

/** Why a search could not be opened. */
export type OpenError =
  | { readonly type: 'locked'; readonly by: string }
  | { readonly type: 'cannot-open'; readonly what: string };

/** The user's own search and the sample; one of them is open. */
export interface Searches {
  readonly which: () => Which;
  readonly folder: () => string;
  readonly status: () => DocumentStatus;
  /** The open one, once it is loaded. Rejects when it could not be opened. */
  readonly document: () => Promise<DocumentPort>;
  /** Closes one and opens the other; leaving the sample deletes it. When that fails, the one before is open again. */
  readonly open: (which: Which) => Promise<Result<null, CommandError>>;
  readonly setZone: (zone: Zone) => Promise<void>;
  /** After what was acknowledged is on disk. */
  readonly close: () => Promise<void>;
}

export interface SearchesDeps {
  readonly folders: Readonly<Record<Which, string>>;
  readonly zone: Zone;
  readonly start: (options: {
    readonly folder: string;
    readonly zone: Zone;
    readonly events: DocumentEvents;
  }) => Promise<Result<DocumentPort, OpenError>>;
  readonly sampleCommands: (zone: Zone) => readonly Command[];
  /** Rows of the open search changed. */
  readonly onRows: (change: RowsChange) => void;
  /** Its status changed, or another one is open. */
  readonly onStatus: () => void;
  /** The user's own search could not be opened at start. */
  readonly onCannotOpen: (error: OpenError, folder: string) => void;
}

const unknownStatus: DocumentStatus = {
  saving: { type: 'saved' },
  readOnly: null,
  damaged: [],
  undo: null,
  redo: null,
};

/** Opens the user's own search, in the background. A sample that a crash left behind is deleted. */
export const openSearches = (deps: SearchesDeps): Searches => {
  let { zone } = deps;
  let which: Which = 'own';
  let status = unknownStatus;
  let generation = 0;

  const start = async (next: Which): Promise<Result<DocumentPort, OpenError>> => {
    generation += 1;
    const mine = generation;
    // Only the open search is told of; the other one is on its way out.
    const events: DocumentEvents = {
      rows: (change) => {
        if (mine === generation) deps.onRows(change);
      },
      status: (told) => {
        if (mine !== generation) return;
        status = told;
        deps.onStatus();
      },
    };
    which = next;
    status = unknownStatus;
    if (next === 'own') await rm(deps.folders.sample, { recursive: true, force: true });
    await mkdir(deps.folders[next], { recursive: true, mode: 0o700 });
    return await deps.start({ folder: deps.folders[next], zone, events });
  };

  const opened = async (): Promise<DocumentPort> => {
    const first = await start('own').catch((cause: unknown) =>
      err<OpenError>({ type: 'cannot-open', what: words(cause) }),
    );
    if (first.ok) return first.value;
    deps.onCannotOpen(first.error, deps.folders.own);
    throw new Error(errorWords(first.error));
  };

  let current = opened();
  // Whoever asks for the document is told; nobody may have asked yet.
  current.catch(() => undefined);

  const change = async (next: Which): Promise<Result<null, CommandError>> => {
    const before = which;
    const document = await current;
    if (next === before) return ok(null);
    let refused: CommandError | null = null;
    current = (async () => {
      await document.close();
      const started = await start(next);
      if (started.ok) {
        refused = next === 'sample' ? await fillSample(started.value) : null;
        if (refused === null) return started.value;
        await started.value.close();
      } else {
        refused = { type: 'invalid', where: 'search', what: errorWords(started.error) };
      }
      const again = await start(before);
      if (!again.ok) throw new Error(errorWords(again.error));
      return again.value;
    })();
    const open = await current;
    deps.onRows(await open.rows(null));
    deps.onStatus();
    return refused === null ? ok(null) : err(refused);
  };

  const fillSample = async (document: DocumentPort): Promise<CommandError | null> => {
    for (const command of deps.sampleCommands(zone)) {
      const submitted = await document.submit(command);
      if (!submitted.ok) return submitted.error;
    }
    return null;
  };

  let turn: Promise<unknown> = Promise.resolve();

  return {
    which: () => which,
    folder: () => deps.folders[which],
    status: () => status,
    document: () => current,
    open: (next) => {
      const mine = turn.then(() => change(next));
      turn = mine.catch(() => undefined);
      return mine;
    },
    setZone: async (next) => {
      zone = next;
      await (await current).setZone(next);
    },
    close: async () => {
      await turn;
      const document = await current.catch(() => null);
      await document?.close();
    },
  };
};

const words = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

const errorWords = (error: OpenError): string => (error.type === 'locked' ? `in use by ${error.by}` : error.what);
