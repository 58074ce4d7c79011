import { usersApi } from '@bureau/contracts';
import type { UserDetails } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { Button, Dialog, Link, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemText } from '../../plain/problem-words.ts';
import { useOpenCasesOf } from './open-cases-of.ts';
import { usersWords as words } from './users.words.ts';

/** What can be done with somebody: invite again, shut out, let in again. */
export function UserActions({ user }: { user: UserDetails }) {
  const [isAsking, setAsking] = useState(false);
  const queries = useQueryClient();
  const toasts = useToasts();
  const params = { userId: user.id };
  const done = (text: string, onUndo?: () => void) => {
    toasts.show({ text, tone: 'positive', ...(onUndo && { onUndo }) });
    void queries.invalidateQueries({ queryKey: keyOf(usersApi.read) });
    void queries.invalidateQueries({ queryKey: keyOf(usersApi.list) });
  };
  const onError = (error: Error) => void toasts.show({ text: problemText(error), tone: 'danger' });
  const again = useCommand(usersApi.inviteAgain, { onSuccess: () => done(words.invitedAgain(user.email)), onError });
  const enable = useCommand(usersApi.enable, { onSuccess: () => done(words.enabled(user.name)), onError });
  const disable = useCommand(usersApi.disable, {
    onSuccess: () => done(words.disabled(user.name), () => enable.mutate({ params })),
    onError,
    onSettled: () => setAsking(false),
  });
  return (
    <div className="user-actions">
      {user.state === 'invited' && (
        <Button isPending={again.isPending} onPress={() => again.mutate({ params })}>
          {words.inviteAgain}
        </Button>
      )}
      {user.state === 'disabled' ? (
        <Button isPending={enable.isPending} onPress={() => enable.mutate({ params })}>
          {words.enable}
        </Button>
      ) : (
        <Button onPress={() => setAsking(true)}>{words.disable}</Button>
      )}
      <Link href={`/admin/audit-log?noun=user&objectId=${user.id}`}>{words.history}</Link>
      {isAsking && (
        <DisableDialog
          user={user}
          isPending={disable.isPending}
          onClose={() => setAsking(false)}
          onConfirm={() => disable.mutate({ params })}
        />
      )}
    </div>
  );
}

interface DisableDialogProps {
  user: UserDetails;
  isPending: boolean;
  onClose: () => void;
  onConfirm: () => void;
}

/** Says what disabling does, and to how many cases it does nothing. */
function DisableDialog({ user, isPending, onClose, onConfirm }: DisableDialogProps) {
  const cases = useOpenCasesOf(user.id);
  const actions = (
    <>
      <Button onPress={onClose}>{words.cancel}</Button>
      <Button variant="primary" isPending={isPending} onPress={onConfirm}>
        {words.disable}
      </Button>
    </>
  );
  return (
    <Dialog isOpen onClose={onClose} title={words.disableTitle(user.name)} actions={actions}>
      <p className="user-dialog-words">{words.disableHelp}</p>
      {cases.data && cases.data.count > 0 && (
        <p className="user-dialog-words">{words.disableCases(cases.data.count, cases.data.more)}</p>
      )}
    </Dialog>
  );
}
