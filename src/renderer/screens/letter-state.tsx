import { Badge } from '#renderer/ui/badge.tsx';
import { useNow } from '#renderer/clock.ts';
import { useVoice } from '#renderer/voice.ts';
import { dayOf } from '#shared/calendar.ts';
import type { Letter } from '#shared/facts/letter.ts';
import { dayWords } from '#shared/format.ts';
import { gapsIn } from '#shared/letter/first-text.ts';

export interface LetterStateProps {
  /** Null where no letter was begun. */
  readonly letter: Pick<Letter, 'body' | 'sentAt'> | null;
}

/** How far a letter has come, in a few words. */
export const LetterState = ({ letter }: LetterStateProps) => {
  const { messages, region } = useVoice();
  const today = dayOf(useNow(), region.zone);
  const words = messages.letterScreen.state;
  if (letter === null) return <Badge>{words.none}</Badge>;
  if (letter.sentAt !== null) {
    return <Badge tone="sage">{words.sent({ day: dayWords(dayOf(letter.sentAt, region.zone), region, today) })}</Badge>;
  }
  const gaps = gapsIn(letter.body).length;
  return gaps > 0 ? <Badge tone="ochre">{words.gaps({ n: gaps })}</Badge> : <Badge tone="ochre">{words.draft}</Badge>;
};
