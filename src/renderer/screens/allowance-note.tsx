import { useNow } from '#renderer/clock.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { useVoice } from '#renderer/voice.ts';
import { proportionAt, type Allowance } from '#shared/allowance.ts';
import { DayShown, When } from './application-when.tsx';
import styles from './application.module.css';
import { dayOf } from '#shared/calendar.ts';

export interface AllowanceNoteProps {
  readonly allowance: Allowance;
  readonly employerName: string;
}

/** Whether one more word to this employer now is in proportion, why, and when the next good day is (rules `stay-proportional`, `do-not-nag`). */
export const AllowanceNote = ({ allowance, employerName }: AllowanceNoteProps) => {
  const { messages, region } = useVoice();
  const at = useNow();
  const words = messages.application.allowance;
  const proportion = proportionAt(allowance, at);
  const { nextGoodAt, lastAt, used, limit } = allowance;
  return (
    <div className={styles.allowance}>
      <p>
        <Badge tone={proportion === 'fine' ? 'sage' : proportion === 'early' ? 'ochre' : 'clay'}>
          {words[proportion]}
        </Badge>
      </p>
      <p>
        {proportion === 'fine' ? words.why.fine({ employer: employerName }) : words.why[proportion]}{' '}
        {proportion !== 'fine' && nextGoodAt !== null && (
          <>
            {words.next} <DayShown day={dayOf(nextGoodAt, region.zone)} />.
          </>
        )}
      </p>
      <p className={styles.quiet}>
        {words.used({ used, limit })}
        {lastAt !== null && (
          <>
            {' '}
            {words.last} <When at={lastAt} isDay />.
          </>
        )}
      </p>
    </div>
  );
};
