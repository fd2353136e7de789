import { parseDate } from '@internationalized/date';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import {
  Button,
  Calendar,
  CalendarCell,
  CalendarGrid,
  DateInput,
  DatePicker,
  DateSegment,
  Dialog,
  Group,
  Heading,
  Popover,
} from 'react-aria-components';

import { classNames } from './class-names.ts';
import styles from './date-field.module.css';
import { FieldFrame, type FieldWords } from './field.tsx';
import field from './field.module.css';

export interface DateFieldProps extends FieldWords {
  readonly autoFocus?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly isRequired?: boolean | undefined;
  /** Earliest and latest day that can be chosen, 'YYYY-MM-DD'. */
  readonly earliest?: string | undefined;
  readonly latest?: string | undefined;
  readonly onChange: (day: string | null) => void;
  /** 'YYYY-MM-DD', or `null` while no whole day is given. Anything else is a bug of the caller and throws. */
  readonly value: string | null;
}

/** A day without a time, typed part by part or picked in a calendar. */
export const DateField = ({
  label,
  hint,
  error,
  isLabelHidden,
  autoFocus = false,
  isDisabled = false,
  isRequired = false,
  earliest,
  latest,
  onChange,
  value,
}: DateFieldProps) => (
  <DatePicker
    autoFocus={autoFocus}
    isDisabled={isDisabled}
    isInvalid={error !== undefined}
    isRequired={isRequired}
    minValue={earliest === undefined ? null : parseDate(earliest)}
    maxValue={latest === undefined ? null : parseDate(latest)}
    value={value === null ? null : parseDate(value)}
    onChange={(day) => onChange(day === null ? null : day.toString())}
    className={classNames(field.field, styles.field)}
  >
    <FieldFrame label={label} hint={hint} error={error} isLabelHidden={isLabelHidden}>
      <Group className={field.control ?? ''}>
        <DateInput className={styles.parts ?? ''}>
          {(part) => <DateSegment segment={part} className={styles.part ?? ''} />}
        </DateInput>
        <Button className={field.inset ?? ''}>
          <CalendarDays aria-hidden size={16} strokeWidth={1.75} />
        </Button>
      </Group>
    </FieldFrame>
    <Popover className={styles.popover ?? ''} offset={4}>
      <Dialog className={styles.dialog ?? ''}>
        <Calendar>
          <header className={styles.head}>
            <Button slot="previous" className={field.inset ?? ''}>
              <ChevronLeft aria-hidden size={18} strokeWidth={1.75} />
            </Button>
            <Heading className={styles.month ?? ''} />
            <Button slot="next" className={field.inset ?? ''}>
              <ChevronRight aria-hidden size={18} strokeWidth={1.75} />
            </Button>
          </header>
          <CalendarGrid className={styles.days ?? ''}>
            {(day) => <CalendarCell date={day} className={styles.day ?? ''} />}
          </CalendarGrid>
        </Calendar>
      </Dialog>
    </Popover>
  </DatePicker>
);
