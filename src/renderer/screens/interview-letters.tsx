import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Heading } from '#renderer/ui/heading.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { useVoice } from '#renderer/voice.ts';
import { useId } from 'react';
import type { Letter } from '#shared/facts/letter.ts';
import type { Person } from '#shared/facts/person.ts';
import { openThankYou } from './follow-up-actions-letter.ts';
import { rememberedOf } from './interview-facts.ts';
import type { InterviewContext } from './interview.tsx';
import styles from './interview.module.css';
import { LetterState } from './letter-state.tsx';

export interface InterviewLettersProps {
  readonly context: InterviewContext;
}

/** The panel's letters side by side: one each, none the same (rules `thank-each-interviewer`, `individualise-letters`). */
export const InterviewLetters = ({ context: { interview, panel, letters } }: InterviewLettersProps) => {
  const words = useVoice().messages.interviewScreen.letters;
  const thanks = letters.filter(({ kind }) => kind === 'thank-you');
  const sent = panel.filter(({ id }) => thanks.some((one) => one.person === id && one.sentAt !== null)).length;
  const firstOpen = panel.find(({ id }) => !thanks.some((one) => one.person === id && one.sentAt !== null));
  return (
    <Section heading={words.heading} look="section" summary={words.summary({ sent, all: panel.length })}>
      <div className={styles.letters}>
        {panel.map((person) => (
          <LetterCard
            key={person.id}
            person={person}
            letter={letterTo(person, thanks)}
            notes={rememberedOf(interview, person.id).map(({ text }) => text)}
            isMain={interview.debriefedAt !== null && person.id === firstOpen?.id}
            onOpen={() => void openThankYou(interview.id, person.id)}
          />
        ))}
      </div>
    </Section>
  );
};

/** The draft before what was sent, the newest first. */
const letterTo = (person: Person, letters: readonly Letter[]): Letter | null =>
  letters
    .filter((one) => one.person === person.id)
    .toSorted((a, b) => Number(a.sentAt !== null) - Number(b.sentAt !== null) || b.createdAt - a.createdAt)[0] ?? null;

interface LetterCardProps {
  readonly person: Person;
  readonly letter: Letter | null;
  readonly notes: readonly string[];
  readonly isMain: boolean;
  readonly onOpen: () => void;
}

const LetterCard = ({ person, letter, notes, isMain, onOpen }: LetterCardProps) => {
  const { messages } = useVoice();
  const words = messages.interviewScreen.letters;
  const name = useId();
  const about = [person.position, letter === null ? '' : messages.medium[letter.medium].toLowerCase()];
  return (
    <Card labelledBy={name}>
      <div className={styles.letterCard}>
        <div>
          <Heading id={name} level={3}>
            {person.name}
          </Heading>
          <p className={styles.quiet}>{about.filter((part) => part !== '').join(', ')}</p>
        </div>
        {letter === null ? (
          <div className={styles.quiet}>
            <p>{notes.length === 0 ? words.noNotes : words.notes}</p>
            <ul>
              {notes.map((note) => (
                <li key={note}>· {note}</li>
              ))}
            </ul>
          </div>
        ) : (
          <p className={styles.excerpt}>{letter.body}</p>
        )}
        <div className={styles.letterFoot}>
          <LetterState letter={letter} />
          <Button
            variant={isMain ? 'primary' : 'plain'}
            aria-label={(letter === null ? words.beginFor : letter.sentAt === null ? words.openFor : words.readFor)({
              name: person.name,
            })}
            onPress={onOpen}
          >
            {letter === null ? words.begin : letter.sentAt === null ? words.open : words.read}
          </Button>
        </div>
      </div>
    </Card>
  );
};
