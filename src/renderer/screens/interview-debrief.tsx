import { useState } from 'react';

import { now, useNow } from '#renderer/clock.ts';
import { ProseEditor } from '#renderer/editor/prose-editor.tsx';
import { newId } from '#renderer/new-id.ts';
import { submit, submitWithUndo } from '#renderer/submit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Card } from '#renderer/ui/card.tsx';
import { Disclosure } from '#renderer/ui/disclosure.tsx';
import { Heading } from '#renderer/ui/heading.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { useVoice } from '#renderer/voice.ts';
import type { Interview } from '#shared/facts/interview.ts';
import type { Person } from '#shared/facts/person.ts';
import { LineField } from './application-line.tsx';
import { DayShown } from './application-when.tsx';
import { rememberedOf } from './interview-facts.ts';
import type { InterviewContext } from './interview.tsx';
import styles from './interview.module.css';
import { PromiseForm } from './promise-form.tsx';
import { useRowsBy } from '#renderer/store/store.ts';

export interface InterviewDebriefProps {
  readonly context: InterviewContext;
}

/** Two minutes while it is fresh: what each said, what was promised, what one told them. Everything is saved as it is typed. */
export const InterviewDebrief = ({ context }: InterviewDebriefProps) => {
  const { messages } = useVoice();
  const words = messages.interviewScreen.debrief;
  const { interview } = context;
  if (interview.debriefedAt !== null) {
    return (
      <Section heading={words.doneHeading}>
        <Disclosure title={words.show}>
          <DebriefFields context={context} />
        </Disclosure>
      </Section>
    );
  }
  return (
    <Section heading={words.heading} look="section" summary={words.summary}>
      <DebriefFields context={context} />
      <div className={styles.finish}>
        <Button
          variant="primary"
          onPress={() =>
            void submitWithUndo(
              { type: 'update-interview', id: interview.id, fields: { debriefedAt: now() } },
              words.finished,
            )
          }
        >
          {words.finish}
        </Button>
        <p className={styles.quiet}>{words.finishHint}</p>
      </div>
    </Section>
  );
};

const DebriefFields = ({ context: { interview, application, employerName, panel } }: InterviewDebriefProps) => {
  const { messages } = useVoice();
  const words = messages.interviewScreen.debrief;
  const at = useNow();
  const promises = useRowsBy('promises', 'application', application.id);
  const newest = promises?.toSorted((one, other) => other.saidAt - one.saidAt)[0];
  const save = (fields: Readonly<Partial<Interview>>) =>
    void submit({ type: 'update-interview', id: interview.id, fields });

  return (
    <div className={styles.debrief}>
      {panel.map((person) => (
        <PersonFacts key={person.id} interview={interview} person={person} />
      ))}
      <div className={styles.group}>
        <Heading level={3}>{words.decision}</Heading>
        {newest !== undefined && (
          <p className={styles.quiet}>
            {words.knownDate} <DayShown day={newest.decisionBy} />.
          </p>
        )}
        {newest === undefined ? (
          <PromiseForm application={application} employerName={employerName} saidAt={Math.min(interview.end, at)} />
        ) : (
          <Disclosure title={words.otherDate}>
            <PromiseForm
              application={application}
              employerName={employerName}
              saidAt={Math.max(Math.min(interview.end, at), newest.saidAt + 1)}
            />
          </Disclosure>
        )}
      </div>
      <div className={styles.group}>
        <Heading level={3}>{words.told}</Heading>
        <div className={styles.three}>
          <LineField
            label={words.salary}
            value={interview.toldSalary}
            maxLength={200}
            onSave={(toldSalary) => save({ toldSalary })}
          />
          <LineField
            label={words.notice}
            value={interview.toldNotice}
            maxLength={200}
            onSave={(toldNotice) => save({ toldNotice })}
          />
          <LineField
            label={words.start}
            value={interview.toldStart}
            maxLength={200}
            onSave={(toldStart) => save({ toldStart })}
          />
        </div>
      </div>
      <div className={styles.group}>
        <ProseEditor
          place={{ table: 'interviews', id: interview.id, field: 'said' }}
          text={interview.said}
          label={words.said}
          rows={4}
        />
        <ProseEditor
          place={{ table: 'interviews', id: interview.id, field: 'questionsAsked' }}
          text={interview.questionsAsked}
          label={words.questions}
          rows={3}
        />
      </div>
    </div>
  );
};

/** Up to three facts about one person; the next empty line appears once the one before it says something. */
const PersonFacts = ({ interview, person }: { readonly interview: Interview; readonly person: Person }) => {
  const words = useVoice().messages.interviewScreen.debrief;
  const facts = rememberedOf(interview, person.id);
  // Ids of lines still to be written are there beforehand, so that a line stays itself, and keeps focus, once it is saved.
  const [ids] = useState(() => Array.from({ length: mostFacts }, () => newId()));
  const next = facts.length < mostFacts ? ids.find((id) => !facts.some(({ entry }) => entry === id)) : undefined;
  const lines = next === undefined ? facts : [...facts, { entry: next, text: '' }];
  const remember = (entry: string, text: string) =>
    void submit({ type: 'remember', id: interview.id, entry, person: person.id, text, removed: text === '' });
  return (
    <Card>
      <div className={styles.facts}>
        <Heading level={3}>
          {person.name}
          {person.position !== '' && <span className={styles.quiet}>, {person.position}</span>}
        </Heading>
        {lines.map(({ entry, text }, n) => (
          <LineField
            key={entry}
            label={words.fact({ n: n + 1, name: person.name })}
            isLabelHidden={n > 0}
            placeholder={n === 0 ? words.factExample : words.another}
            value={text}
            maxLength={500}
            onSave={(next) => remember(entry, next)}
          />
        ))}
      </div>
    </Card>
  );
};

const mostFacts = 3;
