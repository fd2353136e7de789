import type { ReactNode } from 'react';

import { classNames } from './class-names.ts';
import styles from './heading.module.css';

export interface HeadingProps {
  readonly children: ReactNode;
  readonly id?: string | undefined;
  /** Place in the outline. */
  readonly level: 1 | 2 | 3 | 4;
  /** How it looks, when that differs from what its level would give. */
  readonly look?: 'page' | 'section' | 'title' | 'label' | undefined;
}

const looks = { 1: 'page', 2: 'label', 3: 'title', 4: 'label' } as const;

/** A heading: `page` and `section` in the book serif, `title` names a card or an entry, `label` names a group. */
export const Heading = ({ children, id, level, look = looks[level] }: HeadingProps) => {
  const Element = `h${level}` as const;
  return (
    <Element id={id} className={classNames(styles[look])}>
      {children}
    </Element>
  );
};
