import type { Interview } from '#shared/facts/interview.ts';

/** What was noted of one person for their letter, in the order it was noted (ids are ordered by time). */
export const rememberedOf = (
  interview: Pick<Interview, 'remembered'>,
  person: string,
): readonly { readonly entry: string; readonly text: string }[] =>
  Object.entries(interview.remembered)
    .filter(([, fact]) => fact.person === person && !fact.removed && fact.text.trim() !== '')
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([entry, { text }]) => ({ entry, text }));

/** The people of the panel. */
export const panelOf = (interview: Pick<Interview, 'interviewers'>): readonly string[] =>
  Object.entries(interview.interviewers)
    .filter(([, isPresent]) => isPresent)
    .map(([id]) => id)
    .toSorted();
