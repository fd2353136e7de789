import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';

import { classNames } from './class-names.ts';
import styles from './dialog.module.css';
import { IconButton } from './icon-button.tsx';

export interface DialogProps {
  readonly children: ReactNode;
  /** The accessible name of the closing cross. */
  readonly closeLabel: string;
  /** Actions, the main one last. */
  readonly footer?: ReactNode;
  /** A press outside closes it too. Leave it off where something was typed. */
  readonly isDismissable?: boolean | undefined;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog' | undefined;
  readonly title: string;
  readonly width?: 'small' | 'medium' | 'large' | undefined;
}

/** A modal question or form. Escape and the cross close it, focus stays inside and returns to where it came from. */
export const Dialog = ({
  children,
  closeLabel,
  footer,
  isDismissable = false,
  isOpen,
  onClose,
  role = 'dialog',
  title,
  width = 'medium',
}: DialogProps) => (
  <ModalOverlay
    isDismissable={isDismissable}
    isOpen={isOpen}
    onOpenChange={(open) => {
      if (!open) onClose();
    }}
    className={styles.veil ?? ''}
  >
    <Modal className={classNames(styles.modal, styles[width])}>
      <AriaDialog role={role} className={styles.dialog ?? ''}>
        <div className={styles.head}>
          <Heading slot="title" className={styles.title ?? ''}>
            {title}
          </Heading>
          <IconButton icon={X} label={closeLabel} onPress={onClose} isTooltipHidden />
        </div>
        <div className={styles.body}>{children}</div>
        {footer !== undefined && <div className={styles.foot}>{footer}</div>}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
);
