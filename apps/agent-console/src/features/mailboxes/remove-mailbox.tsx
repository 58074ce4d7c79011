import { mailboxesApi } from '@bureau/contracts';
import type { Mailbox } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Banner, ConfirmDialog, Select, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLinks, WhatLinksHere } from '../../pieces/what-links-here/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { mailboxWords as words } from './mailboxes.words.ts';

export interface RemoveMailboxProps {
  mailbox: Mailbox;
  onClose: () => void;
  onRemoved: () => void;
}

/** Names what hangs on a mailbox, asks what answers for its cases from now on, and deletes it. */
export function RemoveMailbox({ mailbox, onClose, onRemoved }: RemoveMailboxProps) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const links = useLinks('mailbox', mailbox.id);
  const mailboxes = useRoute(mailboxesApi.list, {});
  const heirs = (mailboxes.data?.items ?? []).filter(
    ({ id, brand }) => id !== mailbox.id && brand.id === mailbox.brand.id,
  );
  const [chosen, choose] = useState<string | null>(null);
  const heir = chosen ?? String((heirs.find(({ isDefault }) => isDefault) ?? heirs[0])?.id ?? '');
  const remove = useCommand(mailboxesApi.remove, {
    onSuccess: () => {
      toasts.show({ text: words.remove.removed(mailbox.address) });
      onRemoved();
      void queries.invalidateQueries({ queryKey: keyOf(mailboxesApi.list) });
    },
  });
  const confirm = () =>
    remove.mutate({
      params: { mailboxId: mailbox.id },
      query: heir === '' ? {} : { casesTo: Number(heir) },
    });
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      onConfirm={confirm}
      title={words.remove.question(mailbox.address)}
      losses={words.remove.losses}
      confirmLabel={words.remove.confirm}
      isPending={remove.isPending}
    >
      <div className="mailbox-remove">
        <WhatLinksHere links={links} nothing={words.remove.nothing} />
        <p>{words.remove.stays}</p>
        {heirs.length > 0 ? (
          <Select
            label={words.remove.heir}
            help={words.remove.heirHelp}
            choices={heirs.map(({ id, address, name }) => ({ id: String(id), label: address, detail: name }))}
            value={heir}
            onChange={choose}
          />
        ) : (
          <Banner tone="caution">{words.remove.noHeir(mailbox.brand.name)}</Banner>
        )}
        {remove.error && <Banner tone="danger">{problemText(remove.error)}</Banner>}
      </div>
    </ConfirmDialog>
  );
}
