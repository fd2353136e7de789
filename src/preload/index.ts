import { contextBridge, ipcRenderer } from 'electron';
import { callNames, pushNames } from '#shared/contract-names.ts';

// What is exposed are closures over one channel each. The channel's name is never an argument, so the page cannot
// reach another one; main checks sender, size and shape of every call again.

const questions = callNames.map((name) => [
  name,
  (...input: readonly unknown[]) => ipcRenderer.invoke(`afterword:${name}`, ...input),
]);

const subscriptions = pushNames.map((name) => [
  name,
  (listener: (value: unknown) => void) => {
    // The event carries the sender and its ports: only the plain value goes on.
    const forward = (_event: unknown, value: unknown) => listener(value);
    ipcRenderer.on(`afterword:push:${name}`, forward);
    return () => {
      ipcRenderer.off(`afterword:push:${name}`, forward);
    };
  },
]);

// The copy that reaches the page is frozen by contextBridge.
contextBridge.exposeInMainWorld('afterword', {
  ...Object.fromEntries(questions),
  on: Object.fromEntries(subscriptions),
});
