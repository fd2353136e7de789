import { useState } from 'react';
import { Link } from 'wouter';

import { now } from '#renderer/clock.ts';
import { newId } from '#renderer/new-id.ts';
import { useQuery } from '#renderer/store/store.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Checkbox } from '#renderer/ui/checkbox.tsx';
import { classNames } from '#renderer/ui/class-names.ts';
import { Section } from '#renderer/ui/section.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { useVoice } from '#renderer/voice.ts';
import type { Application } from '#shared/facts/application.ts';
import type { Briefing, Person, Reference } from '#shared/facts/person.ts';
import { LineField } from './application-line.tsx';
import { When } from './application-when.tsx';
import styles from './application.module.css';

export interface ApplicationReferencesProps {
  readonly application: Application;
}

/** Who speaks for the user in this one, and what they know (rule `brief-your-references`). */
export const ApplicationReferences = ({ application }: ApplicationReferencesProps) => {
  const words = useVoice().messages.application.references;
  const [chosen, setChosen] = useState<string | null>(null);
  const known = useQuery(
    async (model) => {
      const [references, briefings] = await Promise.all([
        model.references.toArray(),
        model.briefings.where('application').equals(application.id).toArray(),
      ]);
      const people = await model.people.bulkGet(references.map(({ person }) => person));
      return references.flatMap((reference, n): readonly KnownReference[] => {
        const person = people[n];
        const briefing = briefings.find((one) => one.reference === reference.id) ?? null;
        return person === undefined ? [] : [{ reference, person, briefing }];
      });
    },
    ['references', application.id],
  );
  if (known === undefined) return null;
  const linked = known.filter(({ briefing }) => briefing !== null);
  const free = known.filter(({ briefing }) => briefing === null);

  const link = async () => {
    const one = free.find(({ reference }) => reference.id === chosen);
    if (one === undefined) return;
    await submitWithUndo(
      {
        type: 'link-reference',
        briefing: { id: newId(), reference: one.reference.id, application: application.id },
        at: now(),
      },
      words.linked({ name: one.person.name }),
    );
    setChosen(null);
  };

  return (
    <Section heading={words.heading}>
      {linked.length === 0 && (
        <p className={styles.quiet}>
          {words.none} {known.length === 0 && <Link href="/references">{words.toReferences}</Link>}
        </p>
      )}
      {linked.map(({ reference, person, briefing }) =>
        briefing === null ? null : (
          <ReferenceBriefing key={reference.id} person={person} reference={reference} briefing={briefing} />
        ),
      )}
      {free.length > 0 && (
        <div className={classNames(styles.link, styles.chooser)}>
          <Select
            label={words.choose}
            value={chosen}
            placeholder={words.choosePlaceholder}
            choices={free.map(({ reference, person }) => ({
              id: reference.id,
              label: person.name,
              description: reference.relation === '' ? undefined : reference.relation,
            }))}
            onChange={setChosen}
          />
          <Button isDisabled={chosen === null} onPress={() => void link()}>
            {words.link}
          </Button>
        </div>
      )}
    </Section>
  );
};

interface KnownReference {
  readonly reference: Reference;
  readonly person: Person;
  readonly briefing: Briefing | null;
}

export interface ReferenceBriefingProps {
  readonly person: Person;
  readonly reference: Reference;
  readonly briefing: Briefing;
}

const ReferenceBriefing = ({ person, reference, briefing }: ReferenceBriefingProps) => {
  const words = useVoice().messages.application.references;
  const set = (field: (typeof steps)[number], isDone: boolean) =>
    void submitWithUndo(
      { type: 'update-briefing', id: briefing.id, fields: { [field]: isDone ? now() : null } },
      isDone ? words.ticked[field]({ name: person.name }) : words.unticked({ name: person.name }),
    );
  return (
    <div className={styles.reference}>
      <div className={styles.referenceHead}>
        <p>
          <Link href={`/people?id=${person.id}`}>{person.name}</Link>
          {reference.relation !== '' && <span className={styles.quiet}>, {reference.relation}</span>}
        </p>
        <Button
          variant="quiet"
          onPress={() =>
            void submitWithUndo(
              { type: 'delete', table: 'briefings', id: briefing.id, at: now() },
              words.unlinked({ name: person.name }),
            )
          }
        >
          {words.unlink}
        </Button>
      </div>
      <div className={styles.checks}>
        {steps.map((field) => {
          const at = briefing[field];
          return (
            <Checkbox
              key={field}
              isSelected={at !== null}
              onChange={(isDone) => set(field, isDone)}
              hint={at === null ? undefined : <When at={at} isDay />}
            >
              {words.steps[field]}
            </Checkbox>
          );
        })}
      </div>
      <LineField
        label={words.toldWhat}
        value={briefing.toldWhat}
        maxLength={500}
        onSave={(toldWhat) =>
          void submitWithUndo({ type: 'update-briefing', id: briefing.id, fields: { toldWhat } }, words.noted)
        }
      />
    </div>
  );
};

/** In the order in which they happen. */
const steps = ['askedAt', 'agreedAt', 'toldAt', 'thankedAt', 'toldOutcomeAt'] as const;
