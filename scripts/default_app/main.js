// What `electron <folder>` needs and the development fallback lacks: it loads the app in that folder, the way
// Electron's own default app does, which is not part of that binary.
import { app } from 'electron';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const folder = process.argv.slice(1).find((argument) => !argument.startsWith('-'));

if (folder === undefined) {
  process.stderr.write('Give the folder of an app: electron <folder>\n');
  app.exit(2);
} else {
  try {
    await loadApp(resolve(folder));
  } catch (error) {
    // Uncaught, it would open an error box that nobody sees on a headless machine, and wait for its button.
    process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
    app.exit(1);
  }
}

/** @param {string} appPath the folder with the app's package.json */
async function loadApp(appPath) {
  /** @type {{ name: string, productName?: string, version: string, main: string }} */
  const manifest = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8'));
  const name = manifest.productName ?? manifest.name;
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  app.setName(name);
  app.setVersion(manifest.version);
  app.setAppPath(appPath);
  app.setDesktopName(`${manifest.name}.desktop`);
  if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), name));
  await import(pathToFileURL(join(appPath, manifest.main)).href);
}
