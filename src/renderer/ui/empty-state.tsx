import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './empty-state.module.css';
import { Heading, type HeadingProps } from './heading.tsx';

export interface EmptyStateProps {
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  readonly heading: ReactNode;
  readonly icon?: LucideIcon | undefined;
  readonly level?: HeadingProps['level'] | undefined;
}

/** What a place says when it holds nothing yet: what will be here, and how it begins. */
export const EmptyState = ({ actions, children, heading, icon: Icon, level = 2 }: EmptyStateProps) => (
  <div className={styles.empty}>
    {Icon !== undefined && <Icon aria-hidden size={24} strokeWidth={1.5} className={styles.icon} />}
    <Heading level={level} look="section">
      {heading}
    </Heading>
    {children !== undefined && <div className={styles.text}>{children}</div>}
    {actions !== undefined && <div className={styles.actions}>{actions}</div>}
  </div>
);
