import { rolesApi } from '@bureau/contracts';
import type { Role } from '@bureau/contracts';
import { keyOf, useClient, useCommand } from '@bureau/client';
import { Button, ConfirmDialog, Dialog, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLinks, WhatLinksHere } from '../../pieces/what-links-here/index.ts';
import { refusalOf } from './refusal-words.ts';
import { rolesWords as words } from './roles.words.ts';

/** Deletes a role that nobody has; otherwise says who has it. It can be taken back: the role is made again. */
export function DeleteRole({ role, onDeleted }: { role: Role; onDeleted: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const links = useLinks('role', role.id, isOpen);
  const undo = useUndo(role);
  const queries = useQueryClient();
  const toasts = useToasts();
  const remove = useCommand(rolesApi.remove, {
    onSuccess: () => {
      toasts.show({ text: words.deleted(role.name), onUndo: undo });
      void queries.invalidateQueries({ queryKey: keyOf(rolesApi.list) });
      onDeleted();
    },
    onError: (error) => void toasts.show({ text: refusalOf(error), tone: 'danger' }),
  });
  const close = () => setOpen(false);
  return (
    <>
      <Button icon="trash" onPress={() => setOpen(true)}>
        {words.delete}
      </Button>
      {role.userCount > 0 ? (
        <Dialog isOpen={isOpen} onClose={close} title={words.inUse(role.name)}>
          <p>{words.inUseHelp}</p>
          <WhatLinksHere links={links} />
        </Dialog>
      ) : (
        <ConfirmDialog
          isOpen={isOpen}
          onClose={close}
          onConfirm={() => remove.mutate({ params: { roleId: role.id } })}
          title={words.deleteTitle(role.name)}
          losses={[]}
          confirmLabel={words.delete}
          isPending={remove.isPending}
        >
          <p>{words.deleteHelp}</p>
        </ConfirmDialog>
      )}
    </>
  );
}

function useUndo({ name, description, permissions, caseScope, ownBrandsOnly, twoFactorRequired }: Role) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const body = { name, description, permissions, caseScope, ownBrandsOnly, twoFactorRequired };
  return () =>
    void client.call(rolesApi.create, { body }).then(
      () => queries.invalidateQueries({ queryKey: keyOf(rolesApi.list) }),
      (error: unknown) => void toasts.show({ text: refusalOf(error), tone: 'danger' }),
    );
}
