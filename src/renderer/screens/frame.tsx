import {
  CircleCheck,
  HardDriveDownload,
  House,
  ListChecks,
  Settings,
  TriangleAlert,
  UserCheck,
  Users,
} from 'lucide-react';
import { lazy, Suspense, useEffect, useLayoutEffect, type ReactNode } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import { bridge } from '#renderer/bridge.ts';
import { go, useHashPath, useHashQuery } from '#renderer/route.ts';
import { useAppState } from '#renderer/store/app-state.ts';
import { OverviewProvider, useOverview } from '#renderer/store/overview.tsx';
import { useSearch, useStoreFailure } from '#renderer/store/store.ts';
import { Frame } from '#renderer/ui/frame.tsx';
import { LiveRegion } from '#renderer/ui/live-region.tsx';
import { Sidebar, SidebarState, type Place } from '#renderer/ui/sidebar.tsx';
import { ToastRegion } from '#renderer/ui/toast-region.tsx';
import { useVoice } from '#renderer/voice.ts';
import { ApplicationsScreen } from './applications.tsx';
import { FirstRun } from './first-run.tsx';
import { FollowUpPlace } from './follow-up-place.tsx';
import { useFrameBanners } from './frame-banners.tsx';
import { FrameFailure } from './frame-failure.tsx';
import { useFrameKeys } from './frame-keys.ts';
import styles from './frame.module.css';
import { NotFound } from './not-found.tsx';
import { SettingsScreen } from './settings.tsx';
import { TodayScreen } from './today.tsx';

/** The whole window: the first run, or the sidebar and the screen of the present address. */
export const Window = () => (
  <FrameFailure>
    <Router hook={useHashPath} searchHook={useHashQuery} hrefs={useHashPath.hrefs}>
      <OverviewProvider>
        <WindowContent />
      </OverviewProvider>
    </Router>
    <Announcements />
  </FrameFailure>
);

const WindowContent = () => {
  const search = useSearch();
  const failure = useStoreFailure();
  useEffect(() => bridge.on.show(({ route }) => go(route)), []);
  // Until the first rows have come the window shows its frame, never an empty page.
  if (search?.startedAt === null && failure === null) return <FirstRun />;
  return (
    <AppFrame>
      <Screens />
    </AppFrame>
  );
};

const AppFrame = ({ children }: { readonly children: ReactNode }) => {
  const { messages } = useVoice();
  useFrameKeys();
  const banner = useFrameBanners();
  return (
    <Frame skipLabel={messages.frame.skip} sidebar={<AppSidebar />} banner={banner}>
      {children}
    </Frame>
  );
};

const AppSidebar = () => {
  const { messages } = useVoice();
  const { frame } = messages;
  const overview = useOverview();
  const [location] = useLocation();
  const toDo = overview?.now.length ?? 0;
  const active = overview?.activeCount ?? 0;
  const places: readonly Place[] = [
    {
      id: 'today',
      href: '#/',
      icon: House,
      label: frame.today,
      ...(toDo > 0 && { count: toDo, countLabel: frame.todayCount({ n: toDo }) }),
    },
    {
      id: 'applications',
      href: '#/applications',
      icon: ListChecks,
      label: frame.applications,
      ...(active > 0 && { count: active, countLabel: frame.applicationsCount({ n: active }) }),
    },
    { id: 'people', href: '#/people', icon: Users, label: frame.people },
    { id: 'references', href: '#/references', icon: UserCheck, label: frame.references },
    { id: 'settings', href: '#/settings', icon: Settings, label: frame.settings },
  ];
  return (
    <Sidebar
      wordmark={messages.appName}
      label={frame.places}
      places={places}
      current={placeOf(location)}
      foot={<SavingState />}
    />
  );
};

/** Which place of the sidebar an address belongs to. */
const placeOf = (path: string): string | null => {
  if (path === '/') return 'today';
  if (/^\/(applications|application|interview|letter)(\/|$)/.test(path)) return 'applications';
  return /^\/(people|references|settings)(\/|$)/.exec(path)?.[1] ?? null;
};

/** The state of saving in words; said aloud only when saving failed. */
const SavingState = () => {
  const { frame } = useVoice().messages;
  const state = useAppState();
  if (state === null) return <SidebarState icon={HardDriveDownload} text={frame.starting} />;
  if (state.saving.type === 'not-saved') {
    return (
      <div role="alert">
        <SidebarState
          icon={TriangleAlert}
          tone="clay"
          text={frame.notSaved}
          detail={frame.notSavedDetail({ because: state.saving.because })}
        />
      </div>
    );
  }
  return state.saving.type === 'saving' ? (
    <SidebarState icon={HardDriveDownload} text={frame.saving} />
  ) : (
    <SidebarState icon={CircleCheck} text={frame.saved} />
  );
};

const ApplicationScreen = lazy(async () => ({ default: (await import('./application.tsx')).ApplicationScreen }));
const InterviewScreen = lazy(async () => ({ default: (await import('./interview.tsx')).InterviewScreen }));
const LetterScreen = lazy(async () => ({ default: (await import('./letter.tsx')).LetterScreen }));
const PeopleScreen = lazy(async () => ({ default: (await import('./people.tsx')).PeopleScreen }));
const ReferencesScreen = lazy(async () => ({ default: (await import('./references.tsx')).ReferencesScreen }));

const Screens = () => {
  const [location] = useLocation();
  // Another screen begins at its top, whatever was scrolled before.
  useLayoutEffect(() => document.querySelector('main')?.scrollTo(0, 0), [location]);
  return (
    // A screen that failed is given another chance at the next address.
    <FrameFailure key={location}>
      <Suspense fallback={<div className={styles.waiting} />}>
        <Switch>
          <Route path="/">
            <TodayScreen />
          </Route>
          <Route path="/applications">
            <ApplicationsScreen />
          </Route>
          <Route path="/application/:id">{({ id }) => <ApplicationScreen key={id} id={id} />}</Route>
          <Route path="/interview/:id">{({ id }) => <InterviewScreen key={id} id={id} />}</Route>
          <Route path="/letter/:id">{({ id }) => <LetterScreen key={id} id={id} />}</Route>
          <Route path="/people">
            <PeopleScreen />
          </Route>
          <Route path="/references">
            <ReferencesScreen />
          </Route>
          <Route path="/settings">
            <SettingsScreen />
          </Route>
          <Route path="/follow-up/*">{(params) => <FollowUpPlace id={params['*'] ?? ''} />}</Route>
          <Route>
            <NotFound />
          </Route>
        </Switch>
      </Suspense>
    </FrameFailure>
  );
};

const Announcements = () => {
  const { frame } = useVoice().messages;
  return (
    <>
      <LiveRegion />
      <ToastRegion label={frame.messages} dismissLabel={frame.dismiss} />
    </>
  );
};
