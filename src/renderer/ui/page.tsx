import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import { Heading } from './heading.tsx';
import styles from './page.module.css';

export interface PageProps {
  readonly actions?: ReactNode;
  /** A second column from 1400 px on; below that it follows the content. */
  readonly aside?: ReactNode;
  readonly asideLabel?: string | undefined;
  /** Where this page belongs: a link back, above the heading. */
  readonly back?: ReactNode;
  readonly children: ReactNode;
  readonly heading: ReactNode;
  /** One sentence that sums the page up. */
  readonly summary?: ReactNode;
  /** `wide` lets boards and tables use the whole window. */
  readonly width?: 'text' | 'wide' | undefined;
}

/** One screen: a heading in plain words, one sentence, then content. */
export const Page = ({ actions, aside, asideLabel, back, children, heading, summary, width = 'text' }: PageProps) => (
  <div className={classNames(styles.page, width === 'wide' && styles.wide, aside !== undefined && styles.twoColumns)}>
    <header className={styles.head}>
      {back !== undefined && <div className={styles.back}>{back}</div>}
      <div className={styles.words}>
        <Heading level={1}>{heading}</Heading>
        {summary !== undefined && <p className={styles.summary}>{summary}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
    <div className={styles.content}>{children}</div>
    {aside !== undefined && (
      <aside aria-label={asideLabel} className={styles.aside}>
        {aside}
      </aside>
    )}
  </div>
);
