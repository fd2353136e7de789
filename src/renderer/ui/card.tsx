import type { ReactNode } from 'react';

import styles from './card.module.css';
import { classNames } from './class-names.ts';

export interface CardProps {
  readonly children: ReactNode;
  /** Ids of the heading or text that names the card; without it the card is no landmark for assistive technology. */
  readonly labelledBy?: string | undefined;
  /** `sunk` for a card that asks for nothing right now. */
  readonly tone?: 'surface' | 'sunk' | undefined;
}

/** The frame of one thing a person can act on. Lists of things to read are rows, not cards. */
export const Card = ({ children, labelledBy, tone = 'surface' }: CardProps) => {
  const Element = labelledBy === undefined ? 'div' : 'article';
  return (
    <Element aria-labelledby={labelledBy} className={classNames(styles.card, tone === 'sunk' && styles.sunk)}>
      {children}
    </Element>
  );
};
