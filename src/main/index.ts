import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { dayOf } from '#shared/calendar.ts';
import { Command, type CommandInput } from '#shared/command.ts';
import type { AppState, FileError, Handlers } from '#shared/contract.ts';
import { Zone } from '#shared/facts/value.ts';
import { en } from '#shared/messages/en.ts';
import { enShell as texts } from '#shared/messages/en-shell.ts';
import { err, ok, type Result } from '#shared/result.ts';
import { rowsVersion, type FollowUpRow, type RowsChange } from '#shared/rows.ts';
import { sampleCommands } from '#shared/sample.ts';
import type { Voice } from '#shared/words.ts';
import { v7 as newId } from 'uuid';
import { openDeviceSettings, type DeviceStore } from './device-settings.ts';
import { startDocumentHost } from './document/document-host.ts';
import type { DocumentPort, Outlook } from './document/document-port.ts';
import { answerReminder, canBeDoneBlindly } from './reminders/answer.ts';
import { mostAtOnce, upcoming } from './reminders/decide.ts';
import { startReminders, type Clock, type Presenter, type Reminders } from './reminders/reminders.ts';
import { openSearches, type OpenError, type Searches } from './searches.ts';
import { claimApp, endWithFailure, type App } from './shell/app.ts';
import { askQuitUnsaved, chooseExportFile, chooseImportFile, showFailure } from './shell/dialogs.ts';
import { openLink } from './shell/link.ts';
import { setMenu } from './shell/menu.ts';
import { noticeOf, summaryKey, summaryOf } from './shell/notice.ts';
import { createNotifier, type NoticeAction, type Notifier } from './shell/notifications.ts';
import { servePage } from './shell/protocol.ts';
import { writeScreenshot } from './shell/screenshot.ts';
import { serve } from './shell/serve.ts';
import { createSessionBus } from './shell/session-bus.ts';
import { trayStateOf } from './shell/tray-state.ts';
import { createAppTray } from './shell/tray.ts';
import { createAppWindow, type AppWindow } from './shell/window.ts';
import { readBounded, writeWholeFile } from './whole-file.ts';

/** The composition root: reads the clock, the zone and chance, creates the parts and connects them. */

const maxImportBytes = 64 * 1024 * 1024;
const zoneCheckMs = 60_000;
const closeMs = 10_000;

const now = (): number => Date.now();

const currentZone = (): Zone => Zone.catch('UTC').parse(Intl.DateTimeFormat().resolvedOptions().timeZone);

/**
 * Automerge's WebAssembly calls can abort V8 before 13.6 when they are inlined. Flags hold for the whole process, worker
 * threads included, and must be set before the worker starts.
 */
const protectWebAssembly = (): void => {
  const [major = 0, minor = 0] = process.versions.v8.split('.').map(Number);
  if (major < 13 || (major === 13 && minor < 6)) setFlagsFromString('--no-turbo-inline-js-wasm-calls');
};

const run = async (app: App): Promise<void> => {
  const device = await openDeviceSettings(join(app.userData, 'device.json'));
  app.setTheme(device.current().theme);

  let window: AppWindow | null = null;
  let reminders: Reminders | null = null;
  let isEnding = false;
  let availability: AppState['reminders'] = 'working';
  const state = () => stateOf(searches, device, availability);
  const pushState = () => window?.push('state', state());

  const searches = openSearches({
    folders: { own: join(app.userData, 'search'), sample: join(app.userData, 'sample') },
    zone: currentZone(),
    start: (options) =>
      startDocumentHost({ ...options, now: now(), workerUrl: new URL('./document-worker.js', import.meta.url) }),
    sampleCommands: (zone) => sampleCommands(now(), zone),
    onRows: (change) => {
      window?.push('rows', change);
      if (touchesPlan(change)) reminders?.evaluate();
    },
    onStatus: pushState,
    onCannotOpen: (error, folder) => {
      isEnding = true;
      endWithFailure(texts.failures.searchTitle, openErrorWords(error, folder));
    },
  });

  await app.ready;
  await servePage(fileURLToPath(new URL('../renderer', import.meta.url)));
  const opened = createAppWindow({
    preload: fileURLToPath(new URL('../preload/index.cjs', import.meta.url)),
    title: en.appName,
    remembered: device.current().window,
    onLeft: (place) => reportRejection(device.change({ window: place })),
  });
  window = opened;
  serve(handlersFor({ app, window, searches, device, state, pushState }), window.isOurs);
  setMenu({ addApplication: () => opened.open('/applications?add') });
  window.open();

  const voice = (): Voice => ({ messages: en, region: { locale: englishLocale(app.locale()), zone: currentZone() } });
  const bus = createSessionBus(process.env);
  const tray = createAppTray(bus, { open: window.open, quit: app.quit });
  const notifier = createNotifier(bus, (key, action) =>
    reportRejection(answerNotice(key, action, { searches, window: opened })),
  );
  reminders = startReminders({
    clock,
    outlook: async () => {
      const outlook = await plannedIn(searches);
      const at = now();
      tray.render(trayStateOf(upcoming(outlook.followUps, at, 3), at, voice()));
      return outlook;
    },
    submit: async (command) => (await searches.document()).submit(Command.parse(command)),
    presenter: presenterOf(notifier, voice),
    newId,
    device: hostname().slice(0, 64),
    onAvailability: (next) => {
      if (next === availability) return;
      availability = next;
      pushState();
    },
    onFailure: (cause) => {
      if (!isEnding) reportBug(cause);
    },
  });
  const { evaluate, stop } = reminders;

  app.onOpenAgain(() => opened.open());
  app.onResume(evaluate);
  app.onAllWindowsClosed(() => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.beforeQuit(async () => {
    opened.rememberPlace();
    await opened.leave();
    await device.settled();
    await stop();
    await closeSearches(searches);
    tray.close();
    bus.close();
  });
  followZone(app, searches, evaluate);
};

const clock: Clock = {
  now,
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

/** Text being typed changes neither reminders nor tray. */
const touchesPlan = ({ from, puts, deletes }: RowsChange): boolean =>
  from === null || [...puts, ...deletes].some(({ table }) => table === 'followUps' || table === 'singletons');

/** What reminders and tray look at. Nobody wants to be reminded of the people in a sample. */
const plannedIn = async (searches: Searches): Promise<Pick<Outlook, 'followUps' | 'announcements'>> => {
  if (searches.which() === 'sample') return { followUps: [], announcements: [] };
  const document: DocumentPort = await searches.document();
  return await document.outlook();
};

const presenterOf = (notifier: Notifier, voice: () => Voice): Presenter => ({
  isAvailable: notifier.isAvailable,
  show: async (rows, at) => {
    const notices =
      rows.length > mostAtOnce
        ? [summaryOf(rows, at, voice())]
        : rows.map((row) => noticeOf(row, canBeDoneBlindly(row), at, voice()));
    const outcomes = await Promise.all(notices.map(notifier.show));
    return outcomes.every((outcome) => outcome === 'shown') ? 'shown' : 'unavailable';
  },
  withdraw: (row) => notifier.close(row.id),
});

/** A button or a click. What it is about may have changed since it was shown. */
const answerNotice = async (
  key: string,
  action: NoticeAction,
  { searches, window }: { readonly searches: Searches; readonly window: AppWindow },
): Promise<void> => {
  if (key === summaryKey) return window.open('/');
  const { followUps } = await plannedIn(searches);
  const row: FollowUpRow | undefined = followUps.find(({ id }) => id === key);
  const answer: CommandInput | 'show' = row === undefined ? 'show' : answerReminder(row, action, now(), newId);
  if (answer === 'show') return window.open(`/follow-up/${key}`);
  const submitted = await (await searches.document()).submit(Command.parse(answer));
  if (!submitted.ok) window.open(`/follow-up/${key}`);
};

/** Dates stand inside English sentences, so they are written in English, in the user's way of it where there is one. */
const englishLocale = (locale: string): string => (/^en(-|$)/.test(locale) ? locale : 'en-GB');

const stateOf = (searches: Searches, device: DeviceStore, reminders: AppState['reminders']): AppState => {
  const { saving, readOnly, damaged, undo, redo } = searches.status();
  const folder = searches.folder();
  return {
    saving: saving.type === 'not-saved' ? { ...saving, folder } : saving,
    which: searches.which(),
    readOnly,
    damaged: device.damaged === null ? damaged : [...damaged, device.damaged],
    undo,
    redo,
    reminders,
    theme: device.current().theme,
    folder,
  };
};

interface Parts {
  readonly app: App;
  readonly window: AppWindow;
  readonly searches: Searches;
  readonly device: DeviceStore;
  readonly state: () => AppState;
  readonly pushState: () => void;
}

const handlersFor = ({ app, window, searches, device, state, pushState }: Parts): Handlers => ({
  submit: async (command) => (await searches.document()).submit(command),
  undo: async () => (await searches.document()).undo(),
  redo: async () => (await searches.document()).redo(),
  readText: async ({ place }) => (await searches.document()).readText(place),
  editText: async ({ place, version, changes }) => (await searches.document()).editText(place, version, changes),
  rows: async (known) => {
    const change = await (await searches.document()).rows(known.rowsVersion === rowsVersion ? known.heads : null);
    takeScreenshot(app, window);
    return change;
  },
  state: async () => {
    window.pageIsReady();
    return state();
  },
  openSearch: ({ which }) => searches.open(which),
  setDevice: async ({ theme }) => {
    await device.change({ theme });
    app.setTheme(theme);
    pushState();
    return null;
  },
  exportSearch: () => exportSearch(window, searches),
  importSearch: () => importSearch(window, searches),
  openLink: ({ url }) => openLink(url),
});

const exportSearch = async (window: AppWindow, searches: Searches): Promise<Result<string | null, FileError>> => {
  const document = await searches.document();
  const at = now();
  const file = await chooseExportFile(window.current(), texts.dialogs.exportName({ day: dayOf(at, currentZone()) }));
  if (file === null) return ok(null);
  try {
    await writeWholeFile(file, await document.exportJson(at));
    return ok(file);
  } catch (cause) {
    return err({ what: texts.failures.notWritten({ file, because: words(cause) }) });
  }
};

const importSearch = async (window: AppWindow, searches: Searches): Promise<Result<number | null, FileError>> => {
  const document = await searches.document();
  const file = await chooseImportFile(window.current());
  if (file === null) return ok(null);
  let json: string | null;
  try {
    json = await readBounded(file, maxImportBytes);
  } catch (cause) {
    return err({ what: texts.failures.notRead({ file, because: words(cause) }) });
  }
  if (json === null) return err({ what: texts.failures.fileTooBig({ file }) });
  return await document.importJson(json, now());
};

/** Waits until everything is on disk. Where that fails or takes long, the user decides. */
const closeSearches = async (searches: Searches): Promise<void> => {
  const close = () =>
    searches.close().then(
      () => ({ type: 'closed' }) as const,
      (cause: unknown) => ({ type: 'failed', because: words(cause) }) as const,
    );
  let closing = close();
  for (;;) {
    const outcome = await Promise.race([closing, after(closeMs)]);
    if (outcome?.type === 'closed') return;
    if ((await askQuitUnsaved(outcome?.because ?? texts.dialogs.stillWriting)) === 'quit') return;
    if (outcome?.type === 'failed') closing = close();
  }
};

const after = (ms: number): Promise<null> =>
  new Promise((done) => {
    // Must not keep the process alive once the other side of the race has won.
    setTimeout(() => done(null), ms).unref();
  });

/** Days are counted where the user is, and they may travel while the app runs. */
const followZone = (app: App, searches: Searches, onChange: () => void): void => {
  let known = currentZone();
  const check = () => {
    const zone = currentZone();
    if (zone === known) return;
    known = zone;
    reportRejection(searches.setZone(zone).then(onChange));
  };
  setInterval(check, zoneCheckMs).unref();
  app.onResume(check);
};

let screenshotTaken = false;

/** Once the window has its rows, it is about to show its first screen. */
const takeScreenshot = (app: App, window: AppWindow): void => {
  const opened = window.current();
  if (app.screenshot === null || opened === null || screenshotTaken) return;
  screenshotTaken = true;
  reportRejection(writeScreenshot(opened, resolve(app.screenshot)));
};

const openErrorWords = (error: OpenError, folder: string): string =>
  error.type === 'locked'
    ? texts.failures.searchInUse({ folder, by: error.by })
    : texts.failures.searchBroken({ folder, what: error.what });

const words = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));

let bugShown = false;

/** A bug: told once in a dialog, and each time on stderr. The app goes on, since what was saved is safe. */
const reportBug = (cause: unknown): void => {
  const what = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
  process.stderr.write(`${what}\n`);
  if (bugShown) return;
  bugShown = true;
  showFailure(texts.failures.unexpectedTitle, texts.failures.unexpected({ what }));
};

const reportRejection = (promise: Promise<unknown>): void => {
  promise.catch(reportBug);
};

process.on('uncaughtException', reportBug);
process.on('unhandledRejection', reportBug);
protectWebAssembly();
const app = claimApp();
if (app !== null) reportRejection(run(app));
