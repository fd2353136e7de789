import { Ellipsis, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';

import { now } from '#renderer/clock.ts';
import { ProseEditor } from '#renderer/editor/prose-editor.tsx';
import { newId } from '#renderer/new-id.ts';
import { go } from '#renderer/route.ts';
import { useQuery } from '#renderer/store/store.ts';
import { submit, submitWithUndo } from '#renderer/submit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Row, RowList } from '#renderer/ui/row-list.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { useVoice } from '#renderer/voice.ts';
import type { Person } from '#shared/facts/person.ts';
import { AddressKind } from '#shared/facts/value.ts';
import { LineField } from './application-line.tsx';
import { When } from './application-when.tsx';
import { panelOf } from './interview-facts.ts';
import { LetterState } from './letter-state.tsx';
import { NotFound } from './not-found.tsx';
import styles from './people.module.css';

export interface PersonPageProps {
  readonly id: string;
}

/** One person: how to reach them, what to remember, where one met. */
export const PersonPage = ({ id }: PersonPageProps) => {
  const { messages } = useVoice();
  const words = messages.people;
  const context = usePerson(id);
  if (context === undefined) return null;
  if (context === null) return <NotFound />;
  const { person, meetings, letters } = context;
  const save = (fields: Readonly<Partial<Person>>) => void submit({ type: 'update-person', id: person.id, fields });

  const remove = async () => {
    const deleted = await submitWithUndo(
      { type: 'delete', table: 'people', id: person.id, at: now() },
      words.deleted({ name: person.name }),
    );
    if (deleted.ok) go('/people');
  };

  return (
    <Page
      back={<Link href="/people">{words.heading}</Link>}
      heading={person.name}
      summary={[person.position, person.organisation].filter((part) => part !== '').join(', ')}
      actions={
        <MenuButton
          icon={Ellipsis}
          label={words.more}
          isLabelHidden
          entries={[{ id: 'delete', label: words.delete, icon: Trash2, onAction: () => void remove() }]}
        />
      }
    >
      <Section heading={words.who}>
        <div className={styles.pair}>
          <LineField
            label={words.name}
            value={person.name}
            maxLength={200}
            isNeeded
            onSave={(name) => save({ name })}
          />
          <LineField
            label={words.position}
            value={person.position}
            maxLength={200}
            onSave={(position) => save({ position })}
          />
          <LineField
            label={words.organisation}
            value={person.organisation}
            maxLength={200}
            onSave={(organisation) => save({ organisation })}
          />
          <LineField
            label={words.linkedIn}
            value={person.linkedIn}
            maxLength={500}
            onSave={(linkedIn) => save({ linkedIn })}
          />
        </div>
      </Section>
      <AddressSection person={person} list="emails" />
      <AddressSection person={person} list="phones" />
      <AddressSection person={person} list="addresses" />
      <Section heading={words.rapport} summary={words.rapportHint}>
        <ProseEditor
          place={{ table: 'people', id: person.id, field: 'rapport' }}
          text={person.rapport}
          label={words.rapport}
          isLabelHidden
          rows={4}
        />
      </Section>
      <Section heading={words.met}>
        {meetings.length === 0 ? (
          <p className={styles.quiet}>{words.neverMet}</p>
        ) : (
          <RowList label={words.met}>
            {meetings.map(({ interview, place }) => {
              const text = words.meeting({ kind: messages.interviewKind[interview.kind], place });
              return (
                <Row
                  key={interview.id}
                  id={interview.id}
                  href={`#/interview/${interview.id}`}
                  textValue={text}
                  lead={<When at={interview.start} zone={interview.zone} isDay />}
                >
                  {text}
                </Row>
              );
            })}
          </RowList>
        )}
      </Section>
      {letters.length > 0 && (
        <Section heading={words.letters}>
          <RowList label={words.letters}>
            {letters.map((letter) => (
              <Row
                key={letter.id}
                id={letter.id}
                href={`#/letter/${letter.id}`}
                textValue={messages.letterKind[letter.kind]}
                lead={<When at={letter.createdAt} isDay />}
                aside={<LetterState letter={letter} />}
              >
                {messages.letterKind[letter.kind]}
              </Row>
            ))}
          </RowList>
        </Section>
      )}
    </Page>
  );
};

type AddressList = 'emails' | 'phones' | 'addresses';

interface AddressSectionProps {
  readonly person: Person;
  readonly list: AddressList;
}

/** Addresses of one sort, each marked as of work or of home (rule `appropriate-medium`). */
const AddressSection = ({ person, list }: AddressSectionProps) => {
  const words = useVoice().messages.people;
  const [value, setValue] = useState('');
  const [kind, setKind] = useState<AddressKind>('work');
  const entries = Object.entries(person[list])
    .filter(([, one]) => !one.removed)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  const kinds = AddressKind.options.map((one) => ({ id: one, label: words.kinds[one] }));

  const set = (entry: string, next: { readonly value: string; readonly kind: AddressKind }, removed = false) => ({
    type: 'set-address' as const,
    id: person.id,
    list,
    entry,
    ...next,
    removed,
  });

  const add = async () => {
    if (value.trim() === '') return;
    const result = await submit(set(newId(), { value: value.trim(), kind }));
    if (result.ok) setValue('');
  };

  return (
    <Section heading={words[list].heading}>
      <div className={styles.addresses}>
        {entries.map(([entry, one]) => (
          <div key={entry} className={styles.address}>
            <LineField
              label={words[list].one}
              isLabelHidden
              value={one.value}
              maxLength={longest[list]}
              isNeeded
              onSave={(text) => void submit(set(entry, { value: text, kind: one.kind }))}
            />
            <Select
              label={words.kind}
              isLabelHidden
              value={one.kind}
              choices={kinds}
              onChange={(next) => void submit(set(entry, { value: one.value, kind: next }))}
            />
            <IconButton
              icon={X}
              label={words.removeAddress({ value: one.value })}
              onPress={() => void submitWithUndo(set(entry, one, true), words.removedAddress({ value: one.value }))}
            />
          </div>
        ))}
        <form
          className={styles.address}
          onSubmit={(event) => {
            event.preventDefault();
            void add();
          }}
        >
          <TextField
            label={words[list].add}
            isLabelHidden
            placeholder={words[list].add}
            value={value}
            onChange={setValue}
            maxLength={longest[list]}
          />
          <Select label={words.kind} isLabelHidden value={kind} choices={kinds} onChange={setKind} />
          <Button type="submit" isDisabled={value.trim() === ''}>
            {words.add}
          </Button>
        </form>
      </div>
    </Section>
  );
};

/** As the facts allow, in UTF-16 code units. */
const longest: Readonly<Record<AddressList, number>> = { emails: 320, phones: 60, addresses: 500 };

const usePerson = (id: string) =>
  useQuery(
    async (model) => {
      const person = await model.people.get(id);
      if (person === undefined) return null;
      const [interviews, letters] = await Promise.all([
        model.interviews.filter((interview) => panelOf(interview).includes(id)).toArray(),
        model.letters.where('person').equals(id).toArray(),
      ]);
      const applications = await model.applications.bulkGet(interviews.map(({ application }) => application));
      const employers = await model.employers.bulkGet(applications.map((one) => one?.employer ?? ''));
      return {
        person,
        letters: letters.toSorted((one, other) => other.createdAt - one.createdAt),
        meetings: interviews
          .map((interview, n) => ({ interview, place: employers[n]?.name ?? '' }))
          .toSorted((one, other) => other.interview.start - one.interview.start),
      };
    },
    ['person', id],
  );
