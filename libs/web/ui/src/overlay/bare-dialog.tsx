import './dialog.css';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Modal, ModalOverlay } from 'react-aria-components';
import { DialogActions } from '../shortcuts/dialog-actions.tsx';

export interface BareDialogProps {
  /** Called on Esc and on a press outside. */
  onClose: () => void;
  /** Read aloud as its name. */
  label: string;
  children: ReactNode;
}

/** A dialog without head and foot, there at once: for what is opened and left many times an hour. */
export function BareDialog({ onClose, label, children }: BareDialogProps) {
  return (
    <ModalOverlay className="bu-veil" data-instant isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
      <Modal className="bu-modal" data-size="wide">
        <AriaDialog className="bu-dialog" aria-label={label}>
          <DialogActions>{children}</DialogActions>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
