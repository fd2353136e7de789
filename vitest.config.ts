import { configDefaults, defineConfig } from 'vitest/config';

// Automerge's WebAssembly calls can abort V8 before 13.6 when they are inlined (Node 20 and 22), so every worker
// runs without that optimisation.
const execArgv = ['--no-turbo-inline-js-wasm-calls'];

/** Tests that start processes, disks or windows share one machine: their files run one after the other. */
const oneAtATime = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 };

/**
 * A real window on a busy machine: the development fallback of Electron was seen to crash at start once in some 250
 * launches (SIGSEGV before any of our code had a window). A test that fails is tried once more, and the report says so.
 */
const realWindow = { ...oneAtATime, retry: 1 };

const project = (name: string, options: object = {}) => ({
  extends: true as const,
  test: { name, include: [`test/${name}/**/*.test.{ts,tsx}`], ...options },
});

export default defineConfig({
  test: {
    pool: 'forks',
    execArgv,
    // A test file that imports nothing and asserts nothing must not pass as "green".
    passWithNoTests: false,
    allowOnly: false,
    exclude: [...configDefaults.exclude, 'out/**', 'artifacts/**'],
    projects: [
      project('unit', { testTimeout: 30_000 }),
      project('property', { testTimeout: 120_000 }),
      project('sync', oneAtATime),
      project('ui', realWindow),
      project('e2e', realWindow),
    ],
  },
});
