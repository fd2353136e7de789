/**
 * Path of the session bus's socket (D-Bus specification, "Server Addresses"), or null where there is none that we can
 * speak to. An abstract socket's name begins with NUL, as `net.connect` takes it.
 */
export const sessionBusSocket = (env: Readonly<Record<string, string | undefined>>): string | null => {
  const addresses = env['DBUS_SESSION_BUS_ADDRESS'];
  if (addresses === undefined || addresses === '') {
    const runtimeFolder = env['XDG_RUNTIME_DIR'];
    return runtimeFolder === undefined || runtimeFolder === '' ? null : `${runtimeFolder}/bus`;
  }
  return (
    addresses
      .split(';')
      .map(socketOf)
      .find((path) => path !== null) ?? null
  );
};

const socketOf = (address: string): string | null => {
  const found = /^unix:(.*)$/.exec(address)?.[1];
  if (found === undefined) return null;
  const fields = new Map(
    found.split(',').map((field): [string, string] => {
      const [key = '', ...value] = field.split('=');
      return [key, unescape(value.join('='))];
    }),
  );
  const name = fields.get('abstract');
  return fields.get('path') ?? (name === undefined ? null : `\0${name}`);
};

/** Bytes outside [-0-9A-Za-z_/.\] come as %xx. A broken one is left as it is: no socket will have that name. */
const unescape = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
