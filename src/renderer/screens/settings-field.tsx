import { useEffect, useState } from 'react';
import { useSettings } from '#renderer/store/store.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { TimeField } from '#renderer/ui/time-field.tsx';
import { useVoice } from '#renderer/voice.ts';
import { defaultSettings, type Settings } from '#shared/facts/settings.ts';
import styles from './settings.module.css';

type NumberField = Exclude<
  { [K in keyof Settings]: Settings[K] extends number ? K : never }[keyof Settings],
  'dayStart' | 'dayEnd'
>;

/** A number of the rules: saved when one leaves the field or presses Enter, with a way back to its default. */
export const SettingNumber = ({
  field,
  min,
  max,
}: {
  readonly field: NumberField;
  readonly min: number;
  readonly max: number;
}) => {
  const { messages } = useVoice();
  const words = messages.settings;
  const value = useSettings()[field];
  const [text, setText] = useState(String(value));
  useEffect(() => setText(String(value)), [value]);
  const given = /^\d{1,5}$/.test(text.trim()) ? Number(text) : Number.NaN;
  const isFit = given >= min && given <= max;
  const label = words.field[field];
  const save = (next: number) =>
    void submitWithUndo({ type: 'update-settings', fields: { [field]: next } }, words.saved({ label }));
  const keep = () => {
    if (isFit && given !== value) save(given);
  };
  return (
    <div className={styles.field}>
      <TextField
        label={label}
        hint={words.defaultIs({ value: String(defaultSettings[field]) })}
        inputMode="numeric"
        value={text}
        onChange={setText}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
        error={isFit ? undefined : words.range({ min, max })}
      />
      <Reset label={label} isShown={value !== defaultSettings[field]} onPress={() => save(defaultSettings[field])} />
    </div>
  );
};

/** When a day begins or ends, in minutes after midnight. */
export const SettingTime = ({ field }: { readonly field: 'dayStart' | 'dayEnd' }) => {
  const { messages } = useVoice();
  const words = messages.settings;
  const value = useSettings()[field];
  const label = words.field[field];
  const save = (next: number) =>
    void submitWithUndo({ type: 'update-settings', fields: { [field]: next } }, words.saved({ label }));
  return (
    <div className={styles.field}>
      <TimeField
        label={label}
        hint={words.defaultIs({ value: clockTime(defaultSettings[field]) })}
        value={clockTime(value)}
        onChange={(time) => {
          const minutes = time === null ? value : Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
          if (minutes !== value) save(minutes);
        }}
      />
      <Reset label={label} isShown={value !== defaultSettings[field]} onPress={() => save(defaultSettings[field])} />
    </div>
  );
};

const Reset = ({
  label,
  isShown,
  onPress,
}: {
  readonly label: string;
  readonly isShown: boolean;
  readonly onPress: () => void;
}) => {
  const words = useVoice().messages.settings;
  if (!isShown) return null;
  return (
    <Button variant="quiet" aria-label={words.resetFor({ label })} onPress={onPress}>
      {words.reset}
    </Button>
  );
};

/** 'HH:mm' of minutes after midnight; the end of a day, 24:00, is shown as its last minute. */
const clockTime = (minutes: number): string => {
  const shown = Math.min(minutes, 24 * 60 - 1);
  return `${String(Math.floor(shown / 60)).padStart(2, '0')}:${String(shown % 60).padStart(2, '0')}`;
};
