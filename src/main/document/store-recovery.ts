import { join } from 'node:path';
import { errorCode, toStoreError } from './store-error.ts';
import type { FileSystem } from './store-files.ts';
import { encodeData, scanFrames, type FrameScan } from './store-frames.ts';
import {
  currentFormat,
  decodeFileHead,
  decodeLengths,
  encodeFileHead,
  ledgerName,
  newStoreId,
  numberedName,
  parseName,
  quarantineFolder,
  tornSuffix,
  unfinishedFolder,
  type FileKind,
  type Head,
  type JournalLengths,
} from './store-layout.ts';
import { placeFile } from './store-writing.ts';

/** One thing that was found wrong with a file at opening. */
export interface StoreProblem {
  /**
   * - `note`: bytes that were never acknowledged, such as the torn end of a journal after a crash
   * - `recovered`: a damaged file whose content was read in full all the same, or was not needed
   * - `lost`: acknowledged bytes may be missing; merge a backup or another device
   * - `nothing-readable`: there was a document and nothing, or not its base, can be read; restore before writing
   * - `newer-format`: written by a later version of the program; do not write
   */
  readonly severity: 'note' | 'recovered' | 'lost' | 'nothing-readable' | 'newer-format';
  /** Name of the file within the store's folder. */
  readonly file: string;
  /** What is wrong with it, in plain words for a log. */
  readonly what: string;
  /** Where the damaged bytes are kept, relative to the store's folder; null where nothing had to be or could be moved. */
  readonly movedTo: string | null;
}

/** What a folder holds, after everything damaged was put aside. */
export interface Recovered {
  readonly chunks: readonly Uint8Array[];
  readonly problems: readonly StoreProblem[];
  readonly storeId: string;
  /** Number of the snapshot the chunks begin with, and its payload in bytes; null when they begin with journal 1 or nowhere. */
  readonly base: { readonly number: number; readonly bytes: number } | null;
  /** Payload bytes per journal, of those that follow the base. */
  readonly journalBytes: ReadonlyMap<number, number>;
  /** The highest number ever used: a new file takes a higher one. */
  readonly highest: number;
  /** The journal that can be appended to, and where; null when a new one has to be begun. */
  readonly tail: { readonly number: number; readonly length: number } | null;
  /** File lengths of the journals, as far as they are whole. */
  readonly lengths: JournalLengths;
  /** Whether the ledger is there and good; without it the next append writes one. */
  readonly hasLedger: boolean;
}

/**
 * Reads a store's folder. Rules:
 *
 * 1. Every file is read and verified, also the spare generation.
 * 2. The base is the newest good snapshot; the chunks are it and every good record of the journals from its number on.
 * 3. Damage takes the damaged record only. The file is kept in quarantine as it was, and its good records are written anew.
 * 4. Where there is any trace of a document and no base can be read, that is said with severity `nothing-readable`.
 * 5. A folder that cannot be written can still be read: what cannot be put aside stays, and is not appended to.
 * 6. A file of a later format is left exactly as it is, and so is everything else then.
 */
export const recover = async (files: FileSystem, folder: string): Promise<Recovered> => {
  const found = await readAll(files, folder);
  const storeId = chooseStoreId(found);
  const judged = found.map((file) => judge(file, storeId));
  const chain = chooseChain(judged);
  const newer = judged.filter((file) => file.fault === 'newer');
  const spent = await wasUsed(files, folder, judged);

  const problems: StoreProblem[] = [];
  const stuck = new Set<string>();
  for (const file of judged) {
    if (file.fault === null) continue;
    const moved = newer.length > 0 ? null : await putAside(files, folder, file, storeId);
    if (moved === null) stuck.add(file.name);
    problems.push({ severity: severityOf(file, chain), file: file.name, what: describe(file), movedTo: moved });
  }
  for (const number of chain.missing) {
    const name = numberedName('journal', number);
    problems.push({ severity: 'lost', file: name, what: 'the file is missing', movedTo: null });
  }
  for (const file of chain.links) {
    const known = file.kind === 'journal' && file.fault === null ? (chain.lengths.get(file.number) ?? 0) : 0;
    if (known <= (file.bytes?.length ?? 0)) continue;
    const what = `it has ${String(file.bytes?.length)} bytes and had ${String(known)}`;
    problems.push({ severity: 'lost', file: file.name, what, movedTo: null });
  }
  const chunks = chain.links.flatMap((file) => file.chunks);
  if (spent && newer.length === 0 && (chunks.length === 0 || !chain.hasBase)) {
    const what = chunks.length === 0 ? 'no record can be read' : 'the beginning of the document cannot be read';
    problems.push({ severity: 'nothing-readable', file: chain.links[0]?.name ?? ledgerName, what, movedTo: null });
  }
  if (newer.length === 0) await clearUnfinished(files, folder);

  const kept = judged.filter((file) => file.fault === null || (file.usable && !stuck.has(file.name)));
  const journals = chain.links.filter((file) => file.kind === 'journal');
  const last = journals.findLast((file) => file.number === chain.highest);
  return {
    chunks,
    problems,
    storeId,
    base: chain.base === null ? null : { number: chain.base.number, bytes: byteLength(chain.base.chunks) },
    journalBytes: new Map(journals.map((file) => [file.number, byteLength(file.chunks)])),
    highest: chain.highest,
    tail: last !== undefined && kept.includes(last) ? { number: last.number, length: goodLength(last, storeId) } : null,
    lengths: new Map(
      kept.filter((file) => file.kind === 'journal').map((file) => [file.number, goodLength(file, storeId)]),
    ),
    hasLedger: judged.some((file) => file.kind === 'ledger' && file.fault === null) && problems.length === 0,
  };
};

/** Moves a file of the store as it is and answers where to, relative to the folder. Rejects with the system's error. */
export const moveToQuarantine = async (files: FileSystem, folder: string, name: string): Promise<string> => {
  const target = await quarantineName(files, folder, name, '');
  await files.rename(join(folder, name), join(folder, target));
  await files.syncFolder(join(folder, quarantineFolder));
  await files.syncFolder(folder);
  return target;
};

interface FoundFile {
  readonly name: string;
  readonly kind: FileKind;
  readonly number: number;
  /** Null when the system could not read it; then `reason` is its code. */
  readonly bytes: Uint8Array | null;
  readonly reason: string | null;
  readonly scan: FrameScan;
  readonly head: Head | null;
}

interface JudgedFile extends FoundFile {
  /** `head`: only the first frame is damaged, nothing of value. `foreign`: a good file that belongs elsewhere. */
  readonly fault: null | 'torn' | 'head' | 'damaged' | 'foreign' | 'newer';
  /** Whether something of it is read, so that it stands in its place again after the damaged original was put aside. */
  readonly usable: boolean;
  readonly chunks: readonly Uint8Array[];
}

interface Chain {
  readonly base: JudgedFile | null;
  /** Base and journals in order. */
  readonly links: readonly JudgedFile[];
  /** Journals that have to be there and are not, by number. */
  readonly missing: readonly number[];
  /** Whether the links begin where the document began. */
  readonly hasBase: boolean;
  readonly highest: number;
  /** Lengths by the ledger. */
  readonly lengths: JournalLengths;
}

const readAll = async (files: FileSystem, folder: string): Promise<readonly FoundFile[]> => {
  const found: FoundFile[] = [];
  for (const name of (await listIfThere(files, folder)).toSorted()) {
    const parsed = parseName(name);
    if (parsed === null) continue;
    const { bytes, reason } = await readPatiently(files, join(folder, name));
    const scan = scanFrames(bytes ?? new Uint8Array());
    const head = scan.head === null ? null : decodeFileHead(scan.head);
    found.push({ name, ...parsed, bytes, reason, scan, head });
  }
  return found;
};

// A file the system cannot read is a damaged file, not the end of the store: the others may be good.
const readPatiently = async (
  files: FileSystem,
  path: string,
): Promise<{ readonly bytes: Uint8Array | null; readonly reason: string | null }> => {
  try {
    return { bytes: await files.read(path), reason: null };
  } catch (cause) {
    return { bytes: null, reason: errorCode(cause) ?? 'unknown' };
  }
};

const listIfThere = async (files: FileSystem, folder: string): Promise<readonly string[]> => {
  try {
    return await files.list(folder);
  } catch (cause) {
    if (errorCode(cause) === 'ENOENT') return [];
    throw toStoreError(cause, folder);
  }
};

// The id that most files carry, so that no single file copied here from elsewhere can make strangers of all others.
// A tie goes to the ledger: then the other file is put aside and the store refuses, which loses nothing.
const chooseStoreId = (found: readonly FoundFile[]): string => {
  const ids = found.flatMap((file) => (file.head === null ? [] : [file.head.store]));
  const votes = (id: string): number => ids.filter((other) => other === id).length;
  const byLedger = found.find((file) => file.kind === 'ledger')?.head?.store;
  const best = ids.toSorted((a, b) => votes(b) - votes(a))[0] ?? newStoreId();
  return byLedger !== undefined && votes(byLedger) === votes(best) ? byLedger : best;
};

const judge = (file: FoundFile, storeId: string): JudgedFile => {
  const { head, scan } = file;
  if (head !== null && head.format > currentFormat) return { ...file, fault: 'newer', usable: false, chunks: [] };
  if (head !== null && (head.store !== storeId || head.kind !== file.kind || head.number !== file.number)) {
    return { ...file, fault: 'foreign', usable: false, chunks: [] };
  }
  const chunks = file.kind === 'journal' ? scan.data : scan.data.slice(0, 1);
  const enough = file.kind === 'journal' || chunks.length === 1;
  if (head !== null && scan.gaps.length === 0 && enough) return { ...file, fault: null, usable: true, chunks };
  // A snapshot and a ledger come by rename and whole, so that only a journal can be torn by a crash.
  if (head !== null && file.kind === 'journal' && scan.torn !== null && scan.gaps.length === 1) {
    return { ...file, fault: 'torn', usable: true, chunks };
  }
  const headLength = encodeFileHead(file.kind, storeId, file.number).length;
  const [gap, ...more] = scan.gaps;
  const onlyHead = gap !== undefined && gap.start === 0 && gap.end === headLength && more.length === 0;
  const onlyMore = head !== null && file.kind !== 'journal' && enough;
  const fault = (onlyHead && chunks.length > 0) || onlyMore ? 'head' : 'damaged';
  return { ...file, fault, usable: chunks.length > 0, chunks };
};

const chooseChain = (judged: readonly JudgedFile[]): Chain => {
  const ledger = judged.find((file) => file.kind === 'ledger' && file.usable);
  const lengths = decodeLengths(ledger?.chunks[0] ?? new Uint8Array());
  const base = judged.findLast((file) => file.kind === 'snapshot' && file.usable) ?? null;
  const first = base?.number ?? 1;
  const journals = judged.filter((file) => file.kind === 'journal' && file.usable && file.number >= first);
  const highest = Math.max(0, ...judged.map((file) => file.number), ...lengths.keys());
  const lowestKnown = base?.number ?? journals[0]?.number ?? highest + 1;
  const lastNeeded = Math.max(base?.number ?? 0, journals.at(-1)?.number ?? 0, ...lengths.keys());
  const here = new Set(judged.filter((file) => file.kind === 'journal').map((file) => file.number));
  const missing: number[] = [];
  for (let number = lowestKnown; number <= lastNeeded; number++) if (!here.has(number)) missing.push(number);
  return {
    base,
    links: base === null ? journals : [base, ...journals],
    missing,
    hasBase: base !== null || journals[0]?.number === 1,
    highest,
    lengths,
  };
};

const severityOf = (file: JudgedFile, chain: Chain): StoreProblem['severity'] => {
  if (file.fault === 'newer') return 'newer-format';
  if (file.kind === 'ledger' || file.fault === 'head') return 'recovered';
  const first = chain.base?.number ?? 1;
  if (file.kind === 'snapshot') return chain.hasBase ? 'recovered' : 'lost';
  if (file.number < first) return file.fault === 'torn' ? 'note' : 'recovered';
  if (file.fault !== 'torn') return 'lost';
  const known = chain.lengths.get(file.number) ?? 0;
  return tornAt(file) >= known ? 'note' : 'lost';
};

const describe = (file: JudgedFile): string => {
  if (file.reason !== null) return `the system cannot read it (${file.reason})`;
  if (file.bytes?.length === 0) return 'it is empty';
  switch (file.fault) {
    case 'torn':
      return 'its last record was never finished';
    case 'head':
      return 'its first bytes are damaged, its records are good';
    case 'foreign':
      return 'it belongs to another folder or another place in this one';
    case 'newer':
      return `it has format ${String(file.head?.format)}, and this program reads up to ${String(currentFormat)}`;
    case 'damaged':
    case null: {
      const lost = file.scan.gaps.reduce((sum, gap) => sum + gap.end - gap.start, 0);
      return `${String(lost)} of ${String(file.bytes?.length ?? 0)} bytes are damaged, ${String(file.chunks.length)} records are good`;
    }
  }
};

/** Answers where the damaged bytes are now, or null when they could not be moved. */
const putAside = async (
  files: FileSystem,
  folder: string,
  file: JudgedFile,
  storeId: string,
): Promise<string | null> => {
  try {
    if (!file.usable || file.bytes === null) return await moveToQuarantine(files, folder, file.name);
    const target = await quarantineName(files, folder, file.name, file.fault === 'torn' ? tornSuffix : '');
    if (file.fault === 'torn') {
      await placeFile(files, folder, target, file.bytes.subarray(tornAt(file)));
      await cut(files, join(folder, file.name), tornAt(file));
    } else {
      await placeFile(files, folder, target, file.bytes);
      await placeFile(files, folder, file.name, rewritten(file, storeId));
    }
    return target;
  } catch (cause) {
    // A bug would have no code; a disk that cannot be written is a state the store must be readable in.
    toStoreErrorOrThrow(cause, folder);
    return null;
  }
};

const toStoreErrorOrThrow = (cause: unknown, folder: string): void => {
  const error = toStoreError(cause, folder);
  if (error !== cause && errorCode(cause) === undefined) throw cause;
};

const quarantineName = async (files: FileSystem, folder: string, name: string, suffix: string): Promise<string> => {
  await files.makeFolder(join(folder, quarantineFolder));
  const taken = await files.list(join(folder, quarantineFolder));
  let count = 1;
  while (taken.includes(`${name}.${String(count)}${suffix}`)) count += 1;
  return `${quarantineFolder}/${name}.${String(count)}${suffix}`;
};

const cut = async (files: FileSystem, path: string, length: number): Promise<void> => {
  const open = await files.open(path);
  try {
    await open.truncate(length);
    await open.sync();
  } finally {
    await open.close();
  }
};

const rewritten = (file: JudgedFile, storeId: string): Uint8Array =>
  Buffer.concat([encodeFileHead(file.kind, storeId, file.number), ...file.chunks.map(encodeData)]);

/** Length of the journal once what is wrong with it was put aside. */
const goodLength = (file: JudgedFile, storeId: string): number => {
  if (file.fault === null) return file.bytes?.length ?? 0;
  return file.fault === 'torn' ? tornAt(file) : rewritten(file, storeId).length;
};

const tornAt = (file: JudgedFile): number => file.scan.torn?.start ?? file.bytes?.length ?? 0;

// The ledger is written before the first acknowledgement, and whatever is damaged was once more than it is now.
const wasUsed = async (files: FileSystem, folder: string, judged: readonly JudgedFile[]): Promise<boolean> => {
  if (judged.some((file) => file.kind !== 'journal' || (file.fault !== null && file.fault !== 'torn'))) return true;
  if (judged.some((file) => file.number > 1)) return true;
  const quarantined = await listIfThere(files, join(folder, quarantineFolder));
  return quarantined.some((name) => !name.endsWith(tornSuffix));
};

// Cleaning only: what cannot be removed now is replaced when its name is needed.
const clearUnfinished = async (files: FileSystem, folder: string): Promise<void> => {
  try {
    for (const name of await listIfThere(files, join(folder, unfinishedFolder))) {
      await files.remove(join(folder, unfinishedFolder, name));
    }
  } catch (cause) {
    toStoreErrorOrThrow(cause, folder);
  }
};

const byteLength = (chunks: readonly Uint8Array[]): number => chunks.reduce((sum, chunk) => sum + chunk.length, 0);
