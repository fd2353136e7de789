// @ts-check
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { onOwnDisplay } from './display.mjs';
import { inProject, readJson } from './project.mjs';
import { run, tail } from './run.mjs';

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

/** A part that takes longer hangs. */
const minutes = { usual: 30, nightly: 240 };

/**
 * Runs one project of the test runner, prints the end of what it said, and answers what its report counts. Also a
 * part whose runner crashed, whose files cannot be loaded, or which executed nothing at all has at least one failure.
 * @param {object} suite
 * @param {string} suite.project folder with vitest.config.ts and test/<name>
 * @param {string} suite.name
 * @param {boolean} suite.display whether it needs a display and a session bus of its own
 * @param {boolean} suite.nightly
 * @param {(text: string) => void} suite.print
 * @returns {Promise<Count>}
 */
export const runSuite = async ({ project, name, display, nightly, print }) => {
  if (!(await hasTests(join(project, 'test', name)))) {
    print(`${name}: no tests yet`);
    return { passed: 0, failed: 0, skipped: 0 };
  }
  const reports = join(project, 'artifacts', 'test');
  await mkdir(reports, { recursive: true });
  const report = join(reports, `${name}.json`);
  await rm(report, { force: true });
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const args = [
    vitest,
    'run',
    '--project',
    name,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  const command = display && process.platform === 'linux' ? onOwnDisplay(process.execPath, args) : undefined;
  const { code, output } = await run(command?.program ?? process.execPath, command?.args ?? args, {
    cwd: project,
    env: { ...process.env, NO_COLOR: '1', ...(nightly ? { AFTERWORD_NIGHTLY: '1' } : {}) },
    log: join(reports, `${name}.log`),
    minutes: nightly ? minutes.nightly : minutes.usual,
  });

  const count = existsSync(report) ? countOf(readJson(report)) : { passed: 0, failed: 0, skipped: 0 };
  // A crash of the runner or an error outside any test fails no test, and must fail the part all the same.
  if (code !== 0 && count.failed === 0) count.failed = 1;
  if (count.passed + count.failed === 0) {
    print(`${name}: has test files, and executed no test`);
    count.failed = 1;
  }
  print(tail(output, count.failed > 0 ? 300 : 8));
  print(`${name}: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
  return count;
};

/** @param {string} folder */
const hasTests = async (folder) => {
  if (!existsSync(folder)) return false;
  return (await readdir(folder, { recursive: true })).some((file) => /\.test\.tsx?$/.test(file));
};

/**
 * @param {unknown} report vitest's JSON report
 * @returns {Count}
 */
const countOf = (report) => {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } =
    /** @type {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
     *   testResults: { status: string, assertionResults: { status: string }[] }[] }} */ (report);
  // A file that cannot be loaded, or whose set-up fails, is reported without a failed test.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  );
  return {
    passed: numPassedTests,
    failed: numFailedTests + broken.length,
    skipped: numPendingTests + numTodoTests,
  };
};
