import type { SocialAccount } from '@bureau/contracts';
import { ConfirmDialog } from '@bureau/ui';
import { accountName } from './account-state.tsx';
import { accountWords as words } from './social-accounts.words.ts';
import { useAccountCommands } from './use-account-commands.ts';

/** Asks before the keys of an account are given back. */
export function DisconnectAccount({ account, onClose }: { account: SocialAccount; onClose: () => void }) {
  const { disconnect } = useAccountCommands(account);
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={words.disconnect.question(accountName(account))}
      losses={words.disconnect.losses}
      confirmLabel={words.disconnect.confirm}
      onConfirm={() => {
        disconnect();
        onClose();
      }}
    >
      {words.disconnect.stays}
    </ConfirmDialog>
  );
}
