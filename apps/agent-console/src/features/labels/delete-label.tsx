import { labelsApi } from '@bureau/contracts';
import type { Label } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { Button, ConfirmDialog, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { useLinks, WhatLinksHere } from '../../pieces/what-links-here/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { labelsWords as words } from './labels.words.ts';

/** Deletes a label, once it is clear on what it is. */
export function DeleteLabel({ label, go }: { label: Label; go: AdminPageProps['go'] }) {
  const [isAsking, setAsking] = useState(false);
  const links = useLinks('label', label.id, isAsking);
  const queries = useQueryClient();
  const toasts = useToasts();
  const remove = useCommand(labelsApi.delete);
  const countOf = (noun: string) => links.data?.items.find((link) => link.noun === noun)?.count ?? 0;
  const losses = [
    words.losses.label,
    ...(countOf('case') > 0 ? [words.losses.cases(countOf('case'))] : []),
    ...(countOf('filter') > 0 ? [words.losses.filters(countOf('filter'))] : []),
  ];
  const run = () =>
    remove.mutate(
      { params: { labelId: label.id } },
      {
        onSuccess: () => {
          toasts.show({ text: words.deleted(label.name) });
          setAsking(false);
          go({});
          void queries.invalidateQueries({ queryKey: keyOf(labelsApi.list) });
        },
        onError: (error) => {
          setAsking(false);
          toasts.show({ text: words.notDeleted, detail: problemText(error), tone: 'danger' });
        },
      },
    );
  return (
    <>
      <Button icon="trash" onPress={() => setAsking(true)}>
        {words.delete}
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        onConfirm={run}
        isPending={remove.isPending || links.isPending}
        title={words.deleteTitle(label.name)}
        losses={losses}
        confirmLabel={words.delete}
      >
        <WhatLinksHere links={links} />
      </ConfirmDialog>
    </>
  );
}
