import type { ReactNode } from 'react';
import { GridList, GridListItem } from 'react-aria-components';

import { classNames } from './class-names.ts';
import styles from './row-list.module.css';

export interface RowListProps {
  readonly children: ReactNode;
  readonly label: string;
}

/** Rows between hairlines. One stop for Tab; up and down move along the rows, left and right into what a row holds. */
export const RowList = ({ children, label }: RowListProps) => (
  <GridList aria-label={label} className={styles.list ?? ''}>
    {children}
  </GridList>
);

export interface RowProps {
  /** Buttons of this row. */
  readonly actions?: ReactNode;
  /** A few words at the end: a badge, a date. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  /** Where Enter or a press leads; a row without it is only read. */
  readonly href?: string | undefined;
  readonly id: string;
  /** A first column of fixed width, in quiet ink: a day, an employer. */
  readonly lead?: ReactNode;
  readonly onAction?: (() => void) | undefined;
  /** The row in plain words, for assistive technology and for jumping by letter. */
  readonly textValue: string;
}

/** One line of a RowList. It grows when its words need more. */
export const Row = ({ actions, aside, children, href, id, lead, onAction, textValue }: RowProps) => (
  <GridListItem
    id={id}
    textValue={textValue}
    {...(href !== undefined && { href })}
    {...(onAction !== undefined && { onAction })}
    className={classNames(styles.row, (href !== undefined || onAction !== undefined) && styles.leads)}
  >
    {lead !== undefined && <div className={styles.lead}>{lead}</div>}
    <div className={styles.words}>{children}</div>
    {aside !== undefined && <div className={styles.aside}>{aside}</div>}
    {actions !== undefined && <div className={styles.actions}>{actions}</div>}
  </GridListItem>
);
