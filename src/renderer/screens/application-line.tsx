import { useEffect, useEffectEvent, useState } from 'react';

import { TextField } from '#renderer/ui/text-field.tsx';

export interface LineFieldProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly isLabelHidden?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
  readonly maxLength: number;
  readonly placeholder?: string | undefined;
  /** Called with a changed value when the field is left, on Enter, and when the screen or the window goes. */
  readonly onSave: (value: string) => void;
  /** An empty field takes its old value back instead of being saved. */
  readonly isNeeded?: boolean | undefined;
  readonly type?: 'text' | 'email' | 'url' | 'tel' | undefined;
  readonly value: string;
}

/** One line that is saved when one leaves it. What another machine saves meanwhile shows as soon as nothing is half typed. */
export const LineField = (props: LineFieldProps) => {
  const {
    label,
    hint,
    isLabelHidden,
    isReadOnly = false,
    maxLength,
    placeholder,
    isNeeded = false,
    type = 'text',
    value,
  } = props;
  const [draft, setDraft] = useState<Draft | null>(null);
  // What was saved shows until the row brings it, and no longer.
  const shown = draft === null || (draft.isSaved && draft.over !== value) ? value : draft.text;

  const finish = () => {
    if (draft === null || draft.isSaved) return;
    const text = draft.text.trim();
    const isChange = text !== value && !(isNeeded && text === '');
    setDraft(isChange ? { ...draft, text, isSaved: true } : null);
    if (isChange) props.onSave(text);
  };
  const finishOnLeaving = useEffectEvent(finish);
  useEffect(() => {
    // A window that is closed unmounts nothing.
    const onPageHide = () => finishOnLeaving();
    window.addEventListener('pagehide', onPageHide);
    return () => {
      window.removeEventListener('pagehide', onPageHide);
      finishOnLeaving();
    };
  }, []);

  return (
    <TextField
      label={label}
      hint={hint}
      isLabelHidden={isLabelHidden}
      isReadOnly={isReadOnly}
      maxLength={maxLength}
      placeholder={placeholder}
      type={type}
      isRequired={isNeeded}
      value={shown}
      onChange={(text) => setDraft({ text, over: value, isSaved: false })}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') finish();
        else event.continuePropagation();
      }}
    />
  );
};

/** What was typed, over which saved value. */
interface Draft {
  readonly text: string;
  readonly over: string;
  readonly isSaved: boolean;
}
