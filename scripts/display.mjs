// @ts-check

/** Whether this machine shows windows to somebody. Windows and macOS always do. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);

/**
 * The command line that runs a program on a display and a session bus of its own, which end with it.
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {{ program: string, args: string[] }}
 */
export const onOwnDisplay = (program, args) => ({
  program: 'xvfb-run',
  args: ['-a', '-s', '-screen 0 1600x1000x24', 'dbus-run-session', '--', program, ...args],
});
