import { callNames, type CallName } from '#shared/contract-names.ts';
import { calls, type Handlers } from '#shared/contract.ts';
import { origin } from './origin.ts';

/** What the gate looks at of an `IpcMainInvokeEvent`. */
export interface CallEvent {
  /** Null where the frame was gone before the message arrived. */
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null;
  readonly sender: { readonly id: number };
}

/** Answers one message, or throws and has changed nothing. */
export type Gate = (event: CallEvent, ...input: readonly unknown[]) => Promise<unknown>;

/**
 * One gate for each call of the contract. A message passes when
 *
 * 1. it comes from a web contents that we created (`isOurs`, by id),
 * 2. from its top frame, at exactly our origin,
 * 3. with at most one input, whose JSON is no longer than the call allows,
 * 4. that fits the call's schema.
 *
 * Any other is refused with a short Error, before its handler is called.
 */
export const createGates = (
  handlers: Handlers,
  isOurs: (webContentsId: number) => boolean,
): Readonly<Record<CallName, Gate>> => {
  const gates = callNames.map((name): [CallName, Gate] => [
    name,
    async (event, ...input) => {
      refuseSender(event, isOurs);
      return await answer(name, handlers, input);
    },
  ]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- fromEntries forgets that every name is there
  return Object.fromEntries(gates) as Record<CallName, Gate>;
};

const refuseSender = (event: CallEvent, isOurs: (webContentsId: number) => boolean): void => {
  const { senderFrame, sender } = event;
  if (!isOurs(sender.id)) throw new Error('Refused: not a window of this app.');
  if (senderFrame === null) throw new Error('Refused: the frame is gone.');
  if (senderFrame.parent !== null) throw new Error('Refused: not the top frame.');
  if (senderFrame.origin !== origin) throw new Error('Refused: foreign origin.');
};

const answer = <N extends CallName>(name: N, handlers: Handlers, input: readonly unknown[]): Promise<unknown> => {
  const call = calls[name];
  if (input.length > 1) throw new Error(`Refused: ${name} takes one input.`);
  if (jsonBytes(input[0]) > call.maxBytes) throw new Error(`Refused: too much for ${name}.`);
  const parsed = call.input.safeParse(input[0]);
  if (!parsed.success) throw new Error(`Refused: not an input of ${name}.`);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the schema and the handler of one name belong together
  const handler = handlers[name] as (value: unknown) => Promise<unknown>;
  return handler(parsed.data);
};

/** Infinite for what has no JSON (cycles, big integers): no call takes such a thing. */
const jsonBytes = (value: unknown): number => {
  if (value === undefined) return 0;
  try {
    return Buffer.byteLength(JSON.stringify(value) ?? '');
  } catch {
    return Infinity;
  }
};
