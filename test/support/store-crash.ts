import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** What one run of the writer reported until it ended. */
export interface WriterRun {
  readonly acknowledged: readonly number[];
  readonly compactions: number;
}

/**
 * Runs the writer on `folder` and calls `strike` once when it has reported `after` events. Resolves when the process has
 * ended and all it said was read. Events that were said while the strike was under way count too. Throws when the writer
 * ended by itself before.
 */
export const runWriter = async (
  bundle: string,
  folder: string,
  mode: 'durable' | 'unsynced',
  after: number,
  strike: (writer: ChildProcess) => void,
): Promise<WriterRun> => {
  const writer = spawn(process.execPath, [bundle, folder, mode], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(writer, 'close');
  const acknowledged: number[] = [];
  let compactions = 0;
  let events = 0;
  for await (const line of createInterface({ input: writer.stdout })) {
    events += 1;
    if (line.startsWith('failed ') && events <= after) throw new Error(`the writer ${line} by itself`);
    if (line === 'compacted') compactions += 1;
    if (line.startsWith('acknowledged ')) acknowledged.push(Number(line.slice('acknowledged '.length)));
    if (events === after) strike(writer);
  }
  await ended;
  if (events < after) throw new Error(`the writer ended by itself after ${events} events`);
  return { acknowledged, compactions };
};

/** Repeatable random numbers in [0, 1) (mulberry32), so that a printed seed repeats a run as far as the machine allows. */
export const seededRandom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

/** The seed to use: `AFTERWORD_SEED` when given, else a fresh one. */
export const chooseSeed = (): number => Number(process.env['AFTERWORD_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
