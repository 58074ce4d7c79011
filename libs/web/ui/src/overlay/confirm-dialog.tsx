import type { ReactNode } from 'react';
import { Button } from '../button/button.tsx';
import { useUiWords } from '../words/ui-words.tsx';
import { Dialog } from './dialog.tsx';

export interface ConfirmDialogProps {
  isOpen: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** A question: "Erase this customer?" */
  title: string;
  /** Each thing nothing can bring back, in words with numbers. */
  losses: readonly string[];
  children?: ReactNode;
  /** The verb: "Erase customer". */
  confirmLabel: string;
  /** Red for what takes something away; what only cannot be taken back is no danger. */
  variant?: 'danger' | 'primary';
  isPending?: boolean;
}

/** Only where nothing can undo it; otherwise act and offer undo. Cancel has the focus. */
export function ConfirmDialog({ isOpen, onClose, onConfirm, title, losses, children, ...props }: ConfirmDialogProps) {
  const words = useUiWords();
  const actions = (
    <>
      <Button autoFocus onPress={onClose}>
        {words.cancel}
      </Button>
      <Button variant={props.variant ?? 'danger'} isPending={props.isPending} onPress={onConfirm}>
        {props.confirmLabel}
      </Button>
    </>
  );
  return (
    <Dialog role="alertdialog" isOpen={isOpen} onClose={onClose} title={title} actions={actions}>
      {children}
      {losses.length > 0 && (
        <>
          <div className="bu-dialog-lost">{words.willBeLost}</div>
          <ul className="bu-dialog-losses">
            {losses.map((loss) => (
              <li key={loss}>{loss}</li>
            ))}
          </ul>
        </>
      )}
    </Dialog>
  );
}
