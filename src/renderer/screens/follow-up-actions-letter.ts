import { now } from '#renderer/clock.ts';
import { newId } from '#renderer/new-id.ts';
import { go } from '#renderer/route.ts';
import type { ReadModel } from '#renderer/store/read-model.ts';
import { readModel } from '#renderer/store/store.ts';
import { submit } from '#renderer/submit.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { voiceNow } from '#renderer/voice.ts';
import { daysBetween, dayOf, hour } from '#shared/calendar.ts';
import type { CommandInput } from '#shared/command.ts';
import type { Application } from '#shared/facts/application.ts';
import type { Interview } from '#shared/facts/interview.ts';
import type { Letter, LetterKind } from '#shared/facts/letter.ts';
import type { Person } from '#shared/facts/person.ts';
import { defaultSettings } from '#shared/facts/settings.ts';
import type { Instant, Medium } from '#shared/facts/value.ts';
import { listWords, longDayWords, weekdayWords } from '#shared/format.ts';
import {
  firstSharedPart,
  firstText,
  standardTemplate,
  type FirstTextFacts,
  type TemplateText,
} from '#shared/letter/first-text.ts';
import type { Voice } from '#shared/words.ts';
import { panelOf } from './interview-facts.ts';

/** Opens the thank-you letter to one interviewer: the one that was begun, or a new one (rule `thank-each-interviewer`). */
export const openThankYou = async (interview: string, person: string): Promise<void> => {
  const model = readModel();
  const application = (await model?.interviews.get(interview))?.application;
  if (application === undefined) cannotWrite();
  else await openLetter({ kind: 'thank-you', application, interview, person });
};

export interface LetterWanted {
  readonly kind: LetterKind;
  readonly application: string;
  /** Null for the newest one that is over. */
  readonly interview: string | null;
  readonly person: string;
}

/** Opens a letter: the draft that was begun, or a new one with a first text from the facts. */
export const openLetter = async (wanted: LetterWanted): Promise<void> => {
  const model = readModel();
  if (model === null) return;
  const known = await letterBegun(model, wanted);
  if (known !== null) {
    go(`/letter/${known.id}`);
    return;
  }
  const ids = await beginLetters(model, [wanted]);
  if (ids !== null && ids[0] !== undefined) go(`/letter/${ids[0]}`);
};

/** Begins the letters of a panel that were not begun yet, as one change (rule `individualise-letters`). */
export const beginPanelLetters = async (interviewId: string): Promise<void> => {
  const model = readModel();
  const interview = await model?.interviews.get(interviewId);
  if (model === null || interview === undefined) return;
  const wanted = panelOf(interview).map((person) => ({
    kind: 'thank-you' as const,
    application: interview.application,
    interview: interviewId,
    person,
  }));
  const begun = await Promise.all(wanted.map((one) => letterBegun(model, one)));
  await beginLetters(
    model,
    wanted.filter((_, n) => begun[n] === null),
  );
};

/** The draft, or the thank-you that was sent: nobody is thanked twice for one interview. */
const letterBegun = async (model: ReadModel, { kind, ...about }: LetterWanted): Promise<Letter | null> => {
  const letters = await model.letters.where('application').equals(about.application).toArray();
  return (
    letters
      .filter((letter) => letter.kind === kind && letter.person === about.person)
      .filter((letter) => (kind === 'thank-you' ? letter.interview === about.interview : letter.sentAt === null))
      .toSorted((a, b) => Number(a.sentAt !== null) - Number(b.sentAt !== null) || b.createdAt - a.createdAt)[0] ?? null
  );
};

/** Answers the ids, or null where nothing was begun. */
const beginLetters = async (model: ReadModel, wanted: readonly LetterWanted[]): Promise<readonly string[] | null> => {
  if (wanted.length === 0) return null;
  const voice = voiceNow();
  const begun: Begun[] = [];
  for (const one of wanted) {
    const letter = await firstLetter(model, one, voice);
    if (letter === null) {
      cannotWrite();
      return null;
    }
    begun.push(letter);
  }
  const result = await submit({
    type: 'batch',
    commands: [
      ...begun.map(({ letter }) => ({ type: 'add-letter' as const, at: now(), letter })),
      ...begun.slice(0, 1).flatMap(({ sharedPart }) => (sharedPart === null ? [] : [sharedPart])),
    ],
  });
  return result.ok ? begun.map(({ letter }) => letter.id) : null;
};

interface Begun {
  readonly letter: Extract<CommandInput, { type: 'add-letter' }>['letter'];
  readonly sharedPart: Extract<CommandInput, { type: 'begin-shared-part' }> | null;
}

const firstLetter = async (
  model: ReadModel,
  { kind, ...wanted }: LetterWanted,
  voice: Voice,
): Promise<Begun | null> => {
  const { messages } = voice;
  const [application, person, interviews, settingsRow, ownTemplate] = await Promise.all([
    model.applications.get(wanted.application),
    model.people.get(wanted.person),
    model.interviews.where('application').equals(wanted.application).toArray(),
    model.singletons.get('settings'),
    ownStandard(model, kind),
  ]);
  const employer = application === undefined ? undefined : await model.employers.get(application.employer);
  if (person === undefined || application === undefined || employer === undefined) return null;
  const settings = settingsRow?.id === 'settings' ? settingsRow : defaultSettings;
  const at = now();
  const interview = interviewFor(interviews, wanted, at);
  const facts: FirstTextFacts = {
    person,
    employerName: employer.name,
    application,
    strength: await strengthFor(model, kind, application, person),
    // A shared part belongs to the letters of thanks alone.
    interview: kind === 'thank-you' || interview === null ? interview : { ...interview, sharedPart: '' },
    interviewDay: interview === null ? null : interviewDayWords(interview, at, voice),
    promisedDay: await promisedDay(model, application.id, voice),
    interviewers: await interviewerNames(model, interview, voice),
    late: interview !== null && at >= interview.end + settings.thankYouLatestHours * hour,
    userName: settings.userName,
  };
  const template: TemplateText = ownTemplate ?? standardTemplate(kind, facts, messages);
  return {
    letter: {
      id: newId(),
      kind,
      application: application.id,
      interview: interview?.id ?? null,
      person: person.id,
      medium: firstMedium(kind, application, person),
      ...firstText(facts, template, messages),
    },
    sharedPart:
      kind === 'thank-you' && interview !== null && interview.sharedPart.trim() === ''
        ? { type: 'begin-shared-part', id: interview.id, text: firstSharedPart(facts, messages) }
        : null,
  };
};

/** The user's own wording for a kind, where one is to stand in place of ours. */
const ownStandard = async (model: ReadModel, kind: LetterKind): Promise<TemplateText | null> => {
  const own = await model.templates.where('kind').equals(kind).toArray();
  return own.filter(({ isStandard }) => isStandard).toSorted((a, b) => b.createdAt - a.createdAt)[0] ?? null;
};

const interviewFor = (
  interviews: readonly Interview[],
  wanted: Pick<LetterWanted, 'interview' | 'person'>,
  at: Instant,
): Interview | null => {
  if (wanted.interview !== null) return interviews.find(({ id }) => id === wanted.interview) ?? null;
  const past = interviews
    .filter(({ end, cancelledAt }) => end <= at && cancelledAt === null)
    .toSorted((a, b) => b.end - a.end);
  return past.find((one) => panelOf(one).includes(wanted.person)) ?? past[0] ?? null;
};

/** A reference is asked to speak of what they know best. */
const strengthFor = async (
  model: ReadModel,
  kind: LetterKind,
  application: Application,
  person: Person,
): Promise<string> => {
  if (kind !== 'reference-heads-up') return application.strengths;
  const reference = await model.references.where('person').equals(person.id).first();
  return reference === undefined || reference.strengths.trim() === '' ? application.strengths : reference.strengths;
};

const interviewDayWords = ({ end, zone }: Interview, at: Instant, { region }: Voice): string => {
  const day = dayOf(end, zone);
  return daysBetween(day, dayOf(at, zone)) < 7 ? weekdayWords(day, region) : longDayWords(day, region);
};

const promisedDay = async (model: ReadModel, application: string, { region }: Voice): Promise<string | null> => {
  const promises = await model.promises.where('application').equals(application).toArray();
  const newest = promises.toSorted((a, b) => b.saidAt - a.saidAt)[0];
  return newest === undefined ? null : longDayWords(newest.decisionBy, region);
};

const interviewerNames = async (model: ReadModel, interview: Interview | null, voice: Voice): Promise<string> => {
  const people = interview === null ? [] : await model.people.bulkGet([...panelOf(interview)]);
  return listWords(
    people.flatMap((person) => (person === undefined ? [] : [person.name])),
    voice.region,
  );
};

/** A connection is asked for where one connects; everything else goes the way the employer writes (rule `appropriate-medium`). */
const firstMedium = (kind: LetterKind, application: Application, person: Person): Medium => {
  if (kind === 'connection-note') return 'linkedin';
  const hasEmail = Object.values(person.emails).some(({ removed }) => !removed);
  return hasEmail ? 'email' : (application.employerMedium ?? 'email');
};

const cannotWrite = (): void => {
  showToast({ text: voiceNow().messages.today.cannotWrite });
};
