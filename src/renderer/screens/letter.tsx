import { Copy, Ellipsis, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';

import { now } from '#renderer/clock.ts';
import { flushProse } from '#renderer/editor/prose-sessions.ts';
import { ProseEditor } from '#renderer/editor/prose-editor.tsx';
import { go } from '#renderer/route.ts';
import { useQuery } from '#renderer/store/store.ts';
import { submit, submitWithUndo } from '#renderer/submit.ts';
import { Banner } from '#renderer/ui/banner.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { MenuButton } from '#renderer/ui/menu.tsx';
import { Page } from '#renderer/ui/page.tsx';
import { Select } from '#renderer/ui/select.tsx';
import { showToast } from '#renderer/ui/toast.ts';
import { useVoice } from '#renderer/voice.ts';
import type { Application } from '#shared/facts/application.ts';
import type { Interview } from '#shared/facts/interview.ts';
import type { Letter } from '#shared/facts/letter.ts';
import type { Person } from '#shared/facts/person.ts';
import { Medium } from '#shared/facts/value.ts';
import { gapsIn } from '#shared/letter/first-text.ts';
import { LineField } from './application-line.tsx';
import { When } from './application-when.tsx';
import { LetterAside } from './letter-aside.tsx';
import { LetterSend } from './letter-send.tsx';
import styles from './letter.module.css';
import { NotFound } from './not-found.tsx';

export interface LetterScreenProps {
  readonly id: string;
}

/** One text to one person: written, copied, and marked as sent once it is. */
export const LetterScreen = ({ id }: LetterScreenProps) => {
  const context = useLetter(id);
  if (context === undefined) return null;
  return context === null ? <NotFound /> : <LetterPage key={id} {...context} />;
};

interface LetterContext {
  readonly letter: Letter;
  readonly application: Application;
  readonly employerName: string;
  readonly person: Person;
  readonly interview: Interview | null;
}

const LetterPage = ({ letter, application, employerName, person, interview }: LetterContext) => {
  const { messages } = useVoice();
  const words = messages.letterScreen;
  const [body, setBody] = useState(letter.body);
  const [isSending, setSending] = useState(false);
  const gaps = useMemo(() => gapsIn(body).map(({ from, to }) => body.slice(from + 1, to - 1)), [body]);
  const place = { table: 'letters', id: letter.id, field: 'body' } as const;
  const isSent = letter.sentAt !== null;
  const backTo = interview === null ? `/application/${application.id}` : `/interview/${interview.id}`;
  const medium = messages.medium[letter.medium];

  const remove = async () => {
    const deleted = await submitWithUndo(
      { type: 'delete', table: 'letters', id: letter.id, at: now() },
      words.deleted({ name: person.name }),
    );
    if (deleted.ok) go(backTo);
  };

  return (
    <Page
      back={
        <Link href={backTo}>{interview === null ? employerName : words.toInterview({ employer: employerName })}</Link>
      }
      heading={words.heading({ name: person.name })}
      summary={words.summary({
        kind: messages.letterKind[letter.kind],
        place: messages.followUp.place({ employer: employerName, role: application.role }),
      })}
      actions={
        <>
          <Button icon={Copy} onPress={() => void copy(body, words)}>
            {words.copy}
          </Button>
          {!isSent && (
            <>
              <Button variant="primary" onPress={() => setSending(true)}>
                {words.markSent}
              </Button>
              <MenuButton
                icon={Ellipsis}
                label={words.more}
                isLabelHidden
                variant="quiet"
                entries={[{ id: 'delete', label: words.delete, icon: Trash2, onAction: () => void remove() }]}
              />
            </>
          )}
        </>
      }
      aside={
        <LetterAside
          letter={letter}
          application={application}
          person={person}
          interview={interview}
          gaps={isSent ? [] : gaps}
        />
      }
      asideLabel={words.aside}
    >
      <div className={styles.letter}>
        {letter.sentAt !== null && (
          <Banner tone="sage" title={words.sentTitle}>
            {words.sentBefore} <When at={letter.sentAt} />, {words.sentAfter({ medium: medium.toLowerCase() })}
          </Banner>
        )}
        <div className={styles.fields}>
          {letter.medium === 'email' && (
            <LineField
              label={words.subject}
              value={letter.subject}
              maxLength={300}
              isReadOnly={isSent}
              onSave={(subject) => void submit({ type: 'update-letter', id: letter.id, fields: { subject } })}
            />
          )}
          <Select
            label={words.medium}
            isDisabled={isSent}
            value={letter.medium}
            choices={writingMedia.map((one) => ({ id: one, label: messages.medium[one] }))}
            hint={mediumHint(letter, application, person, messages)}
            onChange={(next) => void submit({ type: 'update-letter', id: letter.id, fields: { medium: next } })}
          />
        </div>
        <ProseEditor
          place={place}
          text={letter.body}
          label={words.body({ name: person.name })}
          isLabelHidden
          face="letter"
          rows={12}
          isFrozen={isSent}
          placeholder={words.placeholder}
          onText={setBody}
        />
      </div>
      <LetterSend
        isOpen={isSending}
        onClose={() => setSending(false)}
        letter={letter}
        person={person}
        gaps={gaps}
        beforeSending={() => flushProse(place)}
      />
    </Page>
  );
};

/** Media that carry a written text; a call or a talk is logged as a contact instead. */
const writingMedia: readonly Medium[] = ['email', 'post', 'by-hand', 'linkedin', 'message', 'other'];

type Messages = ReturnType<typeof useVoice>['messages'];

/** What speaks for another medium (rule `appropriate-medium`). */
const mediumHint = (
  letter: Letter,
  application: Application,
  person: Person,
  messages: Messages,
): string | undefined => {
  const words = messages.letterScreen.mediumHint;
  const addresses = Object.values(person.addresses).filter(({ removed }) => !removed);
  if (letter.medium === 'post' && addresses.length > 0 && addresses.every(({ kind }) => kind === 'home')) {
    return words.homeOnly({ name: person.name });
  }
  const usual = application.employerMedium;
  if (usual !== null && usual !== letter.medium && writingMedia.includes(usual)) {
    return words.usual({ medium: messages.medium[usual].toLowerCase() });
  }
  const hasEmail = Object.values(person.emails).some(({ removed }) => !removed);
  return letter.medium === 'email' && !hasEmail ? words.noEmail({ name: person.name }) : undefined;
};

const copy = async (text: string, words: Messages['letterScreen']): Promise<void> => {
  const isCopied = await navigator.clipboard.writeText(text).then(
    () => true,
    () => false,
  );
  showToast({ text: isCopied ? words.copied : words.notCopied });
};

/** The letter with what it is about; null where it or its application is gone. */
const useLetter = (id: string): LetterContext | null | undefined =>
  useQuery(
    async (model) => {
      const letter = await model.letters.get(id);
      if (letter === undefined) return null;
      const [application, person, interview] = await Promise.all([
        model.applications.get(letter.application),
        model.people.get(letter.person),
        letter.interview === null ? undefined : model.interviews.get(letter.interview),
      ]);
      if (application === undefined || person === undefined) return null;
      const employer = await model.employers.get(application.employer);
      return { letter, application, person, interview: interview ?? null, employerName: employer?.name ?? '' };
    },
    ['letter', id],
  );
