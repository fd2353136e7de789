import { appState, subscribeToAppState } from './store/app-state.ts';

/** Shows the theme the user chose: the one remembered at once, so that nothing flashes, then the one main says. */
export const followTheme = (): void => {
  show(window.localStorage.getItem('theme') ?? 'system');
  subscribeToAppState(() => {
    const theme = appState()?.theme;
    if (theme === undefined) return;
    window.localStorage.setItem('theme', theme);
    show(theme);
  });
};

const show = (theme: string): void => {
  const { dataset } = document.documentElement;
  if (theme === 'light' || theme === 'dark') dataset['theme'] = theme;
  else delete dataset['theme'];
};
