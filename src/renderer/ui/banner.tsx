import { CircleCheck, Clock, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './banner.module.css';
import { classNames } from './class-names.ts';

const icons = { sage: CircleCheck, ochre: Clock, clay: TriangleAlert, quiet: Info };

export interface BannerProps {
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** Speaks up when it appears: `status` when there is a pause, `alert` at once. Omit it for what was there from the start. */
  readonly live?: 'status' | 'alert' | undefined;
  readonly title?: ReactNode;
  readonly tone?: 'sage' | 'ochre' | 'clay' | 'quiet' | undefined;
}

/** A message in its place: what happened, what is safe, what to do. */
export const Banner = ({ actions, children, live, title, tone = 'quiet' }: BannerProps) => {
  const Icon = icons[tone];
  return (
    <div role={live} className={classNames(styles.banner, styles[tone])}>
      <Icon aria-hidden size={18} strokeWidth={1.75} className={styles.icon} />
      <div className={styles.words}>
        {title !== undefined && <p className={styles.title}>{title}</p>}
        <div className={styles.text}>{children}</div>
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
};
