import type { ReactNode } from 'react';

import styles from './badge.module.css';
import { classNames } from './class-names.ts';

export interface BadgeProps {
  /** The words that say the state: colour alone never does. */
  readonly children: ReactNode;
  /** `sage` done, `ochre` due, `clay` late, `quiet` anything else. */
  readonly tone?: 'sage' | 'ochre' | 'clay' | 'quiet' | undefined;
}

/** A state in two or three words. */
export const Badge = ({ children, tone = 'quiet' }: BadgeProps) => (
  <span className={classNames(styles.badge, styles[tone])}>{children}</span>
);
