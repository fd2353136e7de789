// @ts-check
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { benchApp } from '../bench/app.mjs';
import { benchPlan } from '../bench/plan.mjs';
import { benchStore } from '../bench/store.mjs';
import { ensureBuilt } from './build.mjs';
import { hasDisplay, onOwnDisplay } from './display.mjs';
import { ensureSystemPackages } from './system-packages.mjs';

/**
 * Measures side by side in one run: plan, durable save, cold start and memory. Figures are for reading, never for a
 * test to judge: machines differ and are busy. `npm run bench -- plan` runs one of them.
 */
const print = (/** @type {string} */ line) => process.stdout.write(`${line}\n`);
const benches = { plan: benchPlan, store: benchStore, app: benchApp };

const bench = async () => {
  const chosen = process.argv.slice(2);
  const unknown = chosen.find((name) => !Object.keys(benches).includes(name));
  if (unknown !== undefined) {
    process.stderr.write(`There is no bench "${unknown}"; there are ${Object.keys(benches).join(', ')}.\n`);
    return 2;
  }
  const wanted = chosen.length === 0 ? Object.keys(benches) : chosen;
  if (wanted.includes('app')) {
    if (!(await ensureSystemPackages(hasDisplay() ? 'run' : 'run-headless')) || !(await ensureBuilt())) return 1;
    if (!hasDisplay()) {
      const { program, args } = onOwnDisplay(process.execPath, [fileURLToPath(import.meta.url), ...wanted]);
      return spawnSync(program, args, { stdio: 'inherit' }).status ?? 1;
    }
  }
  for (const [name, run] of Object.entries(benches)) {
    if (!wanted.includes(name)) continue;
    print(`\n# ${name}`);
    await run(print);
  }
  return 0;
};

process.exitCode = await bench();
