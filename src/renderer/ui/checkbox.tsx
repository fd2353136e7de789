import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';

import styles from './checkbox.module.css';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className' | 'style' | 'render'> {
  readonly children: ReactNode;
  /** A second, quieter line that belongs to the name. */
  readonly hint?: ReactNode;
}

/** Yes or no, said in the words beside it. */
export const Checkbox = ({ children, hint, ...rest }: CheckboxProps) => (
  <AriaCheckbox {...rest} className={styles.checkbox ?? ''}>
    {({ isIndeterminate, isSelected }) => (
      <>
        <span className={styles.box}>
          {isIndeterminate ? (
            <Minus aria-hidden size={13} strokeWidth={3} />
          ) : (
            isSelected && <Check aria-hidden size={13} strokeWidth={3} />
          )}
        </span>
        <span className={styles.words}>
          {children}
          {hint !== undefined && <span className={styles.hint}>{hint}</span>}
        </span>
      </>
    )}
  </AriaCheckbox>
);
