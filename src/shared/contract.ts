import { z } from 'zod';
import { Command, type CommandError, type CommandLabel } from './command.ts';
import type { CallName, PushName } from './contract-names.ts';
import { ProsePlace } from './facts/facts.ts';
import type { Result } from './result.ts';
import type { RowsChange } from './rows.ts';

/**
 * The whole surface between the window and main. A line here (and its name in contract-names.ts) is the only way to add
 * a channel; `serve` in main/shell, the preload bridge and the tests all follow from it.
 */
export const calls = {
  /** Answered when the change is durable on disk, or with why it is not yet (design law 6). */
  submit: call<Result<Submitted, CommandError>>()(Command, { maxBytes: 16 * 1024 * 1024 }),
  undo: call<Result<Undone | null, CommandError>>()(z.undefined()),
  redo: call<Result<Undone | null, CommandError>>()(z.undefined()),
  readText: call<Result<TextVersion & { readonly text: string }, CommandError>>()(
    z.strictObject({ place: ProsePlace }),
  ),
  /** What was typed since `version`; answered with what to apply to get the merged text (design law 5). */
  editText: call<Result<TextMerged, CommandError>>()(
    z.strictObject({ place: ProsePlace, version: versionSchema(), changes: changesSchema() }),
    { maxBytes: 4 * 1024 * 1024 },
  ),
  /** What changed since those heads, or everything where they are not known (design law 7). */
  rows: call<RowsChange>()(z.strictObject({ heads: versionSchema().nullable(), rowsVersion: z.int() })),
  state: call<AppState>()(z.undefined()),
  openSearch: call<Result<null, CommandError>>()(z.strictObject({ which: z.enum(['own', 'sample']) })),
  setDevice: call<null>()(z.strictObject({ theme: z.enum(['system', 'light', 'dark']) })),
  /** Asks where with the system's dialog. The answer is the path written, or null when the user changed their mind. */
  exportSearch: call<Result<string | null, FileError>>()(z.undefined()),
  /** Asks which file. The answer says how many things came in, or null when the user changed their mind. */
  importSearch: call<Result<number | null, FileError>>()(z.undefined()),
  openLink: call<boolean>()(z.strictObject({ url: z.url({ protocol: /^https$/ }).max(2_048) })),
} as const satisfies Record<CallName, Call>;

/** What main tells unasked. The window registers for them first and asks afterwards, so that nothing falls between. */
export interface Pushes extends Record<PushName, unknown> {
  readonly rows: RowsChange;
  readonly state: AppState;
  readonly show: Show;
}

type Calls = typeof calls;
export type CallInput<N extends CallName> = z.input<Calls[N]['input']>;
export type CallOutput<N extends CallName> = ReturnType<Calls[N]['output']>;

/** What main implements: one function a call, its input already parsed. */
export type Handlers = { readonly [N in CallName]: (input: z.output<Calls[N]['input']>) => Promise<CallOutput<N>> };

/** What the window sees: named functions and nothing else. `on` answers with a function that ends the subscription. */
export type Bridge = {
  readonly [N in CallName]: (...input: undefined extends CallInput<N> ? [] : [CallInput<N>]) => Promise<CallOutput<N>>;
} & {
  readonly on: { readonly [N in PushName]: (listener: (value: Pushes[N]) => void) => () => void };
};

export interface Submitted extends Saved {
  readonly heads: readonly string[];
}

/** Whether what was done is on disk. */
export interface Saved {
  /** Null when all of it is durable. Else why not: main holds it and tries again, and it must not be sent again. */
  readonly notSaved: string | null;
}

/** What was taken back or done again, by the type of its (first) command. `left` fields had been changed since, and were left alone. */
export interface Undone {
  readonly label: CommandLabel;
  readonly left: number;
}

/** A version of the document, as Automerge heads. */
export interface TextVersion {
  readonly version: readonly string[];
}

export interface TextMerged extends TextVersion, Saved {
  /** A CodeMirror ChangeSet as JSON: what others changed meanwhile, to be applied after the editor's own changes. */
  readonly changes: TextChanges;
}

/** `ChangeSet.toJSON()` of @codemirror/state: kept lengths, and [deleted, ...inserted lines]. Positions in UTF-16 code units. */
export type TextChanges = readonly (number | readonly [number, ...string[]])[];

export interface FileError {
  /** One line in plain words, saying where. */
  readonly what: string;
}

/** What the window says about itself and its data, apart from rows. */
export interface AppState {
  readonly saving:
    | { readonly type: 'saved' }
    | { readonly type: 'saving' }
    | { readonly type: 'not-saved'; readonly because: string; readonly folder: string };
  readonly which: 'own' | 'sample';
  /** Why nothing can be changed; null where it can. */
  readonly readOnly: 'newer-version' | 'damaged' | null;
  /** Files that were found damaged at start and put aside. */
  readonly damaged: readonly { readonly file: string; readonly what: string; readonly movedTo: string }[];
  readonly undo: CommandLabel | null;
  readonly redo: CommandLabel | null;
  readonly reminders: 'working' | 'unavailable';
  readonly theme: 'system' | 'light' | 'dark';
  readonly folder: string;
}

/** What the window should show: a place as the hash route of a screen, e.g. `/letter/<id>`. */
export interface Show {
  readonly route: string;
}

interface Call {
  readonly input: z.ZodType;
  /** Never called; it carries the answer's type. */
  readonly output: () => unknown;
  /** Inputs whose JSON is longer are refused before they are parsed. */
  readonly maxBytes: number;
}

function call<Output>() {
  return <Input extends z.ZodType>(input: Input, { maxBytes = 256 * 1024 } = {}) => ({
    input,
    output: (): Output => {
      throw new Error('carries a type only');
    },
    maxBytes,
  });
}

function versionSchema() {
  return z.array(z.string().regex(/^[0-9a-f]{64}$/)).max(64);
}

function changesSchema() {
  const kept = z.int().min(0).max(10_000_000);
  return z.array(z.union([kept, z.tuple([kept], z.string().max(1_000_000))])).max(100_000);
}
