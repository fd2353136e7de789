import { randomBytes } from 'node:crypto';
import { encodeHead } from './store-frames.ts';

/**
 * Names and heads of the store's files.
 *
 *     snapshot-000007   everything up to the moment when journal 7 was begun
 *     journal-000007    what was appended from then on
 *     ledger            that there is a document, which it is, and how long its journals are known to be
 *     unfinished/       files being written; nothing here was ever acknowledged
 *     quarantine/       damaged files and torn ends, kept for a person to look at
 *
 * Snapshot n together with journals n, n+1, ... is the whole document, and so is an older snapshot with all journals from its
 * number on: that is why a damaged newest snapshot costs nothing while the generation before it is there.
 */
export type FileKind = 'snapshot' | 'journal' | 'ledger';

/** What a file says about itself in its first frame. */
export interface Head {
  readonly format: number;
  readonly kind: FileKind;
  /** The store the file belongs to, so that a file copied here from elsewhere is not taken for ours. */
  readonly store: string;
  readonly number: number;
}

/** The newest format this program reads and the one it writes. */
export const currentFormat = 1;

export const unfinishedFolder = 'unfinished';
export const quarantineFolder = 'quarantine';
export const ledgerName = 'ledger';

/** Ends the name of quarantined bytes that were never acknowledged, which are no trace of a document. */
export const tornSuffix = '.torn';

export const numberedName = (kind: 'snapshot' | 'journal', number: number): string =>
  `${kind}-${String(number).padStart(6, '0')}`;

/** Kind and number of one of our names, or null for anything else, which is left alone. */
export const parseName = (name: string): { readonly kind: FileKind; readonly number: number } | null => {
  if (name === ledgerName) return { kind: 'ledger', number: 0 };
  const match = /^(snapshot|journal)-([0-9]{6,12})$/.exec(name);
  if (match === null) return null;
  return { kind: match[1] === 'snapshot' ? 'snapshot' : 'journal', number: Number(match[2]) };
};

export const newStoreId = (): string => randomBytes(16).toString('hex');

export const encodeFileHead = (kind: FileKind, store: string, number: number): Uint8Array =>
  encodeHead(Buffer.from(JSON.stringify({ format: currentFormat, kind, store, number } satisfies Head)));

/** The head that was verified by its frame, or null when it is none of ours. */
export const decodeFileHead = (payload: Uint8Array): Head | null => {
  const value = parseJson(payload);
  if (typeof value !== 'object' || value === null) return null;
  const { format, kind, store, number } = value as Record<string, unknown>;
  if (typeof format !== 'number' || typeof store !== 'string' || typeof number !== 'number') return null;
  if (kind !== 'snapshot' && kind !== 'journal' && kind !== 'ledger') return null;
  return { format, kind, store, number };
};

/**
 * How long each journal is known to have been, in bytes: written at every replace and at close. Journals only grow, so a
 * shorter one has lost its end, which its own bytes cannot show.
 */
export type JournalLengths = ReadonlyMap<number, number>;

export const encodeLengths = (lengths: JournalLengths): Uint8Array => Buffer.from(JSON.stringify([...lengths]));

export const decodeLengths = (payload: Uint8Array): JournalLengths => {
  const value = parseJson(payload);
  const lengths = new Map<number, number>();
  if (!Array.isArray(value)) return lengths;
  for (const entry of value as readonly unknown[]) {
    if (!Array.isArray(entry)) continue;
    const [number, length] = entry as readonly unknown[];
    if (typeof number === 'number' && typeof length === 'number') lengths.set(number, length);
  }
  return lengths;
};

const parseJson = (payload: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(payload).toString('utf8'));
  } catch {
    // Not JSON: not a head or a ledger of ours, which is what the caller asks.
    return null;
  }
};
