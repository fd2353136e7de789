import { Radio, RadioGroup as AriaRadioGroup } from 'react-aria-components';

import { classNames } from './class-names.ts';
import { FieldFrame, type FieldWords } from './field.tsx';
import field from './field.module.css';
import type { Choice } from './option.tsx';
import styles from './radio-group.module.css';

export interface RadioGroupProps<Id extends string> extends FieldWords {
  readonly choices: readonly Choice<Id>[];
  readonly isDisabled?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  readonly onChange: (id: Id) => void;
  /** `row` sets short choices side by side. */
  readonly layout?: 'column' | 'row' | undefined;
  readonly value: Id | null;
}

/** One of a few choices, all in sight. Arrow keys move and choose. */
export const RadioGroup = <Id extends string>({
  label,
  hint,
  error,
  isLabelHidden,
  choices,
  isDisabled = false,
  isRequired = false,
  onChange,
  layout = 'column',
  value,
}: RadioGroupProps<Id>) => (
  <AriaRadioGroup
    isDisabled={isDisabled}
    isInvalid={error !== undefined}
    isRequired={isRequired}
    orientation={layout === 'row' ? 'horizontal' : 'vertical'}
    value={value}
    onChange={(key) => {
      const chosen = choices.find((choice) => choice.id === key);
      if (chosen !== undefined) onChange(chosen.id);
    }}
    className={field.field ?? ''}
  >
    <FieldFrame label={label} hint={hint} error={error} isLabelHidden={isLabelHidden}>
      <div className={classNames(styles.choices, styles[layout])}>
        {choices.map((choice) => (
          <Radio
            key={choice.id}
            value={choice.id}
            isDisabled={choice.isDisabled ?? false}
            className={styles.radio ?? ''}
          >
            <span className={styles.dot} />
            <span className={styles.words}>
              {choice.label}
              {choice.description !== undefined && <span className={styles.description}>{choice.description}</span>}
            </span>
          </Radio>
        ))}
      </div>
    </FieldFrame>
  </AriaRadioGroup>
);
