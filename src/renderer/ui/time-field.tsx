import { parseTime } from '@internationalized/date';
import { DateInput, DateSegment, TimeField as AriaTimeField } from 'react-aria-components';

import { classNames } from './class-names.ts';
import date from './date-field.module.css';
import { FieldFrame, type FieldWords } from './field.tsx';
import field from './field.module.css';
import styles from './time-field.module.css';

export interface TimeFieldProps extends FieldWords {
  readonly isDisabled?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  readonly onChange: (time: string | null) => void;
  /** 'HH:mm' on the 24-hour clock, shown as the person's locale writes it; `null` while no whole time is given. */
  readonly value: string | null;
}

/** A wall-clock time to the minute, typed part by part. */
export const TimeField = ({
  label,
  hint,
  error,
  isLabelHidden,
  isDisabled = false,
  isRequired = false,
  onChange,
  value,
}: TimeFieldProps) => (
  <AriaTimeField
    granularity="minute"
    isDisabled={isDisabled}
    isInvalid={error !== undefined}
    isRequired={isRequired}
    value={value === null ? null : parseTime(value)}
    onChange={(time) => onChange(time === null ? null : time.toString().slice(0, 5))}
    className={classNames(field.field, styles.field)}
  >
    <FieldFrame label={label} hint={hint} error={error} isLabelHidden={isLabelHidden}>
      <DateInput className={classNames(field.control, date.parts)}>
        {(part) => <DateSegment segment={part} className={date.part ?? ''} />}
      </DateInput>
    </FieldFrame>
  </AriaTimeField>
);
