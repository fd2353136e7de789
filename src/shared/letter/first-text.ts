import type { Application } from '#shared/facts/application.ts';
import type { Interview } from '#shared/facts/interview.ts';
import type { Person } from '#shared/facts/person.ts';
import type { Messages } from '#shared/messages/en.ts';

/** What a first thank-you text is made from. */
export interface ThankYouFacts {
  readonly person: Pick<Person, 'id' | 'name'>;
  readonly employerName: string;
  readonly application: Pick<Application, 'role' | 'strengths'>;
  readonly interview: Pick<Interview, 'interviewers' | 'remembered'>;
  /** The day of the interview as people say it, e.g. "Tuesday". */
  readonly dayWords: string;
  /** After the day it was best sent by (rule `thank-within-two-days`). */
  readonly late: boolean;
  readonly userName: string;
}

/**
 * A first text for one interviewer (rules `thank-each-interviewer`, `individualise-letters`, `appreciate-and-remind`):
 * what was remembered of this person makes it their own, and each member of a panel gets another turn of phrase.
 * What the facts do not say is left as a marked gap, `[...]`, for the user to fill.
 */
export const firstThankYou = (
  facts: ThankYouFacts,
  messages: Messages,
): { readonly subject: string; readonly body: string } => {
  const turn = placeOnPanel(facts);
  const remembered = Object.values(facts.interview.remembered)
    .filter(({ person, removed, text }) => person === facts.person.id && !removed && text.trim() !== '')
    .map(({ text }) => text.trim());
  const { thankYou } = messages.letter;
  const paragraphs = [
    thankYou.greeting({ name: firstName(facts.person.name) }),
    [
      facts.late ? thankYou.late : null,
      pick(thankYou.thanks, turn)({ day: facts.dayWords, role: facts.application.role, employer: facts.employerName }),
    ]
      .filter((part) => part !== null)
      .join(' '),
    remembered.length === 0
      ? thankYou.nothingRemembered
      : remembered.map((fact, n) => pick(thankYou.remembered, turn + n)({ fact })).join(' '),
    pick(
      thankYou.strength,
      turn,
    )({
      strength: facts.application.strengths.trim() === '' ? thankYou.strengthGap : facts.application.strengths.trim(),
      employer: facts.employerName,
    }),
    thankYou.signOff({ name: facts.userName.trim() === '' ? thankYou.nameGap : facts.userName.trim() }),
  ];
  return {
    subject: pick(thankYou.subject, turn)({ role: facts.application.role, day: facts.dayWords }),
    body: paragraphs.join('\n\n'),
  };
};

/** Gaps that were left for the user, as `[from, to)` in UTF-16 code units. */
export const gapsIn = (body: string): readonly { readonly from: number; readonly to: number }[] =>
  [...body.matchAll(/\[[^\][\n]{2,120}\]/g)].map((match) => ({ from: match.index, to: match.index + match[0].length }));

const placeOnPanel = ({ person, interview }: ThankYouFacts): number =>
  Math.max(
    0,
    Object.entries(interview.interviewers)
      .filter(([, present]) => present)
      .map(([id]) => id)
      .toSorted()
      .indexOf(person.id),
  );

const pick = <T>(variants: readonly [T, ...T[]], turn: number): T => variants[turn % variants.length] ?? variants[0];

const firstName = (name: string): string => name.trim().split(/\s+/)[0] ?? name;
