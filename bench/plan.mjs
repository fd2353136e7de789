// @ts-check
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

/** @typedef {{ applications: number, followUps: number, first: number, again: number, oneChange: number }} PlanTime */

/**
 * The plan of 100, 1,000 and 5,000 applications: everything, and after one change. Times in ms.
 * @param {(line: string) => void} print
 */
export const benchPlan = async (print) => {
  await withBundle(async (bundle) => {
    for (const time of /** @type {PlanTime[]} */ (bundle.planTimes())) {
      print(
        `plan of ${String(time.applications).padStart(5)} applications (${time.followUps} follow-ups): ` +
          `first ${time.first.toFixed(1)} ms, again ${time.again.toFixed(1)} ms, one change ${time.oneChange.toFixed(2)} ms`,
      );
    }
  });
};

/**
 * Writes a made-up search of that many applications as a file to import.
 * @param {number} applications
 * @param {string} file
 */
export const writeMadeSearch = (applications, file) =>
  withBundle((bundle) => writeFile(file, bundle.madeSearchJson(applications)));

/** @param {(bundle: any) => Promise<void>} work */
const withBundle = async (work) => {
  const folder = await mkdtemp(join(tmpdir(), 'afterword-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      ssr: { target: 'node', noExternal: true },
      build: {
        ssr: 'bench/plan-times.ts',
        target: 'node20',
        outDir: folder,
        rolldownOptions: { output: { format: 'es', codeSplitting: false, entryFileNames: 'plan-times.mjs' } },
      },
    });
    await work(await import(pathToFileURL(join(folder, 'plan-times.mjs')).href));
  } finally {
    await rm(folder, { recursive: true });
  }
};
