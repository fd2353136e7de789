import type { Application } from '#shared/facts/application.ts';
import type { Interview } from '#shared/facts/interview.ts';
import type { LetterKind } from '#shared/facts/letter.ts';
import type { Person } from '#shared/facts/person.ts';
import type { Messages } from '#shared/messages/en.ts';
import { fillTemplate, type TemplateValues } from './template.ts';

/** What a first text is made from. */
export interface FirstTextFacts {
  readonly person: Pick<Person, 'id' | 'name'>;
  readonly employerName: string;
  readonly application: Pick<Application, 'role'>;
  /** What speaks for the user in this job: the application's, or what a reference can say. */
  readonly strength: string;
  /** Null where the letter is about no interview. */
  readonly interview: Pick<Interview, 'interviewers' | 'remembered' | 'sharedPart'> | null;
  /** The day of the interview as people say it, e.g. "Tuesday". */
  readonly interviewDay: string | null;
  /** The day by which a decision was promised, as people say it. */
  readonly promisedDay: string | null;
  /** The panel, as a list in words. */
  readonly interviewers: string;
  /** After the day it was best sent by (rule `thank-within-two-days`). */
  readonly late: boolean;
  readonly userName: string;
}

/** A wording with variables: ours, or the user's own. */
export interface TemplateText {
  readonly subject: string;
  readonly body: string;
}

/**
 * A first text to one person (rules `thank-each-interviewer`, `individualise-letters`, `appreciate-and-remind`): what
 * was remembered of this person makes it their own. What the facts do not say is left as a marked gap, `[...]`.
 */
export const firstText = (facts: FirstTextFacts, template: TemplateText, messages: Messages): TemplateText => {
  const values = valuesOf(facts, messages);
  const { gaps } = messages.letter;
  return {
    subject: fillTemplate(template.subject, values, gaps)
      .replaceAll(/\s*\n\s*/g, ' ')
      .slice(0, 300),
    body: fillTemplate(template.body, values, gaps),
  };
};

/** Our wording for a kind of letter; each member of a panel gets another turn of phrase. */
export const standardTemplate = (
  kind: LetterKind,
  { person, interview }: Pick<FirstTextFacts, 'person' | 'interview'>,
  messages: Messages,
): TemplateText => {
  const turns = messages.letter.standard[kind];
  return turns[placeOnPanel(person, interview) % turns.length] ?? turns[0];
};

/** A first wording of the part that a panel's letters share. */
export const firstSharedPart = (facts: FirstTextFacts, messages: Messages): string =>
  fillTemplate(messages.letter.sharedPart, { ...ownValues(facts, messages), 'shared part': '' }, messages.letter.gaps);

/** Gaps and variables that were left for the user, as `[from, to)` in UTF-16 code units. */
export const gapsIn = (body: string): readonly { readonly from: number; readonly to: number }[] =>
  [...body.matchAll(/\[[^\][\n]{2,120}\]|\{\{[^{}\n]{0,120}\}\}/g)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }));

const valuesOf = (facts: FirstTextFacts, messages: Messages): TemplateValues => ({
  ...ownValues(facts, messages),
  'shared part':
    facts.interview === null || facts.interview.sharedPart.trim() === ''
      ? firstSharedPart(facts, messages)
      : facts.interview.sharedPart,
});

/** All but what the letters share, which is made from these. */
const ownValues = (facts: FirstTextFacts, messages: Messages): Omit<TemplateValues, 'shared part'> => {
  const words = messages.letter;
  const { interview, person } = facts;
  const remembered = Object.values(interview?.remembered ?? {})
    .filter((one) => one.person === person.id && !one.removed)
    .map(({ text }) => clause(text))
    .filter((text) => text !== '');
  return {
    'first name': given(firstName(person.name)),
    name: given(person.name),
    employer: given(facts.employerName),
    role: given(facts.application.role),
    'interview day': facts.interviewDay,
    lateness: facts.late ? words.lateness : '',
    remembered: given(remembered.join('; ')),
    strength: given(clause(facts.strength)),
    promise: facts.promisedDay === null ? '' : words.promise({ day: facts.promisedDay }),
    interviewers: facts.interviewers === '' ? '' : words.interviewers({ names: facts.interviewers }),
    'my name': given(facts.userName),
  };
};

const given = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** A note as it fits inside a sentence of ours, which brings its own full stop. */
const clause = (text: string): string =>
  text
    .trim()
    .replaceAll(/\s*\n\s*/g, ' ')
    .replace(/[\s.]+$/, '');

const placeOnPanel = (person: Pick<Person, 'id'>, interview: FirstTextFacts['interview']): number =>
  Math.max(
    0,
    Object.entries(interview?.interviewers ?? {})
      .filter(([, present]) => present)
      .map(([id]) => id)
      .toSorted()
      .indexOf(person.id),
  );

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
