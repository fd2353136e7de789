import { Menu, type MenuItemConstructorOptions } from 'electron';
import { enShell as texts } from '#shared/messages/en-shell.ts';

/**
 * The application menu. Undo and redo have no role here: the window takes those keys itself, since they undo changes of
 * the search and not only of a text field.
 */
export const setMenu = (actions: { readonly addApplication: () => void }): void => {
  const { menu } = texts;
  const edit: MenuItemConstructorOptions[] = [
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'pasteAndMatchStyle' },
    { type: 'separator' },
    { role: 'selectAll' },
  ];
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    {
      label: menu.file,
      submenu: [
        { label: menu.addApplication, accelerator: 'CommandOrControl+N', click: actions.addApplication },
        { type: 'separator' },
        process.platform === 'darwin' ? { role: 'close' } : { role: 'quit', accelerator: 'Control+Q' },
      ],
    },
    { label: menu.edit, submenu: edit },
    {
      label: menu.window,
      role: 'window',
      submenu: [
        { role: 'minimize' },
        { role: 'togglefullscreen' },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'close' },
      ],
    },
    { label: menu.help, role: 'help', submenu: [{ role: 'about' }] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
};
