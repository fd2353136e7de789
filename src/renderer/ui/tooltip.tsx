import type { ReactNode } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger, type TooltipProps as AriaTooltipProps } from 'react-aria-components';

import styles from './tooltip.module.css';

export interface TooltipProps extends Pick<AriaTooltipProps, 'placement'> {
  /** A focusable part: a Button, an IconButton, or any element inside react-aria's `Focusable`. */
  readonly children: ReactNode;
  readonly text: ReactNode;
  readonly isDisabled?: boolean | undefined;
}

/** A few words on hover and on keyboard focus; Escape hides them. Never the only place of something one must know. */
export const Tooltip = ({ children, text, isDisabled = false, ...rest }: TooltipProps) => (
  <TooltipTrigger delay={400} closeDelay={0} isDisabled={isDisabled}>
    {children}
    <AriaTooltip {...rest} offset={6} className={styles.tooltip ?? ''}>
      {text}
    </AriaTooltip>
  </TooltipTrigger>
);
