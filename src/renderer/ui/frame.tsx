import { useRef, type ReactNode } from 'react';

import styles from './frame.module.css';

export interface FrameProps {
  /** Banners above every page: read-only document, failed save. */
  readonly banner?: ReactNode;
  readonly children: ReactNode;
  readonly sidebar: ReactNode;
  /** The first thing Tab meets: leads past the sidebar. */
  readonly skipLabel: string;
}

/** The window: the sidebar stays, the content scrolls. */
export const Frame = ({ banner, children, sidebar, skipLabel }: FrameProps) => {
  const main = useRef<HTMLElement>(null);
  return (
    <div className={styles.frame}>
      <button type="button" className={styles.skip} onClick={() => main.current?.focus()}>
        {skipLabel}
      </button>
      {sidebar}
      <main ref={main} tabIndex={-1} className={styles.main}>
        {banner !== undefined && <div className={styles.banner}>{banner}</div>}
        {children}
      </main>
    </div>
  );
};
