import type { CSSProperties } from 'react';

import styles from './window-bar.module.css';
import type { WindowFractions } from './window-fractions.ts';

export interface WindowBarProps extends WindowFractions {
  /** The same in words: "From yesterday 16:00, best by today 16:00, until tomorrow 16:00. Now it is 09:30." */
  readonly label: string;
}

/**
 * A window of time: a solid bar while it is good, hatched once it is later than best, a diamond at the best moment, a
 * pin for now. Shapes and textures carry it, so it reads without colour. `windowFractions` computes the numbers.
 */
export const WindowBar = ({ from, due, until, now, label }: WindowBarProps) => (
  <div role="img" aria-label={label} className={styles.bar}>
    <span className={styles.line} />
    <span className={styles.good} style={span(from, due)} />
    <span className={styles.late} style={span(due, until)} />
    <span className={styles.due} style={at(due)} />
    <span className={styles.now} style={at(now)} />
  </div>
);

const percent = (fraction: number) => `${(fraction * 100).toFixed(2)}%`;
const span = (start: number, end: number): CSSProperties => ({
  insetInlineStart: percent(start),
  width: percent(Math.max(end - start, 0)),
});
const at = (fraction: number): CSSProperties => ({ insetInlineStart: percent(fraction) });
