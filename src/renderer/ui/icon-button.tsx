import type { LucideIcon } from 'lucide-react';
import type { Ref } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

import { classNames } from './class-names.ts';
import styles from './icon-button.module.css';
import { Tooltip, type TooltipProps } from './tooltip.tsx';

export interface IconButtonProps extends Omit<
  AriaButtonProps,
  'children' | 'className' | 'style' | 'render' | 'aria-label'
> {
  readonly icon: LucideIcon;
  /** The accessible name, also shown as the tooltip. */
  readonly label: string;
  readonly placement?: TooltipProps['placement'];
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  readonly isSelected?: boolean | undefined;
  /** Only for a cross that closes: there an open tooltip would swallow the first Escape. */
  readonly isTooltipHidden?: boolean | undefined;
}

/** An icon that acts. Use it only where the icon is known to everyone or the row repeats it often. */
export const IconButton = ({
  icon: Icon,
  label,
  placement = 'top',
  isSelected = false,
  isTooltipHidden = false,
  ...rest
}: IconButtonProps) => (
  <Tooltip text={label} placement={placement} isDisabled={isTooltipHidden}>
    <AriaButton {...rest} aria-label={label} className={classNames(styles.button, isSelected && styles.selected)}>
      <Icon aria-hidden size={18} strokeWidth={1.75} />
    </AriaButton>
  </Tooltip>
);
