/**
 * What the crash tests store: records that carry a number, and snapshots that carry all numbers so far. A record's filler
 * depends on its number alone, so that a record with the right number and wrong bytes is noticed.
 */
export const encodeRecord = (number: number): Uint8Array => {
  const bytes = Buffer.alloc(8 + ((number * 7919) % 6000), number % 251);
  bytes.write('REC ');
  bytes.writeUInt32LE(number, 4);
  return bytes;
};

export const encodeNumbers = (numbers: Iterable<number>): Uint8Array => {
  const sorted = [...numbers].toSorted((a, b) => a - b);
  const bytes = Buffer.alloc(4 + sorted.length * 4);
  bytes.write('ALL ');
  sorted.forEach((number, index) => bytes.writeUInt32LE(number, 4 + index * 4));
  return bytes;
};

/** Every number in the chunks of a store. Throws on a chunk that is neither a whole record nor a snapshot. */
export const decodeNumbers = (chunks: readonly Uint8Array[]): Set<number> => new Set(chunks.flatMap(numbersIn));

const numbersIn = (chunk: Uint8Array): readonly number[] => {
  const bytes = Buffer.from(chunk);
  const tag = bytes.toString('latin1', 0, 4);
  if (tag === 'ALL ')
    return Array.from({ length: (bytes.length - 4) / 4 }, (_, index) => bytes.readUInt32LE(4 + index * 4));
  const number = bytes.readUInt32LE(4);
  if (tag !== 'REC ' || !bytes.equals(encodeRecord(number))) throw new Error('a chunk is not what was written');
  return [number];
};
