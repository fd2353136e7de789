// @ts-check
import { pathToFileURL } from 'node:url';
import { inProject, root } from './project.mjs';
import { run } from './run.mjs';
import { say } from './say.mjs';

const node_modules = (/** @type {string[]} */ ...parts) => inProject('node_modules', ...parts);

const parts = [
  { name: 'types', args: [node_modules('typescript', 'bin', 'tsc'), '-b', '--pretty', 'false'] },
  { name: 'lint', args: [node_modules('oxlint', 'bin', 'oxlint'), '--deny-warnings'] },
  { name: 'format', args: [node_modules('oxfmt', 'bin', 'oxfmt'), '--check'] },
];

/**
 * Types, lint and format of the whole project; all of them run, also after one failed.
 * @returns {Promise<{ name: string, passed: boolean, output: string }[]>}
 */
export const check = async () => {
  const results = [];
  for (const { name, args } of parts) {
    const { code, output } = await run(process.execPath, args, { cwd: root, minutes: 10 });
    results.push({ name, passed: code === 0, output });
  }
  return results;
};

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const results = await check();
  for (const { passed, output } of results) if (!passed) say(output.trimEnd());
  for (const { name, passed } of results) say(`${name}: ${passed ? 'passed' : 'failed'}`);
  process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
}
