import { useState } from 'react';

import { now } from '#renderer/clock.ts';
import { newId } from '#renderer/new-id.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useVoice } from '#renderer/voice.ts';
import type { Letter } from '#shared/facts/letter.ts';
import type { Person } from '#shared/facts/person.ts';
import styles from './letter.module.css';

export interface LetterSendProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly letter: Letter;
  readonly person: Person;
  /** The words of each gap that is left. */
  readonly gaps: readonly string[];
  /** Saves what was typed last; false where that did not work. */
  readonly beforeSending: () => Promise<boolean>;
}

/** Says what will be logged, names what is still to be filled in, and marks the letter as sent. */
export const LetterSend = ({ isOpen, onClose, letter, person, gaps, beforeSending }: LetterSendProps) => {
  const { messages } = useVoice();
  const words = messages.letterScreen.send;
  const [trouble, setTrouble] = useState<string | null>(null);
  const [isPending, setPending] = useState(false);

  const close = () => {
    setTrouble(null);
    onClose();
  };

  const send = async () => {
    setPending(true);
    const isSaved = await beforeSending();
    const result = isSaved
      ? await submitWithUndo(
          { type: 'mark-letter-sent', id: letter.id, interaction: newId(), at: now() },
          words.done({ name: person.name }),
        )
      : null;
    setPending(false);
    if (result?.ok === true) close();
    else setTrouble(words.notSaved);
  };

  return (
    <Dialog
      isOpen={isOpen}
      onClose={close}
      closeLabel={messages.frame.close}
      title={words.title({ name: person.name })}
      width="small"
      footer={
        <>
          <Button onPress={close}>{gaps.length > 0 ? words.goBack : messages.frame.cancel}</Button>
          <Button variant={gaps.length > 0 ? 'plain' : 'primary'} isPending={isPending} onPress={() => void send()}>
            {gaps.length > 0 ? words.sentAnyway : words.sent}
          </Button>
        </>
      }
    >
      <div className={styles.send}>
        {gaps.length > 0 && (
          <div>
            <p>{words.gaps({ n: gaps.length })}</p>
            <ul className={styles.gaps}>
              {gaps.map((gap, n) => (
                <li key={`${n} ${gap}`}>
                  <mark>{gap}</mark>
                </li>
              ))}
            </ul>
          </div>
        )}
        <p>{words.logged({ name: person.name, medium: messages.medium[letter.medium].toLowerCase() })}</p>
        <p>{words.frozen}</p>
        {trouble !== null && (
          <p role="alert" className={styles.trouble}>
            {trouble}
          </p>
        )}
      </div>
    </Dialog>
  );
};
