import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseSync } from 'vite';
import { describe, expect, it } from 'vitest';
import { calls } from '#shared/contract.ts';
import { callNames } from '#shared/contract-names.ts';

/** Attributes whose text a person sees or hears. */
const spoken = new Set([
  'title',
  'label',
  'aria-label',
  'placeholder',
  'alt',
  'heading',
  'summary',
  'hint',
  'text',
  'description',
  'error',
]);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly [key: string]: unknown;
}

/** Texts that stand in markup, with their places. */
const textsInMarkup = (file: string, source: string): readonly string[] => {
  const found: string[] = [];
  const visit = (node: unknown, inMarkup: boolean): void => {
    if (Array.isArray(node)) return node.forEach((one) => visit(one, inMarkup));
    if (typeof node !== 'object' || node === null || !('type' in node)) return;
    const here = node as Node;
    if (here.type === 'JSXText' && /\p{L}/u.test(String(here['value'])))
      found.push(`${file}: ${String(here['value']).trim()}`);
    if (here.type === 'JSXAttribute') {
      const name = String((here['name'] as Node)['name']);
      return visit(here['value'], spoken.has(name));
    }
    const isText = (here.type === 'Literal' && typeof here['value'] === 'string') || here.type === 'TemplateElement';
    const text = here.type === 'TemplateElement' ? (here['value'] as { raw: string }).raw : String(here['value']);
    if (inMarkup && isText && /\p{L}{2}/u.test(text)) found.push(`${file}: ${text}`);
    const holdsText =
      here.type === 'JSXExpressionContainer' ||
      here.type === 'TemplateLiteral' ||
      here.type === 'ConditionalExpression';
    for (const [key, value] of Object.entries(here)) {
      // What a conditional compares is not shown, only what it answers.
      const shown = (inMarkup && holdsText && key !== 'test') || (here.type === 'JSXElement' && key === 'children');
      visit(value, shown && here.type !== 'JSXElement' ? inMarkup : here.type === 'JSXElement' && key === 'children');
    }
  };
  visit(parseSync(file, source).program, false);
  return found;
};

describe('every text comes from the catalogue', () => {
  it('there is no text in the markup of the window', async () => {
    const files = (await readdir('src/renderer', { recursive: true })).filter((file) => file.endsWith('.tsx'));
    expect(files.length).toBeGreaterThan(20);
    const texts: string[] = [];
    for (const file of files) texts.push(...textsInMarkup(file, await readFile(join('src/renderer', file), 'utf8')));
    expect(texts).toEqual([]);
  });

  it.each([
    ['between tags', 'const a = <p>Hello</p>'],
    ['in braces', "const a = <p>{'Hello'}</p>"],
    ['as a condition answers', "const a = <p>{open ? 'Hello' : null}</p>"],
    ['in a template', 'const a = <p>{`Hello ${name}`}</p>'],
    ['in a spoken attribute', 'const a = <input aria-label="Hello" />'],
  ])('text %s would be found', (_case, source) => {
    expect(textsInMarkup('x.tsx', source)).toHaveLength(1);
  });

  it('names, keys and conditions are not taken for text', () => {
    const source =
      "const a = <p className=\"quiet\" id='x'>{kind === 'thank' ? words.thank : list.map((one) => <b key={'k'}>{one}</b>)}</p>";
    expect(textsInMarkup('x.tsx', source)).toEqual([]);
  });
});

it('the names that the preload script knows are those of the contract', () => {
  expect([...callNames].toSorted()).toEqual(Object.keys(calls).toSorted());
});
