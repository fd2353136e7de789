import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, type TestContext } from 'vitest';
import { openStore } from '#main/document/store.ts';
import { bundleForNode } from '#support/bundle.ts';
import { decodeNumbers } from '#support/numbered-records.ts';
import { createCuttableDisk, type CuttableDisk } from '#support/power-cut.ts';
import { chooseSeed, runWriter, seededRandom } from '#support/store-crash.ts';

const cuts = process.env['AFTERWORD_NIGHTLY'] === '1' ? 200 : 10;

describe('when the power is cut', () => {
  test('no acknowledged record is lost', { timeout: 1_200_000 }, async ({ skip }) => {
    const disk = await setupDisk(skip);
    const seed = chooseSeed();
    const random = seededRandom(seed);
    const writer = await bundleForNode('test/support/store-writer.ts');
    const acknowledged = new Set<number>();
    let compactions = 0;
    for (let round = 1; round <= cuts; round++) {
      const run = await cutOnce(disk, writer, 'durable', 1 + Math.floor(random() * 150));
      for (const number of run.acknowledged) acknowledged.add(number);
      compactions += run.compactions;
      const { present, shouted } = await reopen(disk);
      const lost = [...acknowledged].filter((number) => !present.has(number));
      expect({ seed, round, lost, shouted }).toEqual({ seed, round, lost: [], shouted: [] });
    }
    console.log(
      `power: seed ${seed}, ${cuts} cuts, ${acknowledged.size} acknowledged, ${compactions} compactions, 0 lost`,
    );
    expect(acknowledged.size).toBeGreaterThan(cuts);
    expect(compactions).toBeGreaterThan(0);
  });

  test(
    'a store without fsync does lose records, so that the test above can fail',
    { timeout: 120_000 },
    async ({ skip }) => {
      const disk = await setupDisk(skip);
      const writer = await bundleForNode('test/support/store-writer.ts');
      const lostByTry: number[] = [];
      while (lostByTry.length < 5 && !lostByTry.some((lost) => lost > 0)) {
        await rm(join(disk.path, 'store'), { recursive: true, force: true });
        const run = await cutOnce(disk, writer, 'unsynced', 150);
        const { present } = await reopen(disk);
        lostByTry.push(run.acknowledged.filter((number) => !present.has(number)).length);
      }
      console.log(`power without fsync: records lost by try ${lostByTry.join(', ')}`);
      expect(lostByTry.some((lost) => lost > 0)).toBe(true);
    },
  );
});

const setupDisk = async (skip: TestContext['skip']): Promise<CuttableDisk> => {
  const disk = await createCuttableDisk();
  if (typeof disk === 'string') {
    console.log(`skipped: ${disk}`);
    return skip(disk);
  }
  onTestFinished(() => disk.remove());
  return disk;
};

const cutOnce = async (disk: CuttableDisk, writer: string, mode: 'durable' | 'unsynced', after: number) => {
  const cut = await disk.armCut();
  const run = await runWriter(writer, join(disk.path, 'store'), mode, after, () => {
    cut.strike();
  });
  await cut.done;
  await disk.restart();
  return run;
};

const reopen = async (disk: CuttableDisk) => {
  const store = await openStore(join(disk.path, 'store'));
  const present = decodeNumbers(store.loaded.chunks);
  const shouted = store.loaded.problems.filter(({ severity }) => severity !== 'note');
  await store.close();
  return { present, shouted };
};
