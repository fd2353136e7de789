import type { CommandError, CommandInput } from '#shared/command.ts';
import { exhaustive, type Result } from '#shared/result.ts';
import type { Submitted, Undone } from '#shared/contract.ts';
import { bridge } from './bridge.ts';
import { showToast, type ToastContent } from './ui/toast.ts';
import { voiceNow } from './voice.ts';

/**
 * Sends a command; answered when it is saved. A refusal is said in plain words as a toast, and answered too, so that a
 * form can stay open.
 */
export const submit = async (command: CommandInput): Promise<Result<Submitted, CommandError>> => {
  const result = await bridge.submit(command);
  if (result.ok) takeBackWords();
  else say({ text: refusalWords(result.error) });
  return result;
};

/** Sends a command and offers to undo it, in the words `text`: "Put off until Monday." */
export const submitWithUndo = async (command: CommandInput, text: string): Promise<Result<Submitted, CommandError>> => {
  const result = await submit(command);
  if (result.ok) say({ text, action: { label: voiceNow().messages.frame.undo, onAction: undo } });
  return result;
};

/** Takes the last change back and says which. */
export const undo = (): void => {
  const { frame } = voiceNow().messages;
  void reportUndone(bridge.undo(), frame.undone, frame.nothingToUndo);
};

/** Does again what was last taken back, and says what. */
export const redo = (): void => {
  const { frame } = voiceNow().messages;
  void reportUndone(bridge.redo(), frame.redone, frame.nothingToRedo);
};

/** Why a command was refused: what happened, what is safe, what to do. */
export const refusalWords = (error: CommandError): string => {
  const { refused } = voiceNow().messages.frame;
  switch (error.type) {
    case 'not-found':
      return refused.notFound;
    case 'already-exists':
      return refused.alreadyExists;
    case 'letter-already-sent':
      return refused.letterSent;
    case 'ends-before-it-starts':
      return refused.endsBeforeItStarts;
    case 'invalid':
      return refused.invalid({ what: error.what });
    case 'read-only':
      return error.because === 'damaged' ? refused.readOnlyDamaged : refused.readOnlyNewer;
    case 'not-saved':
      return refused.notSaved({ because: error.because });
    default:
      return exhaustive(error);
  }
};

const reportUndone = async (
  answer: Promise<Result<Undone | null, CommandError>>,
  words: (facts: { readonly what: string; readonly left: number }) => string,
  nothing: string,
): Promise<void> => {
  const { messages } = voiceNow();
  const result = await answer;
  if (!result.ok) say({ text: refusalWords(result.error) });
  else if (result.value === null) say({ text: nothing });
  else say({ text: words({ what: messages.done[result.value.label], left: result.value.left }) });
};

// Undo takes back the newest change, so an offer to undo must go as soon as there is a newer one.
let takeBackWords: () => void = () => undefined;

const say = (content: ToastContent): void => {
  takeBackWords();
  takeBackWords = showToast(content);
};
