import { open, rename, rm } from 'node:fs/promises';

/**
 * Replaces a file as a whole: under its name there is the old content or the new, never half of one, also after a power
 * cut. Rejects with the system's error and leaves nothing behind.
 */
export const writeWholeFile = async (file: string, content: string): Promise<void> => {
  const unfinished = `${file}.unfinished`;
  try {
    const handle = await open(unfinished, 'w', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true });
    throw cause;
  }
};

/** A file's text as UTF-8, or null when it is larger than `maxBytes`. Rejects with the system's error. */
export const readBounded = async (file: string, maxBytes: number): Promise<string | null> => {
  const handle = await open(file, 'r');
  try {
    // A device or a pipe has no size to judge by, and might never end.
    const { size } = await handle.stat().then((stat) => (stat.isFile() ? stat : { size: Infinity }));
    if (size > maxBytes) return null;
    const content = await handle.readFile();
    return content.byteLength > maxBytes ? null : content.toString('utf8');
  } finally {
    await handle.close();
  }
};
