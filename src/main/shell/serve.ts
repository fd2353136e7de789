import { ipcMain } from 'electron';
import { callNames } from '#shared/contract-names.ts';
import type { Handlers } from '#shared/contract.ts';
import { createGates } from './call-gate.ts';

/**
 * Opens the contract's calls to our windows, one channel a call (`afterword:<name>`). The only place that touches
 * `ipcMain`; what each message has to pass is told in call-gate.ts.
 */
export const serve = (handlers: Handlers, isOurs: (webContentsId: number) => boolean): void => {
  const gates = createGates(handlers, isOurs);
  for (const name of callNames) ipcMain.handle(`afterword:${name}`, gates[name]);
};
