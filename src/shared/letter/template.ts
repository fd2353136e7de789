/**
 * What a template may leave to the facts, as it is written between `{{` and `}}`. The words are part of the document
 * (own templates are kept in it), so they never change; the screen explains them in the user's language.
 */
export const templateVariables = [
  'first name',
  'name',
  'employer',
  'role',
  'interview day',
  'lateness',
  'remembered',
  'strength',
  'shared part',
  'promise',
  'interviewers',
  'my name',
] as const;
export type TemplateVariable = (typeof templateVariables)[number];

/** A value each: `''` where there is rightly nothing to say, null where a fact is missing. */
export type TemplateValues = Readonly<Record<TemplateVariable, string | null>>;

export interface FoundVariable {
  /** As `[from, to)` in UTF-16 code units, braces included. */
  readonly from: number;
  readonly to: number;
  /** Null for a word that no fact answers to. */
  readonly variable: TemplateVariable | null;
}

const pattern = /\{\{([^{}\n]{0,60})\}\}/g;

export const variablesIn = (text: string): readonly FoundVariable[] =>
  [...text.matchAll(pattern)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
    variable: variableOf(match[1] ?? ''),
  }));

/** How a variable is written in a template. */
export const written = (variable: TemplateVariable): string => `{{${variable}}}`;

/**
 * A template with the facts put in. A missing fact becomes its gap's words, `[...]`, for the user to fill; a variable
 * with nothing to say goes, with its line where it stands alone; an unknown one stays as it is written, to be seen.
 */
export const fillTemplate = (
  template: string,
  values: TemplateValues,
  gaps: Readonly<Record<TemplateVariable, string>>,
): string => {
  const filled = template.replaceAll(pattern, (whole, words: string) => {
    const variable = variableOf(words);
    if (variable === null) return whole;
    const value = values[variable];
    return value === null ? gaps[variable] : value === '' ? nothing : value;
  });
  return filled
    .replaceAll(/(^|\n)[ \t\uE000]*\uE000[ \t\uE000]*(?:\n+|$)/g, '$1')
    .replaceAll(/\uE000[ \t]+/g, '')
    .replaceAll(/[ \t]*\uE000/g, '')
    .replaceAll(/(\n\n)\n+/g, '$1')
    .trim();
};

/** Stands for a variable with nothing to say until what is around it can go with it; a character that no text uses. */
const nothing = '\uE000';

const variableOf = (words: string): TemplateVariable | null => {
  const plain = words.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return templateVariables.find((variable) => variable === plain) ?? null;
};
