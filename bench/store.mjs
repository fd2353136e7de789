// @ts-check
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const appends = 400;
const warmUp = 20;
const compactions = 20;

/**
 * Durable appends beside a bare write and fdatasync of the same bytes, taken in turn on the same disk, and the compaction
 * of a 1 MiB snapshot. Times in ms. `print` takes one line at a time.
 *
 * @param {(line: string) => void} print
 * @returns {Promise<{ append: Percentiles, bare: Percentiles, ratio: number, compact: Percentiles }>}
 * @typedef {{ p50: number, p95: number }} Percentiles
 */
export const benchStore = async (print) => {
  const folder = await mkdtemp(join(tmpdir(), 'afterword-bench-'));
  try {
    const { openStore } = await loadStore(join(folder, 'bundle'));
    const store = await openStore(join(folder, 'store'));
    const { append, bare } = await measureAppends(store, join(folder, 'bare'));
    const compact = await measureCompactions(store);
    await store.close();
    const ratio = append.p50 / bare.p50;
    print(`durable append    ${describe(append)}`);
    print(`bare write+sync   ${describe(bare)}   ratio of p50 ${ratio.toFixed(2)}`);
    print(`compaction 1 MiB  ${describe(compact)}`);
    return { append, bare, ratio, compact };
  } finally {
    await rm(folder, { recursive: true });
  }
};

/** @param {string} outDir */
const loadStore = async (outDir) => {
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: 'src/main/document/store.ts',
      target: 'node20',
      outDir,
      rolldownOptions: { output: { format: 'es', codeSplitting: false, entryFileNames: 'store.mjs' } },
    },
  });
  return import(pathToFileURL(join(outDir, 'store.mjs')).href);
};

/**
 * In turn, so that whatever else the machine does meets both alike.
 * @param {import('../src/main/document/store.ts').Store} store
 * @param {string} barePath
 */
const measureAppends = async (store, barePath) => {
  const file = await open(barePath, 'wx');
  /** @type {{ append: number[], bare: number[] }} */
  const times = { append: [], bare: [] };
  let position = 0;
  for (let index = 0; index < warmUp + appends; index++) {
    const bytes = Buffer.alloc(146, index);
    const bare = await timed(async () => {
      await file.write(bytes, 0, bytes.length, position);
      await file.datasync();
    });
    position += bytes.length;
    const append = await timed(() => store.append(bytes));
    if (index < warmUp) continue;
    times.bare.push(bare);
    times.append.push(append);
  }
  await file.close();
  return { append: percentiles(times.append), bare: percentiles(times.bare) };
};

/** @param {import('../src/main/document/store.ts').Store} store */
const measureCompactions = async (store) => {
  const snapshot = Buffer.alloc(1024 * 1024, 7);
  const times = [];
  for (let index = 0; index < compactions; index++) {
    times.push(
      await timed(() => store.replace(snapshot, (/** @type {Uint8Array} */ bytes) => bytes.length === snapshot.length)),
    );
  }
  return percentiles(times);
};

/** @param {() => Promise<unknown>} task */
const timed = async (task) => {
  const start = performance.now();
  await task();
  return performance.now() - start;
};

/**
 * @param {readonly number[]} times
 * @returns {Percentiles}
 */
const percentiles = (times) => {
  const sorted = times.toSorted((a, b) => a - b);
  return { p50: sorted[Math.floor(sorted.length * 0.5)] ?? NaN, p95: sorted[Math.floor(sorted.length * 0.95)] ?? NaN };
};

/** @param {Percentiles} percentiles */
const describe = ({ p50, p95 }) => `p50 ${p50.toFixed(2)} ms  p95 ${p95.toFixed(2)} ms`;
