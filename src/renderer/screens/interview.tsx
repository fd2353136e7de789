import { CalendarX, CalendarClock, CalendarCheck, Ellipsis, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Link } from 'wouter';

import { now, useNow } from '#renderer/clock.ts';
import { go } from '#renderer/route.ts';
import { submitWithUndo } from '#renderer/submit.ts';
import { useQuery } from '#renderer/store/store.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { useVoice } from '#renderer/voice.ts';
import type { Application } from '#shared/facts/application.ts';
import type { Interview } from '#shared/facts/interview.ts';
import type { Letter } from '#shared/facts/letter.ts';
import type { Person } from '#shared/facts/person.ts';
import type { Instant } from '#shared/facts/value.ts';
import { dayOf } from '#shared/calendar.ts';
import { dayWords, timeWords } from '#shared/format.ts';
import type { Voice } from '#shared/words.ts';
import styles from './application.module.css';
import { InterviewChecklist } from './interview-checklist.tsx';
import { InterviewDebrief } from './interview-debrief.tsx';
import { panelOf } from './interview-facts.ts';
import { InterviewLetters } from './interview-letters.tsx';
import { InterviewPanel } from './interview-panel.tsx';
import { InterviewTimes, timesFor, timesOf } from './interview-times.tsx';
import { NotFound } from './not-found.tsx';

export interface InterviewScreenProps {
  readonly id: string;
}

/** One interview: before it who and what to ask, right after it what was said, then the letters. */
export const InterviewScreen = ({ id }: InterviewScreenProps) => {
  const context = useInterview(id);
  if (context === undefined) return null;
  return context === null ? <NotFound /> : <InterviewPage key={id} context={context} />;
};

/** One interview with its panel and their letters, read as of one moment. */
export interface InterviewContext {
  readonly interview: Interview;
  readonly application: Application;
  readonly employerName: string;
  /** The panel, in the order in which its members became known. */
  readonly panel: readonly Person[];
  readonly letters: readonly Letter[];
}

/** What the page is for at a moment. */
export type InterviewMoment = 'before' | 'during' | 'debrief' | 'letters';

const momentOf = ({ start, end, debriefedAt }: Interview, at: Instant): InterviewMoment => {
  if (at < start) return 'before';
  if (at < end) return 'during';
  return debriefedAt === null ? 'debrief' : 'letters';
};

const InterviewPage = ({ context }: { readonly context: InterviewContext }) => {
  const voice = useVoice();
  const { messages } = voice;
  const words = messages.interviewScreen;
  const at = useNow();
  const [isEditing, setEditing] = useState(false);
  const { interview, application, employerName, panel } = context;
  const moment = momentOf(interview, at);

  const setCancelled = (isCancelled: boolean) =>
    void submitWithUndo(
      { type: 'update-interview', id: interview.id, fields: { cancelledAt: isCancelled ? now() : null } },
      isCancelled ? words.cancelled : words.restored,
    );
  const remove = async () => {
    const deleted = await submitWithUndo(
      { type: 'delete', table: 'interviews', id: interview.id, at: now() },
      words.deleted,
    );
    if (deleted.ok) go(`/application/${application.id}`);
  };

  const parts: Readonly<Record<'panel' | 'checklist' | 'debrief' | 'letters', ReactNode>> = {
    panel: <InterviewPanel key="panel" context={context} />,
    checklist: <InterviewChecklist key="checklist" interview={interview} />,
    debrief: <InterviewDebrief key="debrief" context={context} />,
    letters: panel.length > 0 && <InterviewLetters key="letters" context={context} />,
  };

  return (
    <Page
      back={
        <Link href={`/application/${application.id}`}>
          {messages.followUp.place({ employer: employerName, role: application.role })}
        </Link>
      }
      heading={words.heading({ kind: messages.interviewKind[interview.kind], employer: employerName })}
      summary={summaryOf(context, at, voice)}
      actions={
        <>
          <Button icon={CalendarClock} onPress={() => setEditing(true)}>
            {words.edit}
          </Button>
          <MenuButton
            icon={Ellipsis}
            label={words.more}
            isLabelHidden
            entries={[
              interview.cancelledAt === null
                ? { id: 'cancel', label: words.cancel, icon: CalendarX, onAction: () => setCancelled(true) }
                : { id: 'restore', label: words.restore, icon: CalendarCheck, onAction: () => setCancelled(false) },
              { id: 'delete', label: words.delete, icon: Trash2, onAction: () => void remove() },
            ]}
          />
        </>
      }
    >
      {interview.cancelledAt !== null && (
        <Banner
          tone="quiet"
          title={words.cancelledTitle}
          actions={<Button onPress={() => setCancelled(false)}>{words.restore}</Button>}
        >
          {words.cancelledText}
        </Banner>
      )}
      {order[moment].map((part) => parts[part])}
      <Dialog
        isOpen={isEditing}
        onClose={() => setEditing(false)}
        closeLabel={messages.frame.close}
        title={words.times.title}
      >
        {isEditing && <TimesForm interview={interview} onDone={() => setEditing(false)} />}
      </Dialog>
    </Page>
  );
};

/** The right part first. */
const order: Readonly<Record<InterviewMoment, readonly ('panel' | 'checklist' | 'debrief' | 'letters')[]>> = {
  before: ['panel', 'checklist'],
  during: ['checklist', 'panel', 'debrief'],
  // Whom one talked to is the first thing to note.
  debrief: ['panel', 'debrief', 'letters', 'checklist'],
  letters: ['letters', 'debrief', 'panel', 'checklist'],
};

const TimesForm = ({ interview, onDone }: { readonly interview: Interview; readonly onDone: () => void }) => {
  const { messages } = useVoice();
  const words = messages.interviewScreen;
  const [value, setValue] = useState(() => timesOf(interview));
  const [isTried, setTried] = useState(false);

  const save = async () => {
    setTried(true);
    const times = timesFor(value);
    if (times === null) return;
    const { kind, round, zone, place } = value;
    const result = await submitWithUndo(
      { type: 'update-interview', id: interview.id, fields: { kind, round, zone, place: place.trim(), ...times } },
      words.changed,
    );
    if (result.ok) onDone();
  };

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <InterviewTimes value={value} onChange={setValue} isTried={isTried} />
      <div className={styles.buttons}>
        <Button onPress={onDone}>{messages.frame.cancel}</Button>
        <Button type="submit" variant="primary">
          {messages.frame.save}
        </Button>
      </div>
    </form>
  );
};

/** "Mon 11 May, 15:00 to 16:00, three people. Round 2." in the zone in which it was said. */
const summaryOf = ({ interview, panel }: InterviewContext, at: Instant, { messages, region }: Voice): string => {
  const there = { ...region, zone: interview.zone };
  return messages.interviewScreen.summary({
    day: dayWords(dayOf(interview.start, interview.zone), there, dayOf(at, interview.zone)),
    start: timeWords(interview.start, there),
    end: timeWords(interview.end, there),
    zone: interview.zone === region.zone ? null : interview.zone,
    people: panel.length,
    place: interview.place,
  });
};

/** Null where the interview or its application is gone. */
const useInterview = (id: string): InterviewContext | null | undefined =>
  useQuery(
    async (model) => {
      const interview = await model.interviews.get(id);
      const application = interview && (await model.applications.get(interview.application));
      if (interview === undefined || application === undefined) return null;
      const [employer, people, letters] = await Promise.all([
        model.employers.get(application.employer),
        model.people.bulkGet([...panelOf(interview)]),
        model.letters.where('interview').equals(id).toArray(),
      ]);
      return {
        interview,
        application,
        employerName: employer?.name ?? '',
        panel: people.filter((person) => person !== undefined),
        letters,
      };
    },
    ['interview', id],
  );
