import { mkdir, rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { z } from 'zod';
import { readBounded, writeWholeFile } from './whole-file.ts';

const pixels = z.int().min(-100_000).max(100_000);

/** What belongs to this computer and is not synced. */
export const DeviceSettings = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  window: z
    .strictObject({
      bounds: z.strictObject({ x: pixels, y: pixels, width: pixels.min(1), height: pixels.min(1) }),
      maximized: z.boolean(),
    })
    .nullable()
    .default(null),
});
export type DeviceSettings = Readonly<z.infer<typeof DeviceSettings>>;

export interface DeviceStore {
  readonly current: () => DeviceSettings;
  /** At once for `current`, and on disk when it resolves. Changes are written in the order they came. */
  readonly change: (fields: Partial<DeviceSettings>) => Promise<void>;
  /** When nothing is left to write. */
  readonly settled: () => Promise<void>;
  /** The file that was put aside because it could not be understood; then the defaults hold. */
  readonly damaged: { readonly file: string; readonly what: string; readonly movedTo: string } | null;
}

const maxBytes = 64 * 1024;

/** Rejects only when the file can be neither read nor put aside. */
export const openDeviceSettings = async (file: string): Promise<DeviceStore> => {
  const found = await readSettings(file);
  let current = found.settings;
  let writing = Promise.resolve();
  return {
    current: () => current,
    damaged: found.damaged,
    settled: () => writing,
    change: (fields) => {
      current = { ...current, ...fields };
      const content = `${JSON.stringify(current, null, 2)}\n`;
      // A failed write is told to whoever asked for it, and does not stop the next one.
      const written = writing.then(async () => {
        await mkdir(dirname(file), { recursive: true });
        await writeWholeFile(file, content);
      });
      writing = written.catch(() => undefined);
      return written;
    },
  };
};

const readSettings = async (
  file: string,
): Promise<{ readonly settings: DeviceSettings; readonly damaged: DeviceStore['damaged'] }> => {
  const defaults = DeviceSettings.parse({});
  let text: string | null;
  try {
    text = await readBounded(file, maxBytes);
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')
      return { settings: defaults, damaged: null };
    throw cause;
  }
  const settings = text === null ? null : parseSettings(text);
  if (settings !== null) return { settings, damaged: null };
  const movedTo = `${file}.damaged`;
  await rename(file, movedTo);
  return { settings: defaults, damaged: { file: basename(file), what: 'not a settings file', movedTo } };
};

const parseSettings = (text: string): DeviceSettings | null => {
  try {
    return DeviceSettings.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
};
