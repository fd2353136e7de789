import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button, Disclosure as AriaDisclosure, DisclosurePanel, Heading } from 'react-aria-components';

import styles from './disclosure.module.css';

export interface DisclosureProps {
  readonly children: ReactNode;
  readonly isOpenAtFirst?: boolean | undefined;
  readonly level?: 2 | 3 | 4 | undefined;
  readonly title: ReactNode;
}

/** Something that can wait, folded under its own words. */
export const Disclosure = ({ children, isOpenAtFirst = false, level = 3, title }: DisclosureProps) => (
  <AriaDisclosure defaultExpanded={isOpenAtFirst} className={styles.disclosure ?? ''}>
    <Heading level={level} className={styles.heading ?? ''}>
      <Button slot="trigger" className={styles.trigger ?? ''}>
        <ChevronRight aria-hidden size={16} strokeWidth={1.75} className={styles.arrow} />
        <span>{title}</span>
      </Button>
    </Heading>
    <DisclosurePanel className={styles.panel ?? ''}>
      <div className={styles.content}>{children}</div>
    </DisclosurePanel>
  </AriaDisclosure>
);
