import { UserMinus } from 'lucide-react';
import { useRef, useState } from 'react';

import { now, useNow } from '#renderer/clock.ts';
import { newId } from '#renderer/new-id.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Row, RowList } from '#renderer/ui/row-list.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useVoice } from '#renderer/voice.ts';
import type { InterviewContext } from './interview.tsx';
import styles from './interview.module.css';
import { nobody, PersonField, personOf } from './person-choice.tsx';

export interface InterviewPanelProps {
  readonly context: InterviewContext;
}

/** Who sat there (rule `know-your-interviewers`): each gets a letter of their own. */
export const InterviewPanel = ({ context: { interview, employerName, panel } }: InterviewPanelProps) => {
  const { messages } = useVoice();
  const words = messages.interviewScreen.panel;
  const [choice, setChoice] = useState(nobody);
  const [position, setPosition] = useState('');
  const [email, setEmail] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const isKnown = choice.id !== null;
  // An empty panel asks for names; a known one only where that is wanted.
  const [adding, setAdding] = useState<'no' | 'asked' | 'wanted'>(panel.length === 0 ? 'asked' : 'no');
  const heading = useNow() < interview.end ? words.heading : words.headingAfter;

  const add = async () => {
    const at = now();
    const who = personOf(choice, { organisation: employerName, position: position.trim(), at });
    if (who.id === null) return;
    const address = email.trim();
    const result = await submitWithUndo(
      {
        type: 'batch',
        commands: [
          ...who.commands,
          ...(isKnown || address === ''
            ? []
            : [
                {
                  type: 'set-address' as const,
                  id: who.id,
                  list: 'emails' as const,
                  entry: newId(),
                  value: address,
                  kind: 'work' as const,
                  removed: false,
                },
              ]),
          { type: 'set-interviewer', id: interview.id, person: who.id, present: true },
        ],
      },
      words.added({ name: choice.name.trim() }),
    );
    if (!result.ok) return;
    setChoice(nobody);
    setPosition('');
    setEmail('');
    // The next of the panel is typed right away.
    form.current?.querySelector('input')?.focus();
  };

  return (
    <Section
      heading={heading}
      summary={panel.length === 0 ? words.none : undefined}
      actions={
        adding === 'no' && (
          <Button variant="quiet" onPress={() => setAdding('wanted')}>
            {words.form}
          </Button>
        )
      }
    >
      {panel.length > 0 && (
        <RowList label={heading}>
          {panel.map((person) => {
            const emails = Object.values(person.emails).filter(({ removed }) => !removed);
            return (
              <Row
                key={person.id}
                id={person.id}
                href={`#/people?id=${person.id}`}
                textValue={person.name}
                aside={emails[0]?.value}
                actions={
                  <IconButton
                    icon={UserMinus}
                    label={words.remove({ name: person.name })}
                    onPress={() =>
                      void submitWithUndo(
                        { type: 'set-interviewer', id: interview.id, person: person.id, present: false },
                        words.removed({ name: person.name }),
                      )
                    }
                  />
                }
              >
                {person.name}
                {person.position !== '' && <span className={styles.quiet}>, {person.position}</span>}
              </Row>
            );
          })}
        </RowList>
      )}
      {adding !== 'no' && (
        <form
          ref={form}
          aria-label={words.form}
          className={styles.add}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <PersonField
            autoFocus={adding === 'wanted'}
            label={words.name}
            value={choice}
            onChange={setChoice}
            except={panel.map(({ id }) => id)}
          />
          {!isKnown && (
            <>
              <TextField label={words.position} value={position} onChange={setPosition} maxLength={200} />
              <TextField label={words.email} type="email" value={email} onChange={setEmail} maxLength={320} />
            </>
          )}
          <Button type="submit" isDisabled={choice.name.trim() === ''}>
            {words.add}
          </Button>
        </form>
      )}
    </Section>
  );
};
