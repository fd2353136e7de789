import { TextArea as AriaTextArea, TextField, type TextFieldProps } from 'react-aria-components';

import { classNames } from './class-names.ts';
import { FieldFrame, type FieldWords } from './field.tsx';
import field from './field.module.css';
import styles from './text-area.module.css';

export interface TextAreaProps
  extends Omit<TextFieldProps, 'children' | 'className' | 'style' | 'render' | 'isInvalid' | 'type'>, FieldWords {
  readonly placeholder?: string | undefined;
  /** Height in lines when empty; the area grows with what is written. */
  readonly rows?: number | undefined;
  /** `letter` writes in the book serif. */
  readonly face?: 'app' | 'letter' | undefined;
}

/** Several lines of plain text; it grows with its content up to half the window and scrolls from there. */
export const TextArea = ({
  label,
  hint,
  error,
  isLabelHidden,
  placeholder = '',
  rows = 3,
  face = 'app',
  ...rest
}: TextAreaProps) => (
  <TextField {...rest} isInvalid={error !== undefined} className={field.field ?? ''}>
    <FieldFrame label={label} hint={hint} error={error} isLabelHidden={isLabelHidden}>
      <AriaTextArea
        rows={rows}
        placeholder={placeholder}
        className={classNames(field.control, field.input, styles.area, face === 'letter' && styles.letter)}
        style={{ minHeight: `calc(${rows} * 1lh + 14px)` }}
      />
    </FieldFrame>
  </TextField>
);
