import { ChevronDown } from 'lucide-react';
import {
  Button,
  ListBox,
  Popover,
  Select as AriaSelect,
  SelectValue,
  type SelectProps as AriaSelectProps,
} from 'react-aria-components';

import { classNames } from './class-names.ts';
import { FieldFrame, type FieldWords } from './field.tsx';
import field from './field.module.css';
import list from './list-box.module.css';
import { Option, type Choice } from './option.tsx';
import styles from './select.module.css';

export interface SelectProps<Id extends string>
  extends FieldWords, Pick<AriaSelectProps<Choice<Id>>, 'isDisabled' | 'isRequired' | 'name'> {
  readonly choices: readonly Choice<Id>[];
  readonly onChange: (id: Id) => void;
  /** Shown while nothing is chosen. */
  readonly placeholder?: string | undefined;
  readonly value: Id | null;
}

/** One of a few known choices. */
export const Select = <Id extends string>({
  label,
  hint,
  error,
  isLabelHidden,
  choices,
  onChange,
  placeholder = '',
  value,
  ...rest
}: SelectProps<Id>) => (
  <AriaSelect
    {...rest}
    value={value}
    placeholder={placeholder}
    isInvalid={error !== undefined}
    onChange={(key) => {
      const chosen = choices.find((choice) => choice.id === key);
      if (chosen !== undefined) onChange(chosen.id);
    }}
    className={field.field ?? ''}
  >
    <FieldFrame label={label} hint={hint} error={error} isLabelHidden={isLabelHidden}>
      <Button className={classNames(field.control, styles.button)}>
        <SelectValue className={styles.value ?? ''}>
          {({ defaultChildren, isPlaceholder, selectedItem }) => {
            const chosen = choices.find((choice) => choice.id === value);
            return isPlaceholder || selectedItem === null || chosen === undefined ? defaultChildren : chosen.label;
          }}
        </SelectValue>
        <ChevronDown aria-hidden size={16} strokeWidth={1.75} className={styles.arrow} />
      </Button>
    </FieldFrame>
    <Popover className={list.popover ?? ''} offset={4}>
      <ListBox items={choices} className={list.list ?? ''}>
        {(choice) => <Option choice={choice} />}
      </ListBox>
    </Popover>
  </AriaSelect>
);
