import { Label, ProgressBar } from 'react-aria-components';

import { classNames } from './class-names.ts';
import styles from './progress-line.module.css';

export interface ProgressLineProps {
  readonly label: string;
  /** A fraction from 0 to 1, or `null` while nobody knows how much is left. */
  readonly value: number | null;
  /** The same in words: "12 of 40 letters". */
  readonly valueText: string;
}

/** How far something has come, in words and as a line. A line of unknown length is hatched; it does not move. */
export const ProgressLine = ({ label, value, valueText }: ProgressLineProps) => (
  <ProgressBar
    isIndeterminate={value === null}
    maxValue={1}
    value={value ?? 0}
    valueLabel={valueText}
    className={styles.progress ?? ''}
  >
    {({ percentage }) => (
      <>
        <div className={styles.words}>
          <Label className={styles.label ?? ''}>{label}</Label>
          <span className={styles.value}>{valueText}</span>
        </div>
        <div className={styles.track}>
          <div
            className={classNames(styles.done, value === null && styles.unknown)}
            style={{ width: `${value === null ? 100 : (percentage ?? 0)}%` }}
          />
        </div>
      </>
    )}
  </ProgressBar>
);
