import { ChevronDown } from 'lucide-react';
import { Button, ComboBox as AriaComboBox, Group, Input, ListBox, Popover } from 'react-aria-components';

import { FieldFrame, type FieldWords } from './field.tsx';
import field from './field.module.css';
import list from './list-box.module.css';
import { Option, type Choice } from './option.tsx';

export interface ComboBoxProps extends FieldWords {
  readonly autoFocus?: boolean | undefined;
  readonly choices: readonly Choice<string>[];
  readonly isDisabled?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  /** The accessible name of the arrow that opens the list. */
  readonly openLabel: string;
  /** The text as it stands, and the choice it names: `null` while the text is a new one. */
  readonly onChange: (text: string, choiceId: string | null) => void;
  readonly placeholder?: string | undefined;
  readonly value: string;
}

/** One of the known choices, or a new one typed freely. The text is the value; a choice only fills it in. */
export const ComboBox = ({
  label,
  hint,
  error,
  isLabelHidden,
  autoFocus = false,
  choices,
  isDisabled = false,
  isRequired = false,
  openLabel,
  onChange,
  placeholder = '',
  value,
}: ComboBoxProps) => {
  const choiceNamed = (text: string) => choices.find((choice) => sameText(choice.label, text))?.id ?? null;
  return (
    <AriaComboBox
      allowsCustomValue
      // Free text must not open the list when it is merely focused: the next Tab would choose for the person.
      menuTrigger="input"
      autoFocus={autoFocus}
      defaultItems={choices}
      inputValue={value}
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      isRequired={isRequired}
      onInputChange={(text) => {
        if (text !== value) onChange(text, choiceNamed(text));
      }}
      className={field.field ?? ''}
    >
      <FieldFrame label={label} hint={hint} error={error} isLabelHidden={isLabelHidden}>
        <Group className={field.control ?? ''}>
          <Input placeholder={placeholder} className={field.input ?? ''} />
          <Button aria-label={openLabel} className={field.inset ?? ''}>
            <ChevronDown aria-hidden size={16} strokeWidth={1.75} />
          </Button>
        </Group>
      </FieldFrame>
      <Popover className={list.popover ?? ''} offset={4}>
        <ListBox<Choice<string>> className={list.list ?? ''}>{(choice) => <Option choice={choice} />}</ListBox>
      </Popover>
    </AriaComboBox>
  );
};

const sameText = (one: string, other: string): boolean =>
  one.trim().localeCompare(other.trim(), undefined, { sensitivity: 'accent' }) === 0;
