import { useState } from 'react';
import { Button } from '../button/button.tsx';
import { TextField } from '../field/text-field.tsx';
import { ConfirmDialog } from '../overlay/confirm-dialog.tsx';
import { Dialog } from '../overlay/dialog.tsx';
import { Menu, type MenuGroup } from '../overlay/menu.tsx';
import { Tooltip } from '../overlay/tooltip.tsx';

export function OverlaysDemo() {
  const [open, setOpen] = useState<'form' | 'question' | null>(null);
  const close = () => setOpen(null);
  return (
    <div className="bu-demo-row">
      <Menu
        label="Case actions"
        groups={caseActions(close, () => setOpen('question'))}
        trigger={<Button>Actions</Button>}
      />
      <Button onPress={() => setOpen('form')}>Dialog</Button>
      <Button onPress={() => setOpen('question')}>Question</Button>
      <Tooltip text="Opens the palette" keys="mod+k">
        <Button variant="quiet">Tool tip</Button>
      </Tooltip>
      <NewLabel isOpen={open === 'form'} close={close} />
      <ConfirmDialog
        isOpen={open === 'question'}
        onClose={close}
        onConfirm={close}
        title="Erase Ana Ferreira?"
        losses={['7 cases with 31 messages', '4 attachments, 12 MB', 'her address and phone number']}
        confirmLabel="Erase customer"
      >
        <p>Nothing can bring a customer back.</p>
      </ConfirmDialog>
    </div>
  );
}

function caseActions(act: () => void, erase: () => void): readonly MenuGroup[] {
  return [
    {
      id: 'case',
      title: 'Case',
      actions: [
        { id: 'assign', label: 'Assign to me', icon: 'user', keys: 'm', onAction: act },
        { id: 'later', label: 'Remind me', detail: 'Tomorrow at 9:00', icon: 'clock', isChecked: true, onAction: act },
        { id: 'merge', label: 'Merge', icon: 'link', isDisabled: true, onAction: act },
      ],
    },
    { id: 'end', actions: [{ id: 'erase', label: 'Erase', icon: 'trash', isDanger: true, onAction: erase }] },
  ];
}

function NewLabel({ isOpen, close }: { isOpen: boolean; close: () => void }) {
  const actions = (
    <>
      <Button onPress={close}>Cancel</Button>
      <Button variant="primary" onPress={close}>
        Create label
      </Button>
    </>
  );
  return (
    <Dialog isOpen={isOpen} onClose={close} title="New label" actions={actions}>
      <TextField label="Name" autoFocus help="Short and lower case, for example espresso." />
    </Dialog>
  );
}
