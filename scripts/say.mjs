// @ts-check

/**
 * One line for the person at the terminal. On stderr, so that a command's own output stays alone on stdout.
 * @param {string} line
 */
export const say = (line) => {
  process.stderr.write(`${line}\n`);
};
