import { describe, expect, it } from 'vitest';
import { LetterKind } from '#shared/facts/letter.ts';
import { EntryId, PersonId } from '#shared/facts/value.ts';
import {
  firstSharedPart,
  firstText,
  gapsIn,
  standardTemplate,
  type FirstTextFacts,
} from '#shared/letter/first-text.ts';
import { fillTemplate, templateVariables, variablesIn, type TemplateValues } from '#shared/letter/template.ts';
import { en } from '#shared/messages/en.ts';

const [dana, priya, tom] = ['dana', 'priya', 'tom'].map((id) => PersonId.parse(id)) as [PersonId, PersonId, PersonId];

const panel: FirstTextFacts['interview'] = {
  interviewers: { [dana]: true, [priya]: true, [tom]: true },
  sharedPart: '',
  remembered: {
    [EntryId.parse('e1')]: { person: dana, text: 'the tide map was drawn with pilots.', removed: false },
    [EntryId.parse('e2')]: { person: dana, text: 'something taken back', removed: true },
    [EntryId.parse('e3')]: { person: priya, text: 'her roadmap has room for research', removed: false },
  },
};

const factsOf = (id: PersonId, name: string, more: Partial<FirstTextFacts> = {}): FirstTextFacts => ({
  person: { id, name },
  employerName: 'Brightwater',
  application: { role: 'product designer' },
  strength: 'five years of field work',
  interview: panel,
  interviewDay: 'Tuesday',
  promisedDay: null,
  interviewers: 'Dana Okafor, Priya Nair and Tom Vance',
  late: false,
  userName: 'Robin Ashe',
  ...more,
});

const thanks = (facts: FirstTextFacts) => firstText(facts, standardTemplate('thank-you', facts, en), en);

describe('a first thank-you text', () => {
  it('says what was remembered of this person and of nobody else', () => {
    const { body } = thanks(factsOf(dana, 'Dana Okafor'));
    expect(body).toContain('Dear Dana,');
    expect(body).toContain('the tide map was drawn with pilots. ');
    expect(body).not.toContain('roadmap');
    expect(body).not.toContain('taken back');
    expect(gapsIn(body)).toEqual([]);
  });

  it('gives each of a panel another turn of phrase, apart from names and notes', () => {
    const plain = { ...panel, remembered: {} };
    const texts = [dana, priya, tom].map((id) => {
      const { subject, body } = thanks(factsOf(id, 'Same Name', { interview: plain }));
      return `${subject}\n${body}`;
    });
    expect(new Set(texts).size).toBe(3);
  });

  it('has the part that the panel shares word for word, also once the user has changed it', () => {
    const first = firstSharedPart(factsOf(dana, 'Dana'), en);
    expect(first).toContain('five years of field work');
    for (const id of [dana, priya, tom]) expect(thanks(factsOf(id, 'Somebody')).body).toContain(`\n\n${first}\n\n`);
    const own = { ...panel, sharedPart: 'I draw maps.\n\nI draw them well.' };
    expect(thanks(factsOf(tom, 'Tom', { interview: own })).body).toContain('\n\nI draw maps.\n\nI draw them well.\n\n');
  });

  it('leaves a marked gap for all it does not know', () => {
    const { body } = thanks(factsOf(tom, 'Tom Vance', { strength: ' ', userName: '', interviewDay: null }));
    expect(new Set(gapsIn(body).map(({ from, to }) => body.slice(from, to)))).toEqual(
      new Set([
        en.letter.gaps['interview day'],
        en.letter.gaps.remembered,
        en.letter.gaps.strength,
        en.letter.gaps['my name'],
      ]),
    );
  });

  it('says so when it is late, and only then', () => {
    expect(thanks(factsOf(dana, 'Dana', { late: true })).body).toContain(`${en.letter.lateness} Thank you`);
    expect(thanks(factsOf(dana, 'Dana')).body).toContain('Dear Dana,\n\nThank you');
  });
});

describe('a first text of each kind', () => {
  it.each(LetterKind.options)('%s has no variable left, and greets and signs by name', (kind) => {
    const facts = factsOf(dana, 'Dana Okafor', { promisedDay: 'Friday 22 May' });
    const { subject, body } = firstText(facts, standardTemplate(kind, facts, en), en);
    expect(variablesIn(`${subject}${body}`)).toEqual([]);
    expect(body).toMatch(/^(Dear|Hello) Dana,/);
    expect(body.endsWith('Robin Ashe')).toBe(true);
    expect(body).not.toMatch(/\.\.|  |\n\n\n/);
  });

  it('asks for nothing in a gap that the facts could fill, apart from what an acceptance must state', () => {
    for (const kind of LetterKind.options) {
      const { body } = firstText(factsOf(dana, 'Dana Okafor'), standardTemplate(kind, factsOf(dana, ''), en), en);
      expect(gapsIn(body).length).toBe(kind === 'accept' ? 3 : 0);
    }
  });

  it('is short enough for a connection request', () => {
    const { body } = firstText(factsOf(dana, 'Dana'), standardTemplate('connection-note', factsOf(dana, ''), en), en);
    expect(body.length).toBeLessThanOrEqual(200);
  });

  it('names the promised day in a progress letter, where there is one', () => {
    const progress = (promisedDay: string | null) =>
      firstText(factsOf(dana, 'Dana', { promisedDay }), standardTemplate('progress', factsOf(dana, ''), en), en).body;
    expect(progress('Friday 22 May')).toContain('by Friday 22 May. I know');
    expect(progress(null)).toContain('\n\nI know');
  });
});

describe('filling a template', () => {
  const values: TemplateValues = {
    ...(Object.fromEntries(templateVariables.map((variable) => [variable, null])) as Record<string, null>),
    ...({ 'first name': 'Dana', lateness: '', promise: '' } as object),
  } as TemplateValues;
  const fill = (text: string) => fillTemplate(text, values, en.letter.gaps);

  it.each([
    ['a value', 'Dear {{first name}},', 'Dear Dana,'],
    ['spaces and capitals in the braces', '{{ First   Name }}', 'Dana'],
    ['a missing fact', 'at {{employer}}.', `at ${en.letter.gaps.employer}.`],
    ['a variable that is not known', 'Dear {{frist name}},', 'Dear {{frist name}},'],
    ['nothing to say before words', '{{lateness}} Thank you', 'Thank you'],
    ['nothing to say after words', 'Thank you {{lateness}}', 'Thank you'],
    ['nothing to say between words', 'a {{lateness}} b', 'a b'],
    ['nothing to say on a line of its own', 'a\n\n{{lateness}}\n\nb', 'a\n\nb'],
    ['two of them on one line', 'a\n\n{{lateness}} {{promise}}\n\nb', 'a\n\nb'],
    ['nothing to say at the end', 'a\n\n{{lateness}}', 'a'],
    ['single braces', '{first name}', '{first name}'],
    ['a value that looks like a variable is left alone', 'x {{}} y', 'x {{}} y'],
  ])('%s', (_, template, filled) => {
    expect(fill(template)).toBe(filled);
  });

  it('does not fill what a fact brings along', () => {
    expect(fillTemplate('{{first name}}', { ...values, 'first name': '{{name}}' }, en.letter.gaps)).toBe('{{name}}');
  });
});

describe('gaps', () => {
  it('are words in square brackets on one line, and nothing shorter, longer or open', () => {
    expect(gapsIn('a [b c] d [e]')).toEqual([{ from: 2, to: 7 }]);
    expect(gapsIn(`[open [${'x'.repeat(121)}] [two\nlines]`)).toEqual([]);
  });

  it('are variables that nothing filled, too', () => {
    expect(gapsIn('a {{name}} b {{}}')).toEqual([
      { from: 2, to: 10 },
      { from: 13, to: 17 },
    ]);
  });
});
