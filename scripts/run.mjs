// @ts-check
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';

/**
 * @typedef {object} Finished
 * @property {number} code exit code; 128 + signal number stands in the shell, here 1 for any signal
 * @property {string} output stdout and stderr in the order they came
 */

/**
 * Runs a program to its end and keeps what it printed.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, log?: string, minutes?: number }} [options]
 *   `log`: a file that gets the output while it is written; `minutes`: after that the whole process group is killed
 * @returns {Promise<Finished>} rejects only when the program cannot be started
 */
export const run = async (program, args, options = {}) => {
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group, so that a time-out also ends what it started; Windows has no groups and would open a console.
    detached: process.platform !== 'win32',
  });
  const log = options.log === undefined ? undefined : createWriteStream(options.log);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (/** @type {string} */ text) => {
      output += text;
      log?.write(text);
    });
  }
  const forget = endWithParent(child);
  const timer =
    options.minutes === undefined
      ? undefined
      : setTimeout(() => {
          output += `\nStopped after ${options.minutes} minutes.\n`;
          killGroup(child, 'SIGKILL');
        }, options.minutes * 60_000);
  try {
    const code = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (/** @type {number | null} */ exit) => resolve(exit ?? 1));
    });
    return { code: Number(code), output };
  } finally {
    clearTimeout(timer);
    forget();
    if (log !== undefined) await finished(log.end());
  }
};

/**
 * Like `run`, and throws with the end of the output when the program failed.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} [options]
 */
export const mustRun = async (program, args, options) => {
  const { code, output } = await run(program, args, options);
  if (code !== 0) throw new Error(`${program} ${args[0] ?? ''} ended with ${code}:\n${tail(output, 20)}`);
  return output;
};

/**
 * @param {string} text
 * @param {number} lines
 */
export const tail = (text, lines) => text.trimEnd().split('\n').slice(-lines).join('\n');

/**
 * @param {import('node:child_process').ChildProcess} child started with `detached`
 * @param {NodeJS.Signals} signal
 */
export const killGroup = (child, signal) => {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    // Already gone is what was wanted.
    if (!isErrno(error, 'ESRCH')) throw error;
  }
};

/**
 * @param {unknown} error
 * @param {string} code
 */
export const isErrno = (error, code) => error instanceof Error && 'code' in error && error.code === code;

/**
 * A process in its own group no longer gets the terminal's Ctrl+C: pass it on, then end ourselves.
 * @param {import('node:child_process').ChildProcess} child
 * @returns {() => void} stops doing so
 */
const endWithParent = (child) => {
  /** @type {NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const onSignal = (/** @type {NodeJS.Signals} */ signal) => {
    killGroup(child, 'SIGTERM');
    process.exit(signal === 'SIGINT' ? 130 : 143);
  };
  for (const signal of signals) process.on(signal, onSignal);
  return () => {
    for (const signal of signals) process.off(signal, onSignal);
  };
};
