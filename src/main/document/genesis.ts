import * as A from '@automerge/automerge';
import type { Table } from '#shared/facts/facts.ts';

/**
 * The first change of every job search, as fixed bytes: two machines that each began with a change of their own would
 * share no ancestry, and one side's facts would vanish at the first merge. Migrations are fixed changes too, so that
 * machines that migrate apart converge. Never edit these bytes; a new version adds a change to `migrations`.
 */
export const genesis: Uint8Array = Uint8Array.from(
  Buffer.from(
    'hW9Kg0At2ekAtgIBEAAAAAAAAAAAAAAAAAAAAAABfT54ryoAhnTCuHfEcBVa+RnSj7vfzxavnRfIvwVxe2UGAQIDAhMCIwJAAlYCCgEEAgQVpgEhAiMSNAFCBlYGVwGAAQJ/AH8BfxF/AH8AfwcADwIAAA8CD28NYW5ub3VuY2VtZW50cwxhcHBsaWNhdGlvbnMJYnJpZWZpbmdzCWVtcGxveWVycwxpbnRlcmFjdGlvbnMKaW50ZXJ2aWV3cwdsZXR0ZXJzBnBlb3BsZQhwcm9taXNlcwdyZWNvcmRzCnJlZmVyZW5jZXMGc2VhcmNoCHNldHRpbmdzBXN0ZXBzB3ZlcnNpb24IaG9saWRheXMLd29ya2luZ0RheXMRAG8Ndgh3B30Cf30IfgQBdnwPAREOAH8BAgAOAH8UAgABEQAA',
    'base64',
  ),
);

/** `migrations[n]` makes a document of version n + 1 one of version n + 2. */
export const migrations: readonly Uint8Array[] = [
  // Version 2: templates.
  Uint8Array.from(
    Buffer.from(
      'hW9Kg8FYJ20BewF9PnivKgCGdMK4d8RwFVr5GdKPu9/PFq+dF8i/BXF7ZRABAQEBAQEBAQEBAQEBAQEBARIAAAEQAAAAAAAAAAAAAAAAAAAAAAgVEzQBQgNWA1cBcANxAnMCfgl0ZW1wbGF0ZXMHdmVyc2lvbgJ+AAF+ABQCfgABfwF/AQ==',
      'base64',
    ),
  ),
];

/** The newest version of the document that this program understands. */
export const knownVersion = migrations.length + 1;

type Scalar = string | number | boolean | null | A.ImmutableString;
export interface DocumentMap {
  [key: string]: Scalar | DocumentMap;
}

/** The document as Automerge holds it: short strings immutable, prose as mergeable text. */
export type SearchDoc = { [T in Table]: { [id: string]: DocumentMap } } & {
  version: number;
  search: DocumentMap;
  settings: DocumentMap;
};

export const versionOf = (doc: A.Doc<SearchDoc>): number => (typeof doc.version === 'number' ? doc.version : 0);

/** Applies the migrations that the document does not have yet; a newer one is left as it is. */
export const migrate = (doc: A.Doc<SearchDoc>, fixed: readonly Uint8Array[] = migrations): A.Doc<SearchDoc> => {
  const missing = fixed.slice(Math.max(0, versionOf(doc) - 1));
  return missing.length === 0 ? doc : A.applyChanges(doc, [...missing])[0];
};

/** The tables of version 1; later ones come with a migration. */
const firstTables = [
  'employers',
  'applications',
  'promises',
  'steps',
  'interviews',
  'people',
  'letters',
  'interactions',
  'references',
  'briefings',
  'records',
  'announcements',
] as const satisfies readonly Table[];

/** How the bytes above were made; the test makes them again and compares. */
export const makeGenesis = (): Uint8Array =>
  A.save(
    A.change(A.init<SearchDoc>({ actor: '00'.repeat(16) }), { time: 0 }, (draft) => {
      draft.version = 1;
      for (const table of firstTables) draft[table] = {};
      draft.search = {};
      draft.settings = { workingDays: {}, holidays: {} };
    }),
  );

/** How each migration was made, on top of those before it. */
export const makeMigrations = (): readonly Uint8Array[] => {
  const made: Uint8Array[] = [];
  for (const [n, change] of migrationChanges.entries()) {
    const before = migrate(A.load<SearchDoc>(genesis), made);
    // One actor a migration: two changes of one actor and sequence number could never meet in a document.
    const actor = (n + 1).toString(16).padStart(2, '0').repeat(16);
    const after = A.change(A.clone(before, { actor }), { time: 0 }, (draft) => {
      change(draft);
      draft.version = n + 2;
    });
    made.push(A.getLastLocalChange(after) as Uint8Array);
  }
  return made;
};

const migrationChanges: readonly ((draft: SearchDoc) => void)[] = [
  // Version 2: the user's own letter templates.
  (draft) => {
    draft.templates = {};
  },
];
