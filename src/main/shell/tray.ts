import { Menu, nativeImage, Tray, type MenuItemConstructorOptions, type NativeImage } from 'electron';
import { enShell as texts } from '#shared/messages/en-shell.ts';
import icon16 from './icons/tray-16.png?inline';
import icon22 from './icons/tray-22.png?inline';
import icon32 from './icons/tray-32.png?inline';
import { followName, type SessionBus } from './session-bus.ts';
import type { TrayState } from './tray-state.ts';

export interface TrayActions {
  /** Brings the window to the front, at a route when one is given. */
  readonly open: (route?: string) => void;
  readonly quit: () => void;
}

export interface AppTray {
  /** Shows a state. The same state twice touches nothing, so this may be called at every change. */
  readonly render: (state: TrayState) => void;
  /** Whether there is a tray that somebody shows. */
  readonly isShown: () => boolean;
  readonly close: () => void;
}

/**
 * On Linux the icon is there while a StatusNotifierWatcher owns its bus name; without one nobody would show it. Elsewhere
 * it is always there.
 */
export const createAppTray = (bus: SessionBus, actions: TrayActions): AppTray => {
  let tray: Tray | null = null;
  let wanted: TrayState | null = null;
  let rendered: string | null = null;

  const update = () => {
    const key = JSON.stringify(wanted);
    if (tray === null || wanted === null || key === rendered) return;
    rendered = key;
    tray.setToolTip(wanted.tooltip);
    tray.setContextMenu(menuOf(wanted, actions));
  };

  const appear = () => {
    if (tray !== null) return;
    tray = new Tray(trayImage());
    tray.setTitle('Afterword');
    tray.on('click', () => actions.open());
    rendered = null;
    update();
  };

  const disappear = () => {
    tray?.destroy();
    tray = null;
  };

  if (process.platform !== 'linux') appear();
  else followName(bus, 'org.kde.StatusNotifierWatcher', (isOwned) => (isOwned ? appear() : disappear()));

  return {
    render: (state) => {
      wanted = state;
      update();
    },
    isShown: () => tray !== null,
    close: disappear,
  };
};

const menuOf = ({ items }: TrayState, actions: TrayActions): Menu => {
  const next: MenuItemConstructorOptions[] =
    items.length === 0
      ? [{ label: texts.tray.nothingDue, enabled: false }]
      : items.map(({ label, route }) => ({ label: withoutMnemonics(label), click: () => actions.open(route) }));
  return Menu.buildFromTemplate([
    ...next,
    { type: 'separator' },
    { label: texts.tray.quickAdd, click: () => actions.open('/applications?add') },
    { label: texts.tray.open, click: () => actions.open() },
    { type: 'separator' },
    { label: texts.tray.quit, click: () => actions.quit() },
  ]);
};

/** In a menu an ampersand marks the next letter as a key; two of them are one ampersand. */
const withoutMnemonics = (label: string): string => label.replaceAll('&', '&&');

const trayImage = (): NativeImage => {
  // Linux panels are 22 pixels high by custom, the other systems' are 16.
  const image = nativeImage.createFromDataURL(process.platform === 'linux' ? icon22 : icon16);
  image.addRepresentation({ scaleFactor: 2, dataURL: icon32 });
  return image;
};
