import './dialog.css';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { IconButton } from '../button/icon-button.tsx';
import { DialogActions } from '../shortcuts/dialog-actions.tsx';
import { useUiWords } from '../words/ui-words.tsx';

export interface DialogProps {
  isOpen: boolean;
  /** Called on Esc, on the close button and on a press outside. */
  onClose: () => void;
  title: string;
  children: ReactNode;
  /** Buttons at the foot, the likely one last. */
  actions?: ReactNode;
  size?: 'normal' | 'wide';
  /** There is nothing in it but words: the keyboard goes to them, to scroll. */
  isReading?: boolean;
  /** `alertdialog` is for a question that must be answered: a press outside does not close it. */
  role?: 'dialog' | 'alertdialog';
}

/** A question or a form above everything else; focus stays inside and returns where it was. */
export function Dialog({ isOpen, onClose, title, children, actions, ...looks }: DialogProps) {
  const { size = 'normal', role = 'dialog', isReading = false } = looks;
  const words = useUiWords();
  return (
    <ModalOverlay
      className="bu-veil"
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
    >
      <Modal className="bu-modal" data-size={size}>
        <AriaDialog className="bu-dialog" role={role}>
          <div className="bu-dialog-head">
            <Heading slot="title" level={2} className="bu-dialog-title">
              {title}
            </Heading>
            <IconButton icon="close" label={words.close} size="small" onPress={onClose} />
          </div>
          <DialogActions>
            <div className="bu-dialog-body" tabIndex={isReading ? 0 : undefined}>
              {children}
            </div>
            {actions && <div className="bu-dialog-foot">{actions}</div>}
          </DialogActions>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
