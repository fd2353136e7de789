import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import styles from './time-line.module.css';

/** One dated entry. */
export interface TimeLineEntry {
  readonly id: string;
  /** The day as people say it. */
  readonly when: string;
  /** The same for machines: an ISO date or instant. */
  readonly dateTime: string;
  /** The same exactly, on hover and for assistive technology. */
  readonly exact: string;
  readonly icon?: LucideIcon | undefined;
  /** `ahead` is drawn hollow: it has not happened yet. */
  readonly tense?: 'past' | 'ahead' | undefined;
  readonly title: ReactNode;
  readonly body?: ReactNode;
}

export interface TimeLineProps {
  readonly entries: readonly TimeLineEntry[];
  readonly label: string;
}

/** What happened and what is said to come, in the order given. */
export const TimeLine = ({ entries, label }: TimeLineProps) => (
  <ol aria-label={label} className={styles.line}>
    {entries.map(({ id, when, dateTime, exact, icon: Icon, tense = 'past', title, body }) => (
      <li key={id} className={classNames(styles.entry, tense === 'ahead' && styles.ahead)}>
        <span aria-hidden className={classNames(styles.mark, Icon === undefined && styles.dot)}>
          {Icon !== undefined && <Icon size={14} strokeWidth={1.75} />}
        </span>
        <time dateTime={dateTime} title={exact} aria-label={exact} className={styles.when}>
          {when}
        </time>
        <div className={styles.words}>
          <div className={styles.title}>{title}</div>
          {body !== undefined && <div className={styles.body}>{body}</div>}
        </div>
      </li>
    ))}
  </ol>
);
