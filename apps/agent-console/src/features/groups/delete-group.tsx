import { groupsApi, usersApi } from '@bureau/contracts';
import type { Group } from '@bureau/contracts';
import { keyOf, useCommand, useRoute } from '@bureau/client';
import { Banner, Button, ConfirmDialog, Select, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLinks, WhatLinksHere } from '../../pieces/what-links-here/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { groupsWords as words } from './groups.words.ts';

/** Shows what belongs to a group, asks who takes it over, and deletes it. */
export function DeleteGroup({ group, onDeleted }: { group: Group; onDeleted: () => void }) {
  const [isOpen, setOpen] = useState(false);
  const [successor, setSuccessor] = useState<string | null>(null);
  const [isAsked, setAsked] = useState(false);
  const links = useLinks('group', group.id, isOpen);
  const groups = useRoute(usersApi.groups, {});
  const queries = useQueryClient();
  const toasts = useToasts();
  const others = (groups.data?.items ?? []).filter(
    ({ id, successorId }) => id !== group.id && successorId === undefined,
  );
  const heir = others.find(({ id }) => String(id) === successor);
  const hasBelongings = links.data?.items.some(({ noun }) => noun !== 'user') ?? true;
  const remove = useCommand(groupsApi.remove, {
    onSuccess: () => {
      toasts.show({ text: heir ? words.handing(group.name, heir.name) : words.deleted(group.name), tone: 'positive' });
      void queries.invalidateQueries({ queryKey: keyOf(usersApi.groups) });
      onDeleted();
    },
  });
  const close = () => {
    setOpen(false);
    setAsked(false);
    remove.reset();
  };
  const confirm = () => {
    if (hasBelongings && !heir) return setAsked(true);
    return remove.mutate({ params: { groupId: group.id }, query: { successorId: heir?.id } });
  };
  return (
    <>
      <Button icon="trash" onPress={() => setOpen(true)}>
        {words.delete}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={close}
        onConfirm={confirm}
        title={words.deleteTitle(group.name)}
        losses={[words.loss]}
        confirmLabel={hasBelongings ? words.deleteAndHand : words.delete}
        isPending={remove.isPending || links.isPending}
      >
        {remove.error && <Banner tone="danger">{problemText(remove.error)}</Banner>}
        <WhatLinksHere links={links} nothing={words.nothing} />
        {hasBelongings && (
          <Select
            label={words.successor}
            help={words.successorHelp}
            choices={others.map(({ id, name }) => ({ id: String(id), label: name }))}
            value={successor}
            onChange={setSuccessor}
            error={isAsked && !heir ? words.chooseSuccessor : undefined}
          />
        )}
      </ConfirmDialog>
    </>
  );
}
