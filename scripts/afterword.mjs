// @ts-check
import { spawn } from 'node:child_process';
import { ensureBuilt } from './build.mjs';
import { inProject } from './project.mjs';

// The command line in plain Node. Its stdout is the command's own; whatever else there is to say goes to stderr.
if (!(await ensureBuilt())) process.exit(1);

const { INIT_CWD, npm_lifecycle_event } = process.env;
const child = spawn(
  process.execPath,
  // Automerge's WebAssembly calls can abort V8 before 13.6 when they are inlined.
  ['--no-turbo-inline-js-wasm-calls', inProject('out', 'main', 'cli.js'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    // npm moves to the project's folder; the person's relative paths start where they are.
    cwd: npm_lifecycle_event === 'afterword' && INIT_CWD ? INIT_CWD : process.cwd(),
  },
);

// The terminal sends Ctrl+C to both of us; the command decides what it means, and we leave with it.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
child.on('exit', (code, signal) => {
  process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 1);
});
