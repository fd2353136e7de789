import { Link } from 'wouter';

import { useNow } from '#renderer/clock.ts';
import { useQuery } from '#renderer/store/store.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { useVoice } from '#renderer/voice.ts';
import type { Application } from '#shared/facts/application.ts';
import type { Interview } from '#shared/facts/interview.ts';
import type { Letter } from '#shared/facts/letter.ts';
import type { Person } from '#shared/facts/person.ts';
import { phaseAt } from '#shared/follow-up.ts';
import { dueWords, windowWords } from '#shared/words.ts';
import { rememberedOf } from './interview-facts.ts';
import { LetterState } from './letter-state.tsx';
import styles from './letter.module.css';

export interface LetterAsideProps {
  readonly letter: Letter;
  readonly application: Application;
  readonly person: Person;
  readonly interview: Interview | null;
  readonly gaps: readonly string[];
}

/** What helps while writing to this person: the window, what is left to fill in, what was remembered, the panel's other letters. */
export const LetterAside = ({ letter, application, person, interview, gaps }: LetterAsideProps) => {
  const voice = useVoice();
  const { messages } = voice;
  const words = messages.letterScreen;
  const at = useNow();
  const others = useQuery(
    async (model) => {
      const letters =
        letter.interview === null ? [] : await model.letters.where('interview').equals(letter.interview).toArray();
      const rest = letters.filter(({ id, kind }) => id !== letter.id && kind === letter.kind);
      const people = await model.people.bulkGet(rest.map((one) => one.person));
      return rest.map((one, n) => ({ letter: one, name: people[n]?.name ?? '' }));
    },
    ['others', letter.id, letter.interview],
  );
  const followUps = useQuery(
    async (model) =>
      (await model.followUps.where('application').equals(letter.application).toArray()).filter(
        ({ kind, interview, person, state }) =>
          kind === 'thank' && state === 'open' && interview === letter.interview && person === letter.person,
      ),
    ['due', letter.id, letter.interview],
  );
  const due = letter.sentAt === null && letter.kind === 'thank-you' ? followUps?.[0] : undefined;
  const remembered = interview === null ? [] : rememberedOf(interview, person.id);
  const emails = Object.values(person.emails).filter(({ removed }) => !removed);

  return (
    <>
      {due !== undefined && (
        <Section heading={words.when} look="label">
          <p className={styles.due}>
            <Badge tone={phaseAt(due, at) === 'overdue' ? 'clay' : phaseAt(due, at) === 'later' ? 'quiet' : 'ochre'}>
              {dueWords(due, at, voice)}
            </Badge>{' '}
            {windowWords(due, at, voice)}
          </p>
        </Section>
      )}
      {gaps.length > 0 && (
        <Section heading={words.toFill({ n: gaps.length })} look="label">
          <ul className={styles.gaps}>
            {gaps.map((gap, n) => (
              <li key={`${n} ${gap}`}>
                <mark>{gap}</mark>
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section heading={words.remembered({ name: person.name })} look="label">
        {remembered.length === 0 ? (
          <p className={styles.quiet}>
            {words.nothingRemembered}
            {interview !== null && (
              <>
                {' '}
                <Link href={`/interview/${interview.id}`}>{words.noteNow}</Link>
              </>
            )}
          </p>
        ) : (
          <ul className={styles.facts}>
            {remembered.map(({ entry, text }) => (
              <li key={entry}>{text}</li>
            ))}
          </ul>
        )}
        {person.rapport.trim() !== '' && <p className={styles.rapport}>{person.rapport}</p>}
      </Section>
      {application.strengths.trim() !== '' && (
        <Section heading={words.strength} look="label">
          <p>{application.strengths}</p>
        </Section>
      )}
      <Section heading={words.reach} look="label">
        <p>
          <Link href={`/people?id=${person.id}`}>{person.name}</Link>
          {person.position !== '' && <span className={styles.quiet}>, {person.position}</span>}
        </p>
        {emails.map(({ value }) => (
          <p key={value} className={styles.address}>
            {value}
          </p>
        ))}
      </Section>
      {others !== undefined && others.length > 0 && (
        <Section heading={words.others} look="label">
          <ul className={styles.others}>
            {others.map((one) => (
              <li key={one.letter.id}>
                <Link href={`/letter/${one.letter.id}`}>{one.name}</Link> <LetterState letter={one.letter} />
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};
