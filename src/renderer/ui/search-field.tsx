import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import {
  Button,
  Group,
  Input,
  Label,
  SearchField as AriaSearchField,
  type SearchFieldProps as AriaSearchFieldProps,
} from 'react-aria-components';

import { classNames } from './class-names.ts';
import field from './field.module.css';
import styles from './search-field.module.css';

export interface SearchFieldProps extends Omit<
  AriaSearchFieldProps,
  'children' | 'className' | 'style' | 'render' | 'isInvalid'
> {
  readonly label: string;
  /** The accessible name of the button that empties the field. */
  readonly clearLabel: string;
  readonly inputRef?: Ref<HTMLInputElement> | undefined;
  readonly placeholder?: string | undefined;
}

/** A field that narrows what is shown. Escape empties it. Its label is for assistive technology, the glass says the rest. */
export const SearchField = ({ label, clearLabel, inputRef, placeholder = label, ...rest }: SearchFieldProps) => (
  <AriaSearchField {...rest} className={classNames(field.field, styles.search)}>
    {({ isEmpty }) => (
      <>
        <Label className={field.hidden ?? ''}>{label}</Label>
        <Group className={field.control ?? ''}>
          <Search aria-hidden size={16} strokeWidth={1.75} className={styles.glass} />
          <Input ref={inputRef} placeholder={placeholder} className={classNames(field.input, styles.input)} />
          {!isEmpty && (
            <Button aria-label={clearLabel} className={field.inset ?? ''}>
              <X aria-hidden size={16} strokeWidth={1.75} />
            </Button>
          )}
        </Group>
      </>
    )}
  </AriaSearchField>
);
