import { useSyncExternalStore } from 'react';

import { newestAnnouncement, subscribeToAnnouncements } from './announcement.ts';
import styles from './live-region.module.css';

/** Where `announce` is heard. Mount it once, at the root, for as long as the window lives. */
export const LiveRegion = () => {
  const { text, turn } = useSyncExternalStore(subscribeToAnnouncements, newestAnnouncement, newestAnnouncement);
  // Two places in turn: a screen reader stays silent when the same words replace themselves in one place. The attribute
  // keeps them audible while a modal hides everything else.
  return (
    <div data-react-aria-top-layer="true" className={styles.region}>
      <div role="status">{turn % 2 === 0 ? text : ''}</div>
      <div role="status">{turn % 2 === 1 ? text : ''}</div>
    </div>
  );
};
