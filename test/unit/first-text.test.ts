import { describe, expect, it } from 'vitest';
import { EntryId, PersonId } from '#shared/facts/value.ts';
import { firstThankYou, gapsIn, type ThankYouFacts } from '#shared/letter/first-text.ts';
import { en } from '#shared/messages/en.ts';

const [dana, priya, tom] = ['dana', 'priya', 'tom'].map((id) => PersonId.parse(id)) as [PersonId, PersonId, PersonId];

const factsOf = (id: PersonId, name: string, more: Partial<ThankYouFacts> = {}): ThankYouFacts => ({
  person: { id, name },
  employerName: 'Brightwater',
  application: { role: 'product designer', strengths: 'five years of field work' },
  interview: {
    interviewers: { [dana]: true, [priya]: true, [tom]: true },
    remembered: {
      [EntryId.parse('e1')]: { person: dana, text: 'the tide map was drawn with pilots', removed: false },
      [EntryId.parse('e2')]: { person: dana, text: 'something taken back', removed: true },
      [EntryId.parse('e3')]: { person: priya, text: 'her roadmap has room for research', removed: false },
    },
  },
  dayWords: 'Tuesday',
  late: false,
  userName: 'Robin Ashe',
  ...more,
});

describe('a first thank-you text', () => {
  it('says what was remembered of this person and of nobody else', () => {
    const { body } = firstThankYou(factsOf(dana, 'Dana Okafor'), en);
    expect(body).toContain('Dear Dana,');
    expect(body).toContain('the tide map was drawn with pilots');
    expect(body).not.toContain('roadmap');
    expect(body).not.toContain('taken back');
    expect(gapsIn(body)).toEqual([]);
  });

  it('gives each of a panel another turn of phrase, apart from names and notes', () => {
    const plain = { remembered: {}, interviewers: factsOf(dana, '').interview.interviewers };
    const texts = [dana, priya, tom].map((id) => {
      const { subject, body } = firstThankYou(factsOf(id, 'Same Name', { interview: plain }), en);
      return `${subject}\n${body}`;
    });
    expect(new Set(texts).size).toBe(3);
  });

  it('leaves a marked gap for all it does not know', () => {
    const { body } = firstThankYou(
      factsOf(tom, 'Tom Vance', { application: { role: 'product designer', strengths: ' ' }, userName: '' }),
      en,
    );
    expect(gapsIn(body).map(({ from, to }) => body.slice(from, to))).toEqual([
      en.letter.thankYou.nothingRemembered,
      en.letter.thankYou.strengthGap,
      en.letter.thankYou.nameGap,
    ]);
  });

  it('says so when it is late, and only then', () => {
    expect(firstThankYou(factsOf(dana, 'Dana', { late: true }), en).body).toContain(en.letter.thankYou.late);
    expect(firstThankYou(factsOf(dana, 'Dana'), en).body).not.toContain(en.letter.thankYou.late);
  });
});

describe('gaps', () => {
  it('are words in square brackets on one line, and nothing shorter, longer or open', () => {
    expect(gapsIn('a [b c] d [e]')).toEqual([{ from: 2, to: 7 }]);
    expect(gapsIn(`[open [${'x'.repeat(121)}] [two\nlines]`)).toEqual([]);
  });
});
