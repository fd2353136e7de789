import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { sampleCommands } from '#shared/sample.ts';
import { en } from '#shared/messages/en.ts';
import { followUpRow } from '#shared/rows.ts';
import { titleOf, whyOf, windowWords } from '#shared/words.ts';
import { arbitraryFacts, zones } from './arbitrary-facts.ts';
import { planOf } from './facts-builder.ts';

/** Prints one hash over the plans and words of many made-up searches, and how many follow-ups went into it. */
const hash = createHash('sha256');
let followUps = 0;
const at = Date.UTC(2026, 5, 1);
for (const [n, facts] of fc.sample(arbitraryFacts, { numRuns: 200, seed: 42 }).entries()) {
  const zone = zones[n % zones.length] ?? 'UTC';
  const voice = { messages: en, region: { locale: 'en-GB', zone } };
  for (const followUp of planOf(facts, zone).followUps) {
    followUps += 1;
    const row = followUpRow(facts, followUp);
    hash.update(JSON.stringify([followUp, titleOf(row, voice), whyOf(row, at, voice), windowWords(row, at, voice)]));
  }
}
hash.update(JSON.stringify(sampleCommands(at, 'Europe/London')));
process.stdout.write(`${followUps} ${hash.digest('hex')}`);
