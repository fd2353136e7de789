import { app, BrowserWindow, nativeTheme, screen, session } from 'electron';
import type { PushName } from '#shared/contract-names.ts';
import type { Pushes } from '#shared/contract.ts';
import { page } from './origin.ts';
import { minimumSize, placeWindow, type Bounds } from './window-place.ts';

/** How the window was left. */
export interface WindowPlace {
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

/** The app's one window, which may be closed for a while. */
export interface AppWindow {
  /** Opens it, or brings it to the front, and shows a screen (the route of `Show`). */
  readonly open: (route?: string) => void;
  readonly push: <N extends PushName>(name: N, value: Pushes[N]) => void;
  /** Whether a web contents is this window's: nobody else is answered. */
  readonly isOurs: (webContentsId: number) => boolean;
  /** The window while it is open: what system dialogs hang on. */
  readonly current: () => BrowserWindow | null;
  /** Tells where it stands, if that changed. A quitting app asks before its windows close, while it can still write. */
  readonly rememberPlace: () => void;
  /** Closes it, if it is open, and waits: a page that is left sends what was typed last. */
  readonly leave: () => Promise<void>;
  /** The page is there and listens: what was to be shown before can be pushed now. */
  readonly pageIsReady: () => void;
}

export interface WindowOptions {
  readonly preload: string;
  readonly title: string;
  readonly remembered: WindowPlace | null;
  readonly onLeft: (place: WindowPlace) => void;
}

/** How long a page may take to be left. */
const leaveMs = 2_000;

/** Paper, as in the page's style sheet, so that the window does not flash while it loads. */
const background = { light: '#FAF8F4', dark: '#181614' } as const;

/** To be called once, when the app is ready. Opens nothing yet. */
export const createAppWindow = ({ preload, title, remembered, onLeft }: WindowOptions): AppWindow => {
  denyEverything();
  let window: BrowserWindow | null = null;
  let place = remembered;
  let waitingRoute: string | null = null;
  let ready = false;

  const push = <N extends PushName>(name: N, value: Pushes[N]) => {
    if (window !== null && !window.isDestroyed()) window.webContents.send(`afterword:push:${name}`, value);
  };

  const rememberPlace = () => {
    if (window === null || window.isDestroyed()) return;
    const left = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
    if (JSON.stringify(left) === JSON.stringify(place)) return;
    place = left;
    onLeft(left);
  };

  const create = (): BrowserWindow => {
    const created = new BrowserWindow({
      ...placeWindow(place?.bounds ?? null, workAreas()),
      minWidth: minimumSize.width,
      minHeight: minimumSize.height,
      title,
      show: false,
      backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
      webPreferences: {
        preload,
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webviewTag: false,
        spellcheck: false,
        devTools: !app.isPackaged,
      },
    });
    if (place?.maximized === true) created.maximize();
    created.once('ready-to-show', () => created.show());
    created.on('page-title-updated', (event) => event.preventDefault());
    created.on('close', rememberPlace);
    created.on('closed', () => {
      window = null;
      ready = false;
    });
    created.webContents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
      // Going from screen to screen keeps the page; only a new one has to ask for the state first.
      if (isMainFrame && !isSameDocument) ready = false;
    });
    // A page that crashed is loaded anew: its data is safe in main.
    created.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit' && !created.isDestroyed()) created.webContents.reload();
    });
    void created.loadURL(page);
    return created;
  };

  return {
    push,
    isOurs: (webContentsId) => window !== null && !window.isDestroyed() && window.webContents.id === webContentsId,
    current: () => window,
    rememberPlace,
    leave: () =>
      new Promise((left) => {
        if (window === null || window.isDestroyed()) return left();
        const leaving = window;
        // A page that hangs must not keep the app from ending.
        const late = setTimeout(() => leaving.destroy(), leaveMs);
        leaving.once('closed', () => {
          clearTimeout(late);
          left();
        });
        leaving.close();
      }),
    pageIsReady: () => {
      ready = true;
      if (waitingRoute !== null) push('show', { route: waitingRoute });
      waitingRoute = null;
    },
    open: (route) => {
      if (window === null) window = create();
      else {
        if (window.isMinimized()) window.restore();
        window.show();
        window.focus();
      }
      if (route === undefined) return;
      if (ready) push('show', { route });
      else waitingRoute = route;
    },
  };
};

const workAreas = (): readonly [Bounds, ...Bounds[]] => {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary.workArea, ...others.map(({ workArea }) => workArea)];
};

/**
 * What no page of this app ever does, whoever wrote its content: leave, open windows, embed others, ask for devices,
 * or reach a network.
 */
const denyEverything = (): void => {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  const { defaultSession } = session;
  // Copying a letter writes the clipboard, which the page may do after a click only. Reading it stays denied.
  const allowed = 'clipboard-sanitized-write';
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === allowed));
  defaultSession.setPermissionCheckHandler((_contents, permission) => permission === allowed);
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.setSpellCheckerLanguages([]);
  defaultSession.webRequest.onBeforeRequest({ urls: ['*://*/*', 'file://*/*', 'ftp://*/*'] }, (details, answer) => {
    answer({ cancel: /^(https?|wss?|file|ftp):/i.test(details.url) });
  });
};
