import { configDefaults, defineConfig } from 'vitest/config';

// Automerge's WebAssembly calls can abort V8 before 13.6 when they are inlined (Node 20 and 22), so every worker
// runs without that optimisation.
const execArgv = ['--no-turbo-inline-js-wasm-calls'];

/** Tests that start processes, disks or windows share one machine: their files run one after the other. */
const oneAtATime = { fileParallelism: false, testTimeout: 120_000, hookTimeout: 120_000 };

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
      project('ui', oneAtATime),
      project('e2e', oneAtATime),
    ],
  },
});
