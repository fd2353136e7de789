import type { ReactNode } from 'react';
import { FieldError, Label, Text } from 'react-aria-components';

import { classNames } from './class-names.ts';
import styles from './field.module.css';

/** What every field shares. */
export interface FieldWords {
  readonly label: string;
  /** One sentence under the field. */
  readonly hint?: ReactNode;
  /** What is wrong and what to do; its presence marks the field as invalid. */
  readonly error?: string | undefined;
  /** Keeps the label for assistive technology only, where the surroundings name the field. */
  readonly isLabelHidden?: boolean | undefined;
}

interface FieldFrameProps extends FieldWords {
  readonly children: ReactNode;
}

/** Label, control, hint and error in their order. Must stand inside a react-aria field, which wires their ids. */
export const FieldFrame = ({ children, label, hint, error, isLabelHidden = false }: FieldFrameProps) => (
  <>
    <Label className={classNames(styles.label, isLabelHidden && styles.hidden)}>{label}</Label>
    {children}
    {hint !== undefined && (
      <Text slot="description" className={styles.hint ?? ''}>
        {hint}
      </Text>
    )}
    <FieldError className={styles.error ?? ''}>{error}</FieldError>
  </>
);
