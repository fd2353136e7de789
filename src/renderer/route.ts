import { useSyncExternalStore } from 'react';

/**
 * Where the window is: the address after `#`, as `/path?query`. The router reads path and query through these two, so
 * that a query belongs to its path and goes away with it.
 */
export const useHashPath = Object.assign(
  (): [string, (to: string, options?: { readonly replace?: boolean }) => void] => [
    useSyncExternalStore(subscribe, path),
    go,
  ],
  { hrefs: (href: string) => `#${href}` },
);

/** The query of the present address, without `?`. */
export const useHashQuery = (): string => useSyncExternalStore(subscribe, query);

/** Shows another place, `/letter/<id>`; `replace` leaves the present one out of the way back. */
export const go = (to: string, { replace = false }: { readonly replace?: boolean } = {}): void => {
  if (replace) {
    window.history.replaceState(null, '', `#${to}`);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  } else {
    window.location.hash = to;
  }
};

const address = (): string => `/${window.location.hash.replace(/^#?\/?/, '')}`;
const path = (): string => address().split('?')[0] ?? '/';
const query = (): string => address().split('?').slice(1).join('?');

const subscribe = (listener: () => void): (() => void) => {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
};
