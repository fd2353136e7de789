import { ChangeSet, Text } from '@codemirror/state';

import type { TextChanges, TextMerged } from '#shared/contract.ts';

/**
 * One text as an editor holds it: what main has confirmed, then what is on its way, then what was typed since. No DOM,
 * no timers, no bridge.
 *
 * 1. At most one message is in flight.
 * 2. `confirmed`, then `inFlight`, then `pending` always gives the text in the editor.
 * 3. A refused message changed nothing; what it carried is pending again, against the same version.
 * 4. Where both sides write at one place, what the editor has stays before what arrives; main decides for the message,
 *    the editor for what was typed since, each for both directions, so the two ends agree.
 */
export interface TextSync {
  /** The document's heads that `confirmed` belongs to. */
  readonly version: readonly string[];
  readonly confirmed: Text;
  readonly inFlight: ChangeSet | null;
  readonly pending: ChangeSet | null;
}

export interface TextMessage {
  readonly version: readonly string[];
  readonly changes: TextChanges;
}

/** @param text lines are parted by `\n` alone, so that lengths stay those of the document in UTF-16 code units. */
export const openTextSync = (text: string, version: readonly string[]): TextSync => ({
  version,
  confirmed: textOf(text),
  inFlight: null,
  pending: null,
});

/** @param changes made to the text in the editor. */
export const typed = (sync: TextSync, changes: ChangeSet): TextSync =>
  changes.empty ? sync : { ...sync, pending: sync.pending === null ? changes : sync.pending.compose(changes) };

/**
 * What to send now; null while a message is in flight. Without anything typed the message is empty and only asks what
 * changed elsewhere.
 */
export const send = (sync: TextSync): { readonly sync: TextSync; readonly message: TextMessage } | null => {
  if (sync.inFlight !== null) return null;
  const inFlight = sync.pending ?? ChangeSet.empty(sync.confirmed.length);
  return {
    sync: { ...sync, inFlight, pending: null },
    message: { version: sync.version, changes: jsonOf(inFlight) },
  };
};

/**
 * Main took the message. `remote` is what others changed meanwhile, mapped over what was typed since: to be applied to
 * the text in the editor.
 */
export const received = (
  sync: TextSync,
  merged: TextMerged,
): { readonly sync: TextSync; readonly remote: ChangeSet } => {
  if (sync.inFlight === null) throw new Error('an answer without a message');
  const arrived = ChangeSet.fromJSON(merged.changes);
  const confirmed = arrived.apply(sync.inFlight.apply(sync.confirmed));
  const { pending } = sync;
  return {
    sync: {
      version: merged.version,
      confirmed,
      inFlight: null,
      pending: pending === null ? null : pending.map(arrived, true),
    },
    remote: pending === null ? arrived : arrived.map(pending),
  };
};

/** Main refused the message, or it never got there: nothing was changed. */
export const refused = (sync: TextSync): TextSync => {
  const { inFlight, pending } = sync;
  if (inFlight === null) throw new Error('a refusal without a message');
  const back = pending === null ? inFlight : inFlight.compose(pending);
  return { ...sync, inFlight: null, pending: back.empty ? null : back };
};

/** The text in the editor. */
export const currentText = ({ confirmed, inFlight, pending }: TextSync): Text => {
  const sent = inFlight === null ? confirmed : inFlight.apply(confirmed);
  return pending === null ? sent : pending.apply(sent);
};

/** The text main will have once it takes what is in flight, where nobody else wrote. */
export const sentText = ({ confirmed, inFlight }: TextSync): Text =>
  inFlight === null ? confirmed : inFlight.apply(confirmed);

/** Whether something typed is not confirmed yet. */
export const isUnsaved = ({ inFlight, pending }: TextSync): boolean =>
  pending !== null || (inFlight !== null && !inFlight.empty);

/** As messages carry it. */
export const jsonOf = (changes: ChangeSet): TextChanges => changes.toJSON();

export const textOf = (text: string): Text => Text.of(text.split('\n'));
