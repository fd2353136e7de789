import { Trash2, UserCheck } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';

import { now } from '#renderer/clock.ts';
import { newId } from '#renderer/new-id.ts';
import { useQuery } from '#renderer/store/store.ts';
import { submit, submitWithUndo } from '#renderer/submit.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Heading } from '#renderer/ui/heading.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useVoice } from '#renderer/voice.ts';
import type { Briefing, Person, Reference } from '#shared/facts/person.ts';
import { LineField } from './application-line.tsx';
import { When } from './application-when.tsx';
import styles from './people.module.css';
import { nobody, PersonField, personOf } from './person-choice.tsx';

/** People who speak for the user, and what they know about which application (rule `brief-your-references`). */
export const ReferencesScreen = () => {
  const { messages } = useVoice();
  const words = messages.people.references;
  const references = useReferences();
  const [isAdding, setAdding] = useState(false);
  if (references === undefined) return null;
  const add = (
    <Button variant="primary" onPress={() => setAdding(true)}>
      {words.add}
    </Button>
  );

  return (
    <Page
      heading={words.heading}
      summary={references.length === 0 ? undefined : words.summary}
      actions={references.length === 0 ? undefined : add}
    >
      {references.length === 0 ? (
        <EmptyState icon={UserCheck} heading={words.emptyHeading} actions={add}>
          <p>{words.emptyText}</p>
        </EmptyState>
      ) : (
        <div className={styles.cards}>
          {references.map((one) => (
            <ReferenceCard key={one.reference.id} {...one} />
          ))}
        </div>
      )}
      <Dialog isOpen={isAdding} onClose={() => setAdding(false)} closeLabel={messages.frame.close} title={words.dialog}>
        {isAdding && <NewReference taken={references.map(({ person }) => person.id)} onDone={() => setAdding(false)} />}
      </Dialog>
    </Page>
  );
};

interface KnownReference {
  readonly reference: Reference;
  readonly person: Person;
  readonly briefings: readonly { readonly briefing: Briefing; readonly place: string }[];
}

const ReferenceCard = ({ reference, person, briefings }: KnownReference) => {
  const { messages } = useVoice();
  const words = messages.people.references;
  const heading = `reference-${reference.id}`;
  const save = (fields: Readonly<Partial<Reference>>) =>
    void submit({ type: 'update-reference', id: reference.id, fields });
  return (
    <Card labelledBy={heading}>
      <div className={styles.stack}>
        <div className={styles.head}>
          <Heading id={heading} level={2} look="title">
            <Link href={`/people?id=${person.id}`}>{person.name}</Link>
          </Heading>
          <IconButton
            icon={Trash2}
            label={words.delete({ name: person.name })}
            onPress={() =>
              void submitWithUndo(
                { type: 'delete', table: 'references', id: reference.id, at: now() },
                words.deleted({ name: person.name }),
              )
            }
          />
        </div>
        <div className={styles.pair}>
          <LineField
            label={words.relation}
            value={reference.relation}
            maxLength={200}
            onSave={(relation) => save({ relation })}
          />
          <LineField
            label={words.strengths}
            value={reference.strengths}
            maxLength={500}
            onSave={(strengths) => save({ strengths })}
          />
        </div>
        {briefings.length === 0 ? (
          <p className={styles.quiet}>{words.unlinked}</p>
        ) : (
          <ul className={styles.briefings}>
            {briefings.map(({ briefing, place }) => (
              <li key={briefing.id}>
                <Link href={`/application/${briefing.application}`}>{place}</Link>
                {briefing.toldAt === null ? (
                  <Badge tone="ochre">{words.notTold}</Badge>
                ) : (
                  <>
                    <Badge tone="sage">{words.told}</Badge>
                    <span className={styles.quiet}>
                      <When at={briefing.toldAt} isDay />
                    </span>
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Card>
  );
};

const NewReference = ({ taken, onDone }: { readonly taken: readonly string[]; readonly onDone: () => void }) => {
  const { messages } = useVoice();
  const words = messages.people.references;
  const [person, setPerson] = useState(nobody);
  const [relation, setRelation] = useState('');
  const [strengths, setStrengths] = useState('');

  const add = async () => {
    const at = now();
    const who = personOf(person, { organisation: '', at });
    if (who.id === null) return;
    const result = await submitWithUndo(
      {
        type: 'batch',
        commands: [
          ...who.commands,
          {
            type: 'add-reference',
            reference: { id: newId(), person: who.id, relation: relation.trim(), strengths: strengths.trim() },
            at,
          },
        ],
      },
      words.added({ name: person.name.trim() }),
    );
    if (result.ok) onDone();
  };

  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <PersonField autoFocus label={words.who} value={person} onChange={setPerson} except={taken} />
      <TextField
        label={words.relation}
        placeholder={words.relationExample}
        value={relation}
        onChange={setRelation}
        maxLength={200}
      />
      <TextField label={words.strengths} value={strengths} onChange={setStrengths} maxLength={500} />
      <div className={styles.buttons}>
        <Button onPress={onDone}>{messages.frame.cancel}</Button>
        <Button type="submit" variant="primary" isDisabled={person.name.trim() === ''}>
          {words.add}
        </Button>
      </div>
    </form>
  );
};

const useReferences = (): readonly KnownReference[] | undefined =>
  useQuery(async (model) => {
    const [references, briefings] = await Promise.all([model.references.toArray(), model.briefings.toArray()]);
    const people = await model.people.bulkGet(references.map(({ person }) => person));
    const applications = await model.applications.bulkGet(briefings.map(({ application }) => application));
    const employers = await model.employers.bulkGet(applications.map((one) => one?.employer ?? ''));
    const places = briefings.map((briefing, n) => ({
      briefing,
      // Its application may be deleted; the link comes back with it.
      place: applications[n] === undefined ? null : `${employers[n]?.name ?? ''}, ${applications[n].role}`,
    }));
    return references
      .flatMap((reference, n): readonly KnownReference[] => {
        const person = people[n];
        if (person === undefined) return [];
        const known = places.flatMap(({ briefing, place }) =>
          briefing.reference === reference.id && place !== null ? [{ briefing, place }] : [],
        );
        return [{ reference, person, briefings: known }];
      })
      .toSorted((one, other) => one.person.name.localeCompare(other.person.name));
  }, []);
