import type { LucideIcon } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { Focusable } from 'react-aria-components';

import { classNames } from './class-names.ts';
import { useMediaQuery } from './media-query.ts';
import styles from './sidebar.module.css';
import { Tooltip } from './tooltip.tsx';

// The same width as in sidebar.module.css and frame.module.css: media queries cannot read custom properties.
const foldedQuery = '(max-width: 999px)';

/** Somewhere to go. */
export interface Place {
  readonly id: string;
  readonly href: string;
  readonly icon: LucideIcon;
  readonly label: string;
  readonly count?: number | undefined;
  /** What is counted, for assistive technology: "2 to do today". Give it whenever there is a count. */
  readonly countLabel?: string | undefined;
}

export interface SidebarProps {
  /** The id of the place shown now, if it is one of these. */
  readonly current: string | null;
  /** `SidebarState` parts: saving, the other computers. */
  readonly foot?: ReactNode;
  readonly label: string;
  /** Takes over a plain press; without it the link is followed. */
  readonly onGo?: ((place: Place) => void) | undefined;
  readonly places: readonly Place[];
  readonly wordmark: string;
}

/** The places of the app. In a narrow window it folds to icons that say their names on hover and focus. */
export const Sidebar = ({ current, foot, label, onGo, places, wordmark }: SidebarProps) => {
  const isFolded = useMediaQuery(foldedQuery);
  return (
    <div className={styles.sidebar}>
      <div className={styles.wordmark} title={isFolded ? wordmark : undefined}>
        <span aria-hidden={isFolded}>{isFolded ? wordmark.slice(0, 1) : wordmark}</span>
        {isFolded && <span className={styles.hidden}>{wordmark}</span>}
      </div>
      <nav aria-label={label} className={styles.places}>
        <ul>
          {places.map((place) => (
            <li key={place.id}>
              <Tooltip text={place.label} placement="end" isDisabled={!isFolded}>
                <Focusable>
                  <a
                    href={place.href}
                    aria-current={place.id === current ? 'page' : undefined}
                    className={classNames(styles.place, place.id === current && styles.current)}
                    onClick={(event) => {
                      if (onGo === undefined || !isPlainPress(event)) return;
                      event.preventDefault();
                      onGo(place);
                    }}
                  >
                    <place.icon aria-hidden size={18} strokeWidth={1.75} />
                    <span className={styles.name}>{place.label}</span>
                    {place.count !== undefined && (
                      <>
                        <span aria-hidden className={styles.count}>
                          {place.count}
                        </span>
                        <span className={styles.hidden}>{place.countLabel}</span>
                      </>
                    )}
                  </a>
                </Focusable>
              </Tooltip>
            </li>
          ))}
        </ul>
      </nav>
      {foot !== undefined && <div className={styles.foot}>{foot}</div>}
    </div>
  );
};

export interface SidebarStateProps {
  readonly icon: LucideIcon;
  /** A second, shorter line. */
  readonly detail?: string | undefined;
  readonly href?: string | undefined;
  readonly text: string;
  /** `clay` when something needs the person. */
  readonly tone?: 'quiet' | 'clay' | undefined;
}

/** A state at the foot of the sidebar in words; folded, an icon that says them on hover and focus. */
export const SidebarState = ({ detail, href, icon: Icon, text, tone = 'quiet' }: SidebarStateProps) => {
  const isFolded = useMediaQuery(foldedQuery);
  const className = classNames(styles.state, tone === 'clay' && styles.clay);
  const words = (
    <>
      <Icon aria-hidden size={16} strokeWidth={1.75} />
      <span className={styles.name}>
        {text}
        {detail !== undefined && <span className={styles.detail}> {detail}</span>}
      </span>
    </>
  );
  return (
    <Tooltip text={detail === undefined ? text : `${text} ${detail}`} placement="end" isDisabled={!isFolded}>
      <Focusable>
        {href === undefined ? (
          // Folded, the words are only in the tooltip, so the icon must be reachable; unfolded there is nothing to reach.
          <div role="group" tabIndex={isFolded ? 0 : -1} className={className}>
            {words}
          </div>
        ) : (
          <a href={href} className={className}>
            {words}
          </a>
        )}
      </Focusable>
    </Tooltip>
  );
};

const isPlainPress = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
