import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDeviceSettings } from '#main/device-settings.ts';
import { placeWindow } from '#main/shell/window-place.ts';

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'afterword-device-'));
  file = join(folder, 'device.json');
});

afterEach(() => rm(folder, { recursive: true }));

const place = { bounds: { x: 10, y: 20, width: 1000, height: 700 }, maximized: true };

describe('device settings', () => {
  it('are the defaults where there is no file yet', async () => {
    const store = await openDeviceSettings(file);
    expect(store.current()).toEqual({ theme: 'system', window: null });
    expect(store.damaged).toBeNull();
  });

  it('are found again, and leave no other file behind', async () => {
    const store = await openDeviceSettings(file);
    await Promise.all([
      store.change({ theme: 'dark' }),
      store.change({ window: place }),
      store.change({ theme: 'light' }),
    ]);
    expect((await openDeviceSettings(file)).current()).toEqual({ theme: 'light', window: place });
    expect(await readdir(folder)).toEqual(['device.json']);
  });

  it('are settled when the last change is on disk', async () => {
    const store = await openDeviceSettings(file);
    const changing = store.change({ theme: 'dark' });
    await store.settled();
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ theme: 'dark' });
    await changing;
  });

  it.each(['', '{', '[]', '{"theme":"pink"}', '{"window":{"bounds":{}}}', 'x'.repeat(100_000)])(
    'put a damaged file aside and use the defaults: %.20s',
    async (content) => {
      await writeFile(file, content);
      const store = await openDeviceSettings(file);
      expect(store.current()).toEqual({ theme: 'system', window: null });
      expect(store.damaged).toMatchObject({ file: 'device.json', movedTo: `${file}.damaged` });
      expect(await readFile(`${file}.damaged`, 'utf8')).toBe(content);
      await store.change({ theme: 'dark' });
      expect((await openDeviceSettings(file)).current().theme).toBe('dark');
    },
  );

  it('tell who asked when a change cannot be written, and write the next one', async () => {
    const store = await openDeviceSettings(join(folder, 'gone', 'device.json'));
    await writeFile(join(folder, 'gone'), 'in the way');
    await expect(store.change({ theme: 'dark' })).rejects.toThrow(/EEXIST|ENOTDIR/);
    await rm(join(folder, 'gone'));
    await store.change({ window: place });
    expect((await openDeviceSettings(join(folder, 'gone', 'device.json'))).current()).toEqual({
      theme: 'dark',
      window: place,
    });
  });
});

describe('the place of the window', () => {
  const laptop = { x: 0, y: 25, width: 1440, height: 875 };
  const beside = { x: 1440, y: 0, width: 1920, height: 1080 };

  it('is the middle of the first display at first', () => {
    expect(placeWindow(null, [laptop, beside])).toEqual({ x: 80, y: 63, width: 1280, height: 800 });
  });

  it('is where it was', () => {
    const bounds = { x: 1500, y: 100, width: 1000, height: 700 };
    expect(placeWindow(bounds, [laptop, beside])).toEqual(bounds);
  });

  it('is moved into the display that shows most of it', () => {
    expect(placeWindow({ x: 3000, y: 900, width: 1000, height: 700 }, [laptop, beside])).toEqual({
      x: 2360,
      y: 380,
      width: 1000,
      height: 700,
    });
  });

  it('is the middle of the first display when its own is gone', () => {
    expect(placeWindow({ x: 5000, y: 0, width: 1000, height: 700 }, [laptop])).toEqual({
      x: 220,
      y: 113,
      width: 1000,
      height: 700,
    });
  });

  it('is never larger than its display, nor smaller than is of use', () => {
    expect(placeWindow({ x: 0, y: 0, width: 9_000, height: 9_000 }, [laptop])).toEqual(laptop);
    expect(placeWindow({ x: 0, y: 30, width: 10, height: 10 }, [laptop])).toMatchObject({ width: 900, height: 600 });
  });
});
