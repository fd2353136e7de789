import type { LucideIcon } from 'lucide-react';
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator, Text } from 'react-aria-components';

import { Button, type ButtonProps } from './button.tsx';
import { IconButton } from './icon-button.tsx';
import list from './list-box.module.css';

/** One action in a menu, or a line between two groups of them. */
export type MenuEntry =
  | {
      readonly id: string;
      readonly label: string;
      readonly description?: string | undefined;
      readonly icon?: LucideIcon | undefined;
      readonly isDisabled?: boolean | undefined;
      readonly onAction: () => void;
    }
  | { readonly id: string; readonly separator: true };

export interface MenuProps {
  readonly entries: readonly MenuEntry[];
  readonly label: string;
}

/** A list of actions: arrow keys move, letters jump, Enter acts. */
export const Menu = ({ entries, label }: MenuProps) => (
  <AriaMenu aria-label={label} className={list.list ?? ''}>
    {entries.map((entry) =>
      'separator' in entry ? (
        <Separator key={entry.id} className={list.separator ?? ''} />
      ) : (
        <MenuItem
          key={entry.id}
          id={entry.id}
          textValue={entry.label}
          isDisabled={entry.isDisabled ?? false}
          onAction={entry.onAction}
          className={list.item ?? ''}
        >
          {entry.icon !== undefined && <entry.icon aria-hidden size={16} strokeWidth={1.75} />}
          <span className={list.words}>
            <Text slot="label">{entry.label}</Text>
            {entry.description !== undefined && (
              <Text slot="description" className={list.description ?? ''}>
                {entry.description}
              </Text>
            )}
          </span>
        </MenuItem>
      ),
    )}
  </AriaMenu>
);

export interface MenuButtonProps extends MenuProps, Pick<ButtonProps, 'variant' | 'isDisabled'> {
  readonly icon?: LucideIcon | undefined;
  /** Shows the icon alone, with the label as its name and tooltip. */
  readonly isLabelHidden?: boolean | undefined;
}

/** A button that opens a menu. */
export const MenuButton = ({
  entries,
  icon,
  isDisabled = false,
  isLabelHidden = false,
  label,
  variant,
}: MenuButtonProps) => (
  <MenuTrigger>
    {isLabelHidden && icon !== undefined ? (
      <IconButton icon={icon} label={label} isDisabled={isDisabled} />
    ) : (
      <Button icon={icon} isDisabled={isDisabled} variant={variant}>
        {label}
      </Button>
    )}
    <Popover className={list.popover ?? ''} offset={4} placement="bottom start">
      <Menu entries={entries} label={label} />
    </Popover>
  </MenuTrigger>
);
