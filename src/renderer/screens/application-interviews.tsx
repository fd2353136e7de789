import { useState } from 'react';

import { now, useNow } from '#renderer/clock.ts';
import { newId } from '#renderer/new-id.ts';
import { go } from '#renderer/route.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { Badge } from '#renderer/ui/badge.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Row, RowList } from '#renderer/ui/row-list.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { useVoice } from '#renderer/voice.ts';
import { addDays, dayOf } from '#shared/calendar.ts';
import type { Interview } from '#shared/facts/interview.ts';
import type { ApplicationContext } from './application-rows.ts';
import { When } from './application-when.tsx';
import styles from './application.module.css';
import { panelOf } from './interview-facts.ts';
import { InterviewTimes, timesFor, type InterviewTimesValue } from './interview-times.tsx';

export interface ApplicationInterviewsProps {
  readonly context: ApplicationContext;
  readonly onAdd: () => void;
}

/** The conversations so far and to come, newest round first. */
export const ApplicationInterviews = ({ context: { interviews, people }, onAdd }: ApplicationInterviewsProps) => {
  const { messages } = useVoice();
  const words = messages.application.interview;
  return (
    <Section
      heading={words.heading}
      actions={
        <Button variant="quiet" onPress={onAdd}>
          {words.add}
        </Button>
      }
    >
      {interviews.length === 0 ? (
        <p className={styles.quiet}>{words.none}</p>
      ) : (
        <RowList label={words.heading}>
          {interviews.map((interview) => {
            const panel = panelOf(interview).flatMap((id) => people.get(id)?.name ?? []);
            const title = words.round({ round: interview.round, kind: messages.interviewKind[interview.kind] });
            return (
              <Row
                key={interview.id}
                id={interview.id}
                href={`#/interview/${interview.id}`}
                textValue={title}
                lead={<When at={interview.start} zone={interview.zone} isDay />}
                aside={<InterviewState interview={interview} />}
              >
                {title}
                {panel.length > 0 && <span className={styles.rowNote}>, {words.with({ names: panel })}</span>}
              </Row>
            );
          })}
        </RowList>
      )}
    </Section>
  );
};

const InterviewState = ({ interview }: { readonly interview: Interview }) => {
  const words = useVoice().messages.application.interview.state;
  const at = useNow();
  if (interview.cancelledAt !== null) return <Badge>{words.cancelled}</Badge>;
  if (at < interview.start) return <Badge>{words.ahead}</Badge>;
  if (at < interview.end) return <Badge tone="ochre">{words.running}</Badge>;
  return interview.debriefedAt === null ? (
    <Badge tone="ochre">{words.debrief}</Badge>
  ) : (
    <Badge tone="sage">{words.done}</Badge>
  );
};

export interface InterviewFormProps {
  readonly context: ApplicationContext;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Adds an interview, and leads to it, where the panel is named. */
export const InterviewForm = ({ context, isOpen, onClose }: InterviewFormProps) => {
  const { messages } = useVoice();
  const words = messages.application.interview;
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      closeLabel={messages.frame.close}
      title={words.dialog({ employer: context.employerName })}
    >
      <NewInterview context={context} onDone={onClose} />
    </Dialog>
  );
};

const NewInterview = ({
  context: { application, employerName, interviews },
  onDone,
}: {
  readonly context: ApplicationContext;
  readonly onDone: () => void;
}) => {
  const { messages, region } = useVoice();
  const words = messages.application.interview;
  const [value, setValue] = useState<InterviewTimesValue>(() => ({
    kind: 'video',
    round: interviews.length + 1,
    day: addDays(dayOf(now(), region.zone), 1),
    start: '10:00',
    end: '11:00',
    zone: region.zone,
    place: '',
  }));
  const [isTried, setTried] = useState(false);

  const add = async () => {
    setTried(true);
    const times = timesFor(value);
    if (times === null) return;
    const at = now();
    const id = newId();
    const moves = application.stage === 'saved' || application.stage === 'applied';
    const result = await submitWithUndo(
      {
        type: 'batch',
        commands: [
          {
            type: 'add-interview',
            interview: {
              id,
              application: application.id,
              round: value.round,
              kind: value.kind,
              zone: value.zone,
              place: value.place.trim(),
              ...times,
            },
            at,
          },
          // Being asked to talk is what the stage says.
          ...(moves
            ? [
                {
                  type: 'move-application' as const,
                  id: application.id,
                  entry: newId(),
                  stage: 'interviewing' as const,
                  at,
                },
              ]
            : []),
        ],
      },
      words.added({ kind: messages.interviewKind[value.kind], employer: employerName }),
    );
    if (!result.ok) return;
    onDone();
    go(`/interview/${id}`);
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <InterviewTimes value={value} onChange={setValue} isTried={isTried} />
      <div className={styles.buttons}>
        <Button onPress={onDone}>{messages.frame.cancel}</Button>
        <Button type="submit" variant="primary">
          {words.save}
        </Button>
      </div>
    </form>
  );
};
