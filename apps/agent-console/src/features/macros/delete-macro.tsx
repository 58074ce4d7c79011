import { macrosApi } from '@bureau/contracts';
import type { Macro } from '@bureau/contracts';
import { useCommand } from '@bureau/client';
import { Button, ConfirmDialog, useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AdminPageProps } from '../../pieces/admin-page/index.ts';
import { refreshMacros } from '../../pieces/macros/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { macroPagesWords as words } from './macro-pages.words.ts';

/** Deletes a macro, once it is clear who misses it. */
export function DeleteMacro({ macro, go }: { macro: Macro; go: AdminPageProps['go'] }) {
  const [isAsking, setAsking] = useState(false);
  const queries = useQueryClient();
  const toasts = useToasts();
  const remove = useCommand(macrosApi.delete);
  const losses = [
    macro.visibility.for === 'user' ? words.losses.own : words.losses.everyone,
    ...(macro.used > 0 ? [words.losses.used(macro.used)] : []),
  ];
  const run = () =>
    remove.mutate(
      { params: { macroId: macro.id } },
      {
        onSuccess: () => {
          toasts.show({ text: words.deleted(macro.name) });
          go({});
          void refreshMacros(queries);
        },
        onError: (error) => toasts.show({ text: words.notDeleted, detail: problemText(error), tone: 'danger' }),
        onSettled: () => setAsking(false),
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
        isPending={remove.isPending}
        title={words.deleteTitle(macro.name)}
        losses={losses}
        confirmLabel={words.delete}
      >
        {words.stays}
      </ConfirmDialog>
    </>
  );
}
