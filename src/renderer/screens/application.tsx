import { CalendarPlus, Ellipsis, MessageSquarePlus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';

import { now, useNow } from '#renderer/clock.ts';
import { newId } from '#renderer/new-id.ts';
import { go } from '#renderer/route.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useMediaQuery } from '#renderer/ui/media-query.ts';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Row, RowList } from '#renderer/ui/row-list.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { TimeLine } from '#renderer/ui/time-line.tsx';
import { useVoice } from '#renderer/voice.ts';
import { dayOf } from '#shared/calendar.ts';
import { Stage } from '#shared/facts/application.ts';
import { isNow, phaseAt } from '#shared/follow-up.ts';
import { dayWords } from '#shared/format.ts';
import { standingAt } from '#shared/standing.ts';
import { dueWords, titleOf, waitingWords, type Voice } from '#shared/words.ts';
import { AllowanceNote } from './allowance-note.tsx';
import { ApplicationContacts } from './application-contacts.tsx';
import { ApplicationDetails } from './application-details.tsx';
import { historyOf } from './application-history.ts';
import { ApplicationInterviews, InterviewForm } from './application-interviews.tsx';
import { ApplicationReferences } from './application-references.tsx';
import { useApplication, type ApplicationContext } from './application-rows.ts';
import { When } from './application-when.tsx';
import styles from './application.module.css';
import { ContactLog } from './contact-log.tsx';
import { FollowUpCard } from './follow-up-card.tsx';
import { LetterState } from './letter-state.tsx';
import { NotFound } from './not-found.tsx';
import { PromiseSection } from './promise-section.tsx';

export interface ApplicationScreenProps {
  readonly id: string;
}

/** Everything about one application: what to do, what was said, who, and what happened. */
export const ApplicationScreen = ({ id }: ApplicationScreenProps) => {
  const context = useApplication(id);
  if (context === undefined) return null;
  return context === null ? <NotFound /> : <ApplicationPage key={id} context={context} />;
};

const ApplicationPage = ({ context }: { readonly context: ApplicationContext }) => {
  const voice = useVoice();
  const { messages } = voice;
  const words = messages.application;
  const at = useNow();
  const [open, setOpen] = useState<'contact' | 'interview' | null>(null);
  const [opened, setOpened] = useState<string | null>(null);
  const { application, employerName, followUps, standing, letters, people } = context;
  const allowance = standing?.allowance ?? null;
  // In one column the second would begin far below; its first parts then stand beside the decision.
  const isWide = useMediaQuery('(min-width: 1400px)');
  const overview = (
    <>
      <StageSection context={context} />
      {allowance !== null && (
        <Section heading={words.allowance.heading}>
          <AllowanceNote allowance={allowance} employerName={employerName} />
        </Section>
      )}
    </>
  );
  const ripe = followUps.filter((one) => isNow(one, at));
  const planned = ripe.filter((one) => one.kind !== 'choose-next-step');
  // Choosing a next step is asked for only where there is none.
  const due = planned.length > 0 ? planned : ripe;
  const later = followUps
    .filter((one) => one.kind !== 'choose-next-step' && one.state === 'open' && phaseAt(one, at) === 'later')
    .toSorted((one, other) => one.window.from - other.window.from);

  const remove = async () => {
    const deleted = await submitWithUndo(
      { type: 'delete', table: 'applications', id: application.id, at: now() },
      words.deleted({ employer: employerName }),
    );
    if (deleted.ok) go('/applications');
  };

  return (
    <Page
      back={<Link href="/applications">{messages.frame.applications}</Link>}
      heading={words.heading({ employer: employerName, role: application.role })}
      summary={standingWords(context, at, voice)}
      actions={
        <>
          <Button icon={MessageSquarePlus} onPress={() => setOpen('contact')}>
            {words.contact.open}
          </Button>
          <Button icon={CalendarPlus} onPress={() => setOpen('interview')}>
            {words.interview.open}
          </Button>
          <MenuButton
            icon={Ellipsis}
            label={words.more}
            isLabelHidden
            entries={[{ id: 'delete', label: words.delete, icon: Trash2, onAction: () => void remove() }]}
          />
        </>
      }
      asideLabel={words.aside}
      aside={
        <>
          {isWide && overview}
          <Section heading={words.history.heading}>
            <TimeLine label={words.history.heading} entries={historyOf(context, at, voice)} />
          </Section>
        </>
      }
    >
      {due.length > 0 && (
        <Section heading={words.now}>
          <div className={styles.cards}>
            {due.map((row, n) => (
              <FollowUpCard
                key={row.id}
                row={row}
                isMain={n === 0}
                isOpen={opened === null ? n === 0 : opened === row.id}
                onOpen={() => setOpened(row.id)}
              />
            ))}
          </div>
        </Section>
      )}
      {later.length > 0 && (
        <Section heading={words.next}>
          <RowList label={words.next}>
            {later.map((row) => (
              <Row
                key={row.id}
                id={row.id}
                textValue={`${titleOf(row, voice)}, ${dueWords(row, at, voice)}`}
                lead={<When at={row.window.from} isDay />}
              >
                {titleOf(row, voice)}
              </Row>
            ))}
          </RowList>
        </Section>
      )}
      {!isWide && <div className={styles.overview}>{overview}</div>}
      <PromiseSection application={application} employerName={employerName} />
      <ApplicationInterviews context={context} onAdd={() => setOpen('interview')} />
      {letters.length > 0 && (
        <Section heading={words.letters}>
          <RowList label={words.letters}>
            {letters.map((letter) => (
              <Row
                key={letter.id}
                id={letter.id}
                href={`#/letter/${letter.id}`}
                textValue={`${messages.letterKind[letter.kind]}, ${people.get(letter.person)?.name ?? ''}`}
                lead={messages.letterKind[letter.kind]}
                aside={<LetterState letter={letter} />}
              >
                {people.get(letter.person)?.name ?? ''}
              </Row>
            ))}
          </RowList>
        </Section>
      )}
      <PeopleSection context={context} />
      <ApplicationReferences application={application} />
      <ApplicationContacts context={context} onLog={() => setOpen('contact')} />
      <ApplicationDetails application={application} />
      <ContactLog
        application={application}
        employerName={employerName}
        allowance={allowance}
        isOpen={open === 'contact'}
        onClose={() => setOpen(null)}
      />
      <InterviewForm context={context} isOpen={open === 'interview'} onClose={() => setOpen(null)} />
    </Page>
  );
};

const StageSection = ({ context: { application, employerName } }: { readonly context: ApplicationContext }) => {
  const { messages } = useVoice();
  const words = messages.application.stage;
  return (
    <Section heading={words.heading}>
      <Select
        label={words.heading}
        isLabelHidden
        value={application.stage}
        choices={Stage.options.map((stage) => ({ id: stage, label: messages.stage[stage] }))}
        onChange={(stage) => {
          if (stage === application.stage) return;
          void submitWithUndo(
            { type: 'move-application', id: application.id, entry: newId(), stage, at: now() },
            words.moved({ employer: employerName, stage: messages.stage[stage] }),
          );
        }}
      />
      <p className={styles.quiet}>
        {words.since} <When at={application.stageAt} isDay />.
      </p>
    </Section>
  );
};

const PeopleSection = ({
  context: { people, interviews, letters, interactions, promises },
}: {
  readonly context: ApplicationContext;
}) => {
  const words = useVoice().messages.application.people;
  const met = [...people.values()]
    .filter(
      ({ id }) =>
        interviews.some((one) => one.interviewers[id] === true) ||
        letters.some((one) => one.person === id) ||
        interactions.some((one) => one.person === id) ||
        promises.some((one) => one.person === id),
    )
    .toSorted((one, other) => one.name.localeCompare(other.name));
  if (met.length === 0) return null;
  return (
    <Section heading={words.heading}>
      <RowList label={words.heading}>
        {met.map((person) => (
          <Row key={person.id} id={person.id} href={`#/people?id=${person.id}`} textValue={person.name}>
            {person.name}
            {person.position !== '' && <span className={styles.rowNote}>, {person.position}</span>}
          </Row>
        ))}
      </RowList>
    </Section>
  );
};

/** How it stands, as one or two sentences. */
const standingWords = ({ application, followUps, standing }: ApplicationContext, at: number, voice: Voice): string => {
  const { messages, region } = voice;
  const words = messages.application.standing;
  const stands = standingAt(application, followUps, standing?.hold ?? null, at);
  switch (stands.type) {
    case 'now':
      return words.now({ n: stands.followUps.length });
    case 'waiting': {
      const { until, because } = waitingWords(stands, at, voice);
      return words.waiting({ until, because });
    }
    case 'ended':
      return words.ended({
        stage: messages.stage[application.stage],
        day: dayWords(dayOf(application.stageAt, region.zone), region, dayOf(at, region.zone)),
      });
    case 'without-next-step':
      return words.without;
  }
};
