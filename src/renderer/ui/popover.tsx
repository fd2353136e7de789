import type { ReactNode } from 'react';
import {
  Dialog,
  DialogTrigger,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from 'react-aria-components';

import styles from './popover.module.css';

export interface PopoverProps extends Pick<AriaPopoverProps, 'placement'> {
  readonly children: ReactNode;
  /** The accessible name of what floats. */
  readonly label: string;
  /** The Button or IconButton that opens it. */
  readonly trigger: ReactNode;
}

/** Something small that floats beside its button: an explanation, a short form. Escape or a press outside closes it. */
export const Popover = ({ children, label, placement = 'bottom start', trigger }: PopoverProps) => (
  <DialogTrigger>
    {trigger}
    <AriaPopover placement={placement} offset={6} className={styles.popover ?? ''}>
      <Dialog aria-label={label} className={styles.content ?? ''}>
        {children}
      </Dialog>
    </AriaPopover>
  </DialogTrigger>
);
