import { rename, writeFile } from 'node:fs/promises';
import type { BrowserWindow, NativeImage } from 'electron';

/**
 * Writes what the window shows as a PNG, once it shows something that stands still: two equal pictures in a row that are
 * not one plain colour. Throws when that takes longer than `tries` pictures.
 */
export const writeScreenshot = async (window: BrowserWindow, file: string, tries = 200): Promise<void> => {
  let last: Buffer = Buffer.alloc(0);
  for (let left = tries; left > 0; left -= 1) {
    await window.webContents.executeJavaScript(
      'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))',
    );
    const picture = await window.webContents.capturePage();
    const pixels = picture.toBitmap();
    if (last.equals(pixels) && !isPlain(pixels)) return await writePng(picture, file);
    last = pixels;
  }
  throw new Error(`The window stayed blank or did not come to rest; ${file} was not written.`);
};

const writePng = async (picture: NativeImage, file: string): Promise<void> => {
  const unfinished = `${file}.unfinished`;
  await writeFile(unfinished, picture.toPNG());
  await rename(unfinished, file);
};

/** Bitmaps have four bytes a pixel. */
const isPlain = (pixels: Buffer): boolean => pixels.length <= 4 || pixels.subarray(4).equals(pixels.subarray(0, -4));
