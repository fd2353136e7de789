import { useState } from 'react';

import { useHashQuery } from '#renderer/route.ts';
import { useRows } from '#renderer/store/store.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Row, RowList } from '#renderer/ui/row-list.tsx';
import { SearchField } from '#renderer/ui/search-field.tsx';
import { useVoice } from '#renderer/voice.ts';
import type { Person } from '#shared/facts/person.ts';
import { Users } from 'lucide-react';
import styles from './people.module.css';
import { PersonPage } from './person.tsx';

/** Everybody met on the way, or one of them (`?id=`). */
export const PeopleScreen = () => {
  const id = new URLSearchParams(useHashQuery()).get('id');
  return id === null ? <PeopleList /> : <PersonPage key={id} id={id} />;
};

const PeopleList = () => {
  const words = useVoice().messages.people;
  const people = useRows('people');
  const [text, setText] = useState('');
  if (people === undefined) return null;
  const shown = people
    .filter((person) => matches(person, text))
    .toSorted((one, other) => one.name.localeCompare(other.name));

  return (
    <Page heading={words.heading} summary={people.length === 0 ? undefined : words.summary({ n: people.length })}>
      {people.length === 0 ? (
        <EmptyState icon={Users} heading={words.emptyHeading}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <div className={styles.stack}>
          <SearchField label={words.search} clearLabel={words.clear} value={text} onChange={setText} />
          {shown.length === 0 ? (
            <p className={styles.quiet}>{words.noneFound({ text })}</p>
          ) : (
            <RowList label={words.heading}>
              {shown.map((person) => (
                <Row
                  key={person.id}
                  id={person.id}
                  href={`#/people?id=${person.id}`}
                  textValue={person.name}
                  aside={Object.values(person.emails).find(({ removed }) => !removed)?.value}
                >
                  {person.name}
                  <span className={styles.quiet}>
                    {[person.position, person.organisation]
                      .filter((part) => part !== '')
                      .map((part) => `, ${part}`)
                      .join('')}
                  </span>
                </Row>
              ))}
            </RowList>
          )}
        </div>
      )}
    </Page>
  );
};

/** Every word of the text is somewhere in what is known of the person. */
const matches = (person: Person, text: string): boolean => {
  const known = [
    person.name,
    person.position,
    person.organisation,
    person.rapport,
    ...Object.values(person.emails).map(({ value }) => value),
  ]
    .join(' ')
    .toLocaleLowerCase();
  return text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => known.includes(word));
};
