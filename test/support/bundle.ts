import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { build, type Rolldown } from 'vite';

/**
 * Bundles a TypeScript entry into one ES module that plain `node` runs, and answers its path. Packages stay external and
 * resolve from there. The name holds a hash of the content, so that test files running at once can share it.
 */
export const bundleForNode = async (entry: string): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    ssr: { target: 'node', external: true },
    build: {
      ssr: resolve(entry),
      target: 'node20',
      write: false,
      rolldownOptions: { output: { format: 'es', codeSplitting: false } },
    },
  });
  const code = onlyChunk(result, entry).code;
  const hash = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const target = join(cacheFolder, `${basename(entry, '.ts')}-${hash}.mjs`);
  const unfinished = `${target}.${String(process.pid)}`;
  await mkdir(cacheFolder, { recursive: true });
  await writeFile(unfinished, code);
  await rename(unfinished, target);
  return target;
};

// Inside node_modules, so that the bundle finds its packages, and out of sight of every linter and watcher.
const cacheFolder = resolve('node_modules/.cache/afterword-test');

const onlyChunk = (result: Awaited<ReturnType<typeof build>>, entry: string): Rolldown.OutputChunk => {
  const outputs = (Array.isArray(result) ? result : [result]).flatMap((one) => ('output' in one ? one.output : []));
  const [chunk, ...more] = outputs.filter((output) => output.type === 'chunk');
  if (chunk === undefined || more.length > 0) throw new Error(`${entry} did not become exactly one module`);
  return chunk;
};
