import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openStore } from '#main/document/store.ts';
import { bundleForNode } from '#support/bundle.ts';
import { decodeNumbers } from '#support/numbered-records.ts';
import { chooseSeed, runWriter, seededRandom } from '#support/store-crash.ts';

const rounds = process.env['AFTERWORD_NIGHTLY'] === '1' ? 300 : 60;

test('a killed process loses no acknowledged record', { timeout: 600_000 }, async ({ onTestFinished }) => {
  const seed = chooseSeed();
  const random = seededRandom(seed);
  const writer = await bundleForNode('test/support/store-writer.ts');
  const folder = await mkdtemp(join(tmpdir(), 'afterword-kill-'));
  onTestFinished(() => rm(folder, { recursive: true }));

  const acknowledged = new Set<number>();
  let compactions = 0;
  for (let round = 1; round <= rounds; round++) {
    const run = await runWriter(writer, folder, 'durable', 1 + Math.floor(random() * 120), (child) =>
      child.kill('SIGKILL'),
    );
    for (const number of run.acknowledged) acknowledged.add(number);
    compactions += run.compactions;

    const store = await openStore(folder);
    const present = decodeNumbers(store.loaded.chunks);
    const shouted = store.loaded.problems.filter(({ severity }) => severity !== 'note');
    await store.close();
    const lost = [...acknowledged].filter((number) => !present.has(number));
    expect({ seed, round, lost, shouted }).toEqual({ seed, round, lost: [], shouted: [] });
  }
  console.log(
    `kill: seed ${seed}, ${rounds} rounds, ${acknowledged.size} acknowledged, ${compactions} compactions, 0 lost`,
  );
  expect(acknowledged.size).toBeGreaterThan(rounds);
  expect(compactions).toBeGreaterThan(0);
});
