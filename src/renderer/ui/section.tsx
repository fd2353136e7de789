import { useId, type ReactNode } from 'react';

import { Heading, type HeadingProps } from './heading.tsx';
import styles from './section.module.css';

export interface SectionProps {
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly heading: ReactNode;
  readonly level?: HeadingProps['level'] | undefined;
  readonly look?: HeadingProps['look'];
  /** One sentence under the heading. */
  readonly summary?: ReactNode;
}

/** A part of a page under its own heading, named by it. */
export const Section = ({ actions, children, heading, level = 2, look, summary }: SectionProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles.section}>
      <div className={styles.head}>
        <div className={styles.words}>
          <Heading id={id} level={level} look={look}>
            {heading}
          </Heading>
          {summary !== undefined && <p className={styles.summary}>{summary}</p>}
        </div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
};
