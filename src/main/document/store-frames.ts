import { createHash } from 'node:crypto';

/**
 * How bytes lie in every file of the store: one head frame that says which file this is, then data frames.
 *
 *     0  magic          8 bytes
 *     8  kind           u32 little endian, 1 head, 2 data
 *    12  length         u32 little endian, of the payload
 *    16  SHA-256        32 bytes, over kind, length and payload
 *    48  SHA-256/8      first 8 bytes of the hash over the 48 bytes before
 *    56  payload
 *
 * The frame's own start is hashed apart, so that a length can be believed before the payload was seen: that tells a record
 * cut by a crash from one that was damaged later, and lets the reader step over a damaged record to its good neighbours.
 */
export interface FrameScan {
  /** Payload of the head frame, when it stands at the start and is good. */
  readonly head: Uint8Array | null;
  /** Payloads of all good data frames, in order. */
  readonly data: readonly Uint8Array[];
  /** Stretches that belong to no good frame. */
  readonly gaps: readonly Stretch[];
  /** The last gap, when it looks like a write that never finished: cut by the end of the file, or never filled. */
  readonly torn: Stretch | null;
}

export interface Stretch {
  readonly start: number;
  readonly end: number;
}

export const encodeHead = (payload: Uint8Array): Uint8Array => encodeFrame(kinds.head, payload);

export const encodeData = (payload: Uint8Array): Uint8Array => encodeFrame(kinds.data, payload);

/** Reads whatever is good in `bytes`, whatever else is there. Never throws. */
export const scanFrames = (bytes: Uint8Array): FrameScan => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data: Uint8Array[] = [];
  const gaps: Stretch[] = [];
  let head: Uint8Array | null = null;
  let at = 0;
  let gapStart: number | null = null;
  while (at < view.length) {
    const frame = readFrame(view, at);
    if (frame === null) {
      gapStart ??= at;
      const next = view.indexOf(magic, at + 1);
      at = next === -1 ? view.length : next;
      continue;
    }
    if (gapStart !== null) gaps.push({ start: gapStart, end: at });
    gapStart = null;
    if (frame.kind === kinds.data) data.push(frame.payload);
    else if (at === 0) head = frame.payload;
    at += startBytes + frame.payload.length;
  }
  if (gapStart === null) return { head, data, gaps, torn: null };
  const last = { start: gapStart, end: view.length };
  return { head, data, gaps: [...gaps, last], torn: isTorn(view.subarray(last.start)) ? last : null };
};

const magic = Buffer.from([0x89, 0x41, 0x46, 0x57, 0x0d, 0x0a, 0x1a, 0x0a]);
const kinds = { head: 1, data: 2 } as const;
const startBytes = 56;

const encodeFrame = (kind: number, payload: Uint8Array): Uint8Array => {
  const frame = Buffer.alloc(startBytes + payload.length);
  magic.copy(frame);
  frame.writeUInt32LE(kind, 8);
  frame.writeUInt32LE(payload.length, 12);
  frame.set(payload, startBytes);
  payloadHash(frame.subarray(8, 16), payload).copy(frame, 16);
  startHash(frame).copy(frame, 48);
  return frame;
};

const readFrame = (view: Buffer, at: number): { readonly kind: number; readonly payload: Uint8Array } | null => {
  const start = view.subarray(at, at + startBytes);
  if (!isGoodStart(start)) return null;
  const payload = view.subarray(at + startBytes, at + startBytes + start.readUInt32LE(12));
  if (payload.length !== start.readUInt32LE(12)) return null;
  if (!payloadHash(start.subarray(8, 16), payload).equals(start.subarray(16, 48))) return null;
  return { kind: start.readUInt32LE(8), payload };
};

const isGoodStart = (start: Buffer): boolean =>
  start.length === startBytes && start.subarray(0, 8).equals(magic) && startHash(start).equals(start.subarray(48));

// A file system may have grown the file before it wrote the bytes, and then the rest reads as zeros.
const isTorn = (rest: Buffer): boolean => {
  if (rest.every((byte) => byte === 0)) return true;
  if (rest.length < startBytes) return rest.subarray(0, 8).equals(magic.subarray(0, rest.length));
  return isGoodStart(rest.subarray(0, startBytes)) && rest.length < startBytes + rest.readUInt32LE(12);
};

const payloadHash = (kindAndLength: Uint8Array, payload: Uint8Array): Buffer =>
  createHash('sha256').update(kindAndLength).update(payload).digest();

const startHash = (frame: Buffer): Buffer => createHash('sha256').update(frame.subarray(0, 48)).digest().subarray(0, 8);
