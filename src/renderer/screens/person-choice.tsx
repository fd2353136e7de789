import { newId } from '#renderer/new-id.ts';
import { useRows } from '#renderer/store/store.ts';
import { ComboBox } from '#renderer/ui/combo-box.tsx';
import { useVoice } from '#renderer/voice.ts';
import type { CommandInput } from '#shared/command.ts';
import type { Instant } from '#shared/facts/value.ts';

/** A person as a form names them: known by `id`, or new by name. */
export interface PersonChoice {
  readonly name: string;
  readonly id: string | null;
}

export const nobody: PersonChoice = { name: '', id: null };

export interface PersonFieldProps {
  readonly autoFocus?: boolean | undefined;
  readonly hint?: string | undefined;
  readonly isRequired?: boolean | undefined;
  readonly label: string;
  readonly onChange: (choice: PersonChoice) => void;
  /** People who are not offered, since they are there already. */
  readonly except?: readonly string[] | undefined;
  readonly value: PersonChoice;
}

/** Somebody who is known, or a new name. Known people of the same name are told apart by what they do. */
export const PersonField = ({ autoFocus, hint, isRequired, label, onChange, except = [], value }: PersonFieldProps) => {
  const { messages } = useVoice();
  const people = useRows('people');
  // The list is read when the field is built, so it waits for the people.
  return (
    <ComboBox
      key={people === undefined ? 'waiting' : 'ready'}
      autoFocus={autoFocus}
      label={label}
      hint={hint}
      isRequired={isRequired}
      openLabel={messages.people.showAll}
      choices={(people ?? [])
        .filter(({ id }) => !except.includes(id))
        .toSorted((one, other) => one.name.localeCompare(other.name))
        .map((person) => ({
          id: person.id,
          label: person.name,
          description: [person.position, person.organisation].filter((part) => part !== '').join(', '),
        }))}
      value={value.name}
      onChange={(name, id) => onChange({ name, id })}
    />
  );
};

type SingleInput = Extract<CommandInput, { type: 'batch' }>['commands'][number];

/** The person's id, null where none is named, and what must be sent first where they are new. */
export const personOf = (
  choice: PersonChoice,
  {
    organisation,
    position = '',
    at,
  }: { readonly organisation: string; readonly position?: string; readonly at: Instant },
): { readonly id: string | null; readonly commands: readonly SingleInput[] } => {
  if (choice.id !== null) return { id: choice.id, commands: [] };
  const name = choice.name.trim();
  if (name === '') return { id: null, commands: [] };
  const id = newId();
  return { id, commands: [{ type: 'add-person', person: { id, name, position, organisation }, at }] };
};
