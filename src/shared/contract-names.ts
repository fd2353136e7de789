// Apart from contract.ts, so that the preload script carries these words only and no schema library.

/** Questions that the window asks main, each answered once. */
export const callNames = [
  'submit',
  'undo',
  'redo',
  'readText',
  'editText',
  'rows',
  'state',
  'openSearch',
  'setDevice',
  'exportSearch',
  'importSearch',
  'openLink',
] as const;

/** What main tells the window unasked. */
export const pushNames = ['rows', 'state', 'show'] as const;

export type CallName = (typeof callNames)[number];
export type PushName = (typeof pushNames)[number];
