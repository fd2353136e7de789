import { z } from 'zod';
import { SearchContent, tableNames, type Facts } from '#shared/facts/facts.ts';
import type { Instant } from '#shared/facts/value.ts';
import { err, ok, type Result } from '#shared/result.ts';

/** The documented file of a whole search; its JSON Schema is docs/search.schema.json. */
export const SearchFile = z.strictObject({
  format: z.literal('afterword-search'),
  version: z.literal(1),
  /** When it was written, RFC 3339 in UTC. */
  exportedAt: z.iso.datetime(),
  content: SearchContent,
});

/** JSON Schema (draft 2020-12) of the file. */
export const searchFileSchema = (): object => z.toJSONSchema(SearchFile, { io: 'input' });

/** 64 MiB: ten times a search of 5,000 applications. */
export const maxSearchFileLength = 64 * 1024 * 1024;

export const writeSearchJson = (facts: Facts, at: Instant): string => {
  const tables = Object.fromEntries(
    tableNames.map((table) => [table, Object.values(facts[table]).toSorted((a, b) => (a.id < b.id ? -1 : 1))]),
  );
  return `${JSON.stringify(
    {
      format: 'afterword-search',
      version: 1,
      exportedAt: new Date(at).toISOString(),
      content: { search: facts.search, settings: facts.settings, ...tables },
    },
    inOrder,
    2,
  )}\n`;
};

/** Keys in alphabetical order inside entities, so that equal facts give equal files. */
const inOrder = (key: string, value: unknown): unknown =>
  key !== '' && key !== 'content' && typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

/** Refused whole, with one line saying where, when any of it is not as documented. */
export const readSearchJson = (json: string): Result<SearchContent, { readonly what: string }> => {
  if (json.length > maxSearchFileLength) return err({ what: 'the file is larger than 64 MiB' });
  let raw: unknown;
  try {
    raw = JSON.parse(json.startsWith('\uFEFF') ? json.slice(1) : json);
  } catch (cause) {
    return err({ what: `not JSON: ${cause instanceof Error ? cause.message : 'unreadable'}` });
  }
  const parsed = SearchFile.safeParse(raw);
  if (parsed.success) return ok(parsed.data.content);
  const issue = parsed.error.issues[0];
  return err({ what: `${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not as documented'}` });
};
