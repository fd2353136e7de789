import type { Ref } from 'react';
import { Input, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components';

import { classNames } from './class-names.ts';
import { FieldFrame, type FieldWords } from './field.tsx';
import field from './field.module.css';

export interface TextFieldProps
  extends Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'render' | 'isInvalid'>, FieldWords {
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly placeholder?: string | undefined;
}

/** One line of text. */
export const TextField = ({
  label,
  hint,
  error,
  isLabelHidden,
  inputRef,
  placeholder = '',
  ...rest
}: TextFieldProps) => (
  <AriaTextField {...rest} isInvalid={error !== undefined} className={field.field ?? ''}>
    <FieldFrame label={label} hint={hint} error={error} isLabelHidden={isLabelHidden}>
      <Input ref={inputRef} placeholder={placeholder} className={classNames(field.control, field.input)} />
    </FieldFrame>
  </AriaTextField>
);
