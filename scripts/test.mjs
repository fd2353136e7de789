// @ts-check
import { parseArgs } from 'node:util';
import { ensureBuilt } from './build.mjs';
import { check } from './check.mjs';
import { ensureElectron } from './electron.mjs';
import { root } from './project.mjs';
import { tail } from './run.mjs';
import { say } from './say.mjs';
import { runSuite } from './suite.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Everything there is to test, part after part, and at the end the line `N passed, N failed` alone. The numbers are
 * those of the test runner's own report; each part of `check` counts as one test.
 *
 *   --only unit,e2e   just these parts
 *   --nightly         longer runs (AFTERWORD_NIGHTLY=1)
 */

/** Parts by the folder under test/, in the order they run; `display`: on a display and a session bus of their own. */
const suites = [
  { name: 'unit', display: false },
  { name: 'property', display: false },
  { name: 'sync', display: false },
  { name: 'ui', display: true },
  { name: 'e2e', display: true },
];
const partNames = ['check', ...suites.map(({ name }) => name)];

/** @typedef {import('./suite.mjs').Count} Count */

const test = async () => {
  const { values } = parseArgs({ options: { only: { type: 'string' }, nightly: { type: 'boolean', default: false } } });
  const only = values.only?.split(',').filter((name) => name !== '') ?? partNames;
  const unknown = only.filter((name) => !partNames.includes(name));
  if (unknown.length > 0) throw new Error(`There is no part "${unknown.join('", "')}": ${partNames.join(', ')}.`);

  const wanted = suites.filter(({ name }) => only.includes(name));
  const needsApp = wanted.length > 0;
  if (needsApp && !(await ensureSystemPackages('test'))) return 2;
  if (needsApp) await ensureElectron();

  /** @type {Count[]} */
  const counts = [];
  if (only.includes('check')) counts.push(await runCheck());
  if (needsApp && !(await ensureBuilt())) {
    print('build: failed');
    counts.push({ passed: 0, failed: 1, skipped: 0 });
  }
  for (const suite of wanted) {
    say(`Running ${suite.name}.`);
    counts.push(await runSuite({ ...suite, project: root, nightly: values.nightly, print }));
  }

  const sum = (/** @type {keyof Count} */ key) => counts.reduce((total, count) => total + count[key], 0);
  const [passed, failed, skipped] = [sum('passed'), sum('failed'), sum('skipped')];
  print(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return failed === 0 && passed > 0 ? 0 : 1;
};

/** @returns {Promise<Count>} */
const runCheck = async () => {
  const results = await check();
  for (const { passed, output } of results) if (!passed) print(tail(output, 200));
  for (const { name, passed } of results) print(`check ${name}: ${passed ? 'passed' : 'failed'}`);
  const passed = results.filter((result) => result.passed).length;
  return { passed, failed: results.length - passed, skipped: 0 };
};

/** @param {string} text */
const print = (text) => {
  process.stdout.write(`${text}\n`);
};

try {
  process.exitCode = await test();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
