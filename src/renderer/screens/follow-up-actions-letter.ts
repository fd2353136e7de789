import { now } from '#renderer/clock.ts';
import { newId } from '#renderer/new-id.ts';
import { go } from '#renderer/route.ts';
import { readModel } from '#renderer/store/store.ts';
import { submit } from '#renderer/submit.ts';
import { showToast } from '#renderer/ui/toast.ts';
import { voiceNow } from '#renderer/voice.ts';
import { daysBetween, dayOf, hour } from '#shared/calendar.ts';
import { defaultSettings } from '#shared/facts/settings.ts';
import { longDayWords, weekdayWords } from '#shared/format.ts';
import { firstThankYou } from '#shared/letter/first-text.ts';

/**
 * Opens the thank-you letter to one interviewer: the one that was begun, or a new one with a first text from the facts
 * (rules `thank-each-interviewer`, `appropriate-medium`).
 */
export const openThankYou = async (interviewId: string, personId: string): Promise<void> => {
  const voice = voiceNow();
  const model = readModel();
  if (model === null) return;
  const [interview, person, letters, settingsRow] = await Promise.all([
    model.interviews.get(interviewId),
    model.people.get(personId),
    model.letters.where('interview').equals(interviewId).toArray(),
    model.singletons.get('settings'),
  ]);
  const known = letters
    .filter((letter) => letter.kind === 'thank-you' && letter.person === personId)
    .toSorted((a, b) => Number(a.sentAt !== null) - Number(b.sentAt !== null) || b.createdAt - a.createdAt)[0];
  if (known !== undefined) {
    go(`/letter/${known.id}`);
    return;
  }
  const application = interview === undefined ? undefined : await model.applications.get(interview.application);
  const employer = application === undefined ? undefined : await model.employers.get(application.employer);
  if (interview === undefined || person === undefined || application === undefined || employer === undefined) {
    showToast({ text: voice.messages.today.cannotWrite });
    return;
  }
  const settings = settingsRow?.id === 'settings' ? settingsRow : defaultSettings;
  const at = now();
  const day = dayOf(interview.end, interview.zone);
  const isThisWeek = daysBetween(day, dayOf(at, interview.zone)) < 7;
  const hasEmail = Object.values(person.emails).some(({ removed }) => !removed);
  const id = newId();
  const result = await submit({
    type: 'add-letter',
    at,
    letter: {
      id,
      kind: 'thank-you',
      application: application.id,
      interview: interview.id,
      person: person.id,
      medium: hasEmail ? 'email' : (application.employerMedium ?? 'email'),
      ...firstThankYou(
        {
          person,
          employerName: employer.name,
          application,
          interview,
          dayWords: isThisWeek ? weekdayWords(day, voice.region) : longDayWords(day, voice.region),
          late: at >= interview.end + settings.thankYouLatestHours * hour,
          userName: settings.userName,
        },
        voice.messages,
      ),
    },
  });
  if (result.ok) go(`/letter/${id}`);
};
