import { ChangeSet, type Text } from '@codemirror/state';

import type { CommandError } from '#shared/command.ts';
import type { TextMerged, TextVersion } from '#shared/contract.ts';
import type { Result } from '#shared/result.ts';
import {
  currentText,
  isUnsaved,
  jsonOf,
  openTextSync,
  received,
  refused,
  send,
  sentText,
  textOf,
  typed,
  type TextMessage,
  type TextSync,
} from './text-sync.ts';

/** Main's side of one text. A promise that rejects means that nobody knows whether the message arrived. */
export interface TextPort {
  readonly read: () => Promise<Result<TextVersion & { readonly text: string }, CommandError>>;
  readonly edit: (message: TextMessage) => Promise<Result<TextMerged, CommandError>>;
}

/** How the text stands with main, to be said in words. */
export type TextStanding =
  | { readonly type: 'opening' }
  | { readonly type: 'saved' }
  | { readonly type: 'saving' }
  | { readonly type: 'not-saved'; readonly because: CommandError | null };

/** The editor that shows the text. */
export interface TextView {
  /** Others wrote: to be applied to the text on show. */
  readonly onRemote: (changes: ChangeSet) => void;
  /** The text is there, for the first time or anew. */
  readonly onOpen: (text: Text) => void;
  readonly onStanding: (standing: TextStanding) => void;
}

export interface TextSessionOptions {
  readonly port: TextPort;
  /** Runs `run` after `ms`; the answer calls it off. */
  readonly later: (run: () => void, ms: number) => () => void;
  /** Nothing is left to save. Called each time this becomes so. */
  readonly onSettled?: () => void;
}

/** How long typing is gathered before it is sent, and how long to wait after a failure, in ms. */
const restBeforeSending = 30;
const restBeforeRetry = 3_000;

/**
 * Keeps one text in step with main while it is typed (design law 5). It outlives the editor that shows it for as long as
 * something is unsaved, so that a failure on leaving a screen loses nothing.
 */
export const createTextSession = ({ port, later, onSettled }: TextSessionOptions) => {
  let sync: TextSync | null = null;
  let view: TextView | null = null;
  let standing: TextStanding = { type: 'opening' };
  let callOff: (() => void) | null = null;
  let running: Promise<void> | null = null;
  /** Main has everything, and its disk has not: asked again until it has. */
  let awaitsDisk = false;
  /** What the row showed last; pulled for once, since a row may be older than what main has just confirmed. */
  let shown: string | null = null;
  let pulledFor: string | null = null;

  const say = (next: TextStanding): void => {
    if (next.type === standing.type && next.type !== 'not-saved') return;
    standing = next;
    view?.onStanding(next);
  };

  const sendAfter = (ms: number): void => {
    callOff?.();
    callOff = later(() => {
      callOff = null;
      void run();
    }, ms);
  };

  const run = (): Promise<void> => (running ??= exchangeAll().finally(() => (running = null)));

  /** Opens the text where it is not open yet, then sends until nothing is left or something goes wrong. */
  const exchangeAll = async (): Promise<void> => {
    callOff?.();
    callOff = null;
    if (sync === null && !(await open())) return;
    while (sync !== null && (sync.pending !== null || awaitsDisk || wantsPull(sync))) {
      pulledFor = shown;
      if (isUnsaved(sync)) say({ type: 'saving' });
      if (!(await exchange())) return;
    }
    say({ type: 'saved' });
    onSettled?.();
  };

  const open = async (): Promise<boolean> => {
    const answer = await port.read().catch(() => null);
    if (answer === null || !answer.ok) {
      failed(answer === null ? null : answer.error);
      return false;
    }
    sync = openTextSync(answer.value.text, answer.value.version);
    view?.onOpen(currentText(sync));
    return true;
  };

  const exchange = async (): Promise<boolean> => {
    const next = sync === null ? null : send(sync);
    if (next === null) return false;
    sync = next.sync;
    const answer = await port.edit(next.message).catch(() => null);
    if (answer === null) return await reconcile();
    if (answer.ok) {
      take(answer.value);
      awaitsDisk = answer.value.notSaved !== null;
      if (answer.value.notSaved === null) return true;
      failed({ type: 'not-saved', because: answer.value.notSaved });
      return false;
    }
    sync = refused(sync);
    failed(answer.error);
    return false;
  };

  const take = (merged: TextMerged): void => {
    if (sync === null) return;
    const next = received(sync, merged);
    sync = next.sync;
    if (!next.remote.empty) view?.onRemote(next.remote);
  };

  /** The answer was lost. Main's text tells whether the message had arrived; sent twice, its words would stand there twice. */
  const reconcile = async (): Promise<boolean> => {
    const answer = await port.read().catch(() => null);
    if (sync === null) return false;
    if (answer !== null && answer.ok && sentText(sync).eq(textOf(answer.value.text))) {
      take({ version: answer.value.version, changes: jsonOf(ChangeSet.empty(sentText(sync).length)), notSaved: null });
      return true;
    }
    sync = refused(sync);
    failed(answer === null || answer.ok ? null : answer.error);
    return false;
  };

  const failed = (because: CommandError | null): void => {
    say({ type: 'not-saved', because });
    // Another try helps where the disk or main had trouble, and not where main understood and said no.
    if (because === null || because.type === 'not-saved') sendAfter(restBeforeRetry);
  };

  const wantsPull = (now: TextSync): boolean =>
    shown !== null && shown !== pulledFor && now.confirmed.toString() !== shown;

  return {
    /** Shows the text in `next`, and in no other view from now on. */
    attach: (next: TextView): void => {
      view = next;
      next.onStanding(standing);
      if (sync === null) void run();
      else next.onOpen(currentText(sync));
    },
    /** The editor goes; what is unsaved is still sent. */
    detach: (): void => {
      view = null;
      if (sync !== null && isUnsaved(sync)) void run();
    },
    typed: (changes: ChangeSet): void => {
      if (sync === null || changes.empty) return;
      sync = typed(sync, changes);
      // Not put off by the next keystroke: who types on and on is saved on and on.
      if (callOff === null) sendAfter(standing.type === 'not-saved' ? restBeforeRetry : restBeforeSending);
    },
    /** What the read model shows for this text: where it differs, somebody else wrote. */
    rowShows: (text: string): void => {
      shown = text;
      if (sync !== null && standing.type !== 'not-saved' && wantsPull(sync)) void run();
    },
    /** Sends what is unsaved now. Answers whether main has everything. */
    flush: async (): Promise<boolean> => {
      await run();
      // What was typed while the last message was under way.
      if (sync !== null && sync.pending !== null && standing.type !== 'not-saved') await run();
      return sync === null ? standing.type === 'opening' : !isUnsaved(sync) && !awaitsDisk;
    },
    isSettled: (): boolean => sync === null || (!isUnsaved(sync) && !awaitsDisk),
    text: (): string | null => (sync === null ? null : currentText(sync).toString()),
  };
};

export type TextSession = ReturnType<typeof createTextSession>;
