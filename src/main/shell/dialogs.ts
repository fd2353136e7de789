import { dialog, type BrowserWindow, type OpenDialogOptions, type SaveDialogOptions } from 'electron';
import { enShell as texts } from '#shared/messages/en-shell.ts';

const json = [{ name: texts.dialogs.jsonFiles, extensions: ['json'] }];

/** The path the user chose, or null when they changed their mind. */
export const chooseExportFile = async (parent: BrowserWindow | null, suggestedName: string): Promise<string | null> => {
  const options: SaveDialogOptions = { title: texts.dialogs.exportTitle, defaultPath: suggestedName, filters: json };
  const { canceled, filePath } = await (parent === null
    ? dialog.showSaveDialog(options)
    : dialog.showSaveDialog(parent, options));
  return canceled || filePath === '' ? null : filePath;
};

/** The path the user chose, or null when they changed their mind. */
export const chooseImportFile = async (parent: BrowserWindow | null): Promise<string | null> => {
  const options: OpenDialogOptions = { title: texts.dialogs.importTitle, properties: ['openFile'], filters: json };
  const { canceled, filePaths } = await (parent === null
    ? dialog.showOpenDialog(options)
    : dialog.showOpenDialog(parent, options));
  return canceled ? null : (filePaths[0] ?? null);
};

/** Asks whether to quit although something is not on disk. */
export const askQuitUnsaved = async (because: string): Promise<'quit' | 'wait'> => {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    message: texts.dialogs.unsaved,
    detail: texts.dialogs.unsavedDetail({ because }),
    buttons: [texts.dialogs.keepTrying, texts.dialogs.quitAnyway],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1 ? 'quit' : 'wait';
};

/** Tells of a failure, on stderr always and in a dialog where there is a display. Blocks until it was read. */
export const showFailure = (title: string, detail: string): void => {
  process.stderr.write(`${title} ${detail}\n`);
  dialog.showErrorBox(title, detail);
};
