import type { LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

import styles from './button.module.css';
import { classNames } from './class-names.ts';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'render'> {
  readonly children: ReactNode;
  readonly icon?: LucideIcon | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  /** `primary`: the one main action of a screen. `plain`: any other. `quiet`: words without an edge. */
  readonly variant?: 'primary' | 'plain' | 'quiet' | undefined;
}

/** An action named by what happens. A pending button keeps focus and its words, and does nothing. */
export const Button = ({ children, icon: Icon, variant = 'plain', ...rest }: ButtonProps) => (
  <AriaButton {...rest} className={classNames(styles.button, styles[variant])}>
    {Icon !== undefined && <Icon aria-hidden size={16} strokeWidth={1.75} />}
    <span className={styles.words}>{children}</span>
  </AriaButton>
);
