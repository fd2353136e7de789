/** Switches with which whoever can start the app could read or change it from outside. */
const dangerous = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'js-flags',
  'load-extension',
  'no-sandbox',
  'disable-web-security',
];

/** EX_CONFIG of sysexits.h. */
export const dangerousSwitchExitCode = 78;

/** The first of them in a command line, or null. Fuses do not stop all of these, so a packaged app refuses to start. */
export const dangerousSwitch = (args: readonly string[]): string | null =>
  args
    .map((argument) => /^--?([a-z-]+)(=|$)/i.exec(argument)?.[1]?.toLowerCase())
    .find((name) => name !== undefined && dangerous.includes(name)) ?? null;
