import { Check } from 'lucide-react';
import { ListBoxItem, Text } from 'react-aria-components';

import styles from './list-box.module.css';

/** One thing to choose. */
export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly description?: string | undefined;
  readonly isDisabled?: boolean | undefined;
}

interface OptionProps {
  readonly choice: Choice<string>;
}

/** A choice in a floating list; the chosen one carries a tick. */
export const Option = ({ choice }: OptionProps) => (
  <ListBoxItem
    id={choice.id}
    textValue={choice.label}
    isDisabled={choice.isDisabled ?? false}
    className={styles.item ?? ''}
  >
    {({ isSelected }) => (
      <>
        <span className={styles.words}>
          <Text slot="label">{choice.label}</Text>
          {choice.description !== undefined && (
            <Text slot="description" className={styles.description ?? ''}>
              {choice.description}
            </Text>
          )}
        </span>
        <span className={styles.tick}>{isSelected && <Check aria-hidden size={16} strokeWidth={2} />}</span>
      </>
    )}
  </ListBoxItem>
);
