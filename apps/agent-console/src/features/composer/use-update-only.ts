import { casesApi } from '@bureau/contracts';
import type { Case } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { refreshLists } from '../../plain/refresh-lists.ts';
import { composerWords as words } from './composer.words.ts';
import type { ReplyStatus } from './composer.words.ts';

/** Gives a case a status without a message: on the screen at once, with a way back. */
export function useUpdateOnly({ id, status: before }: Case): (status: ReplyStatus) => void {
  const queries = useQueryClient();
  const toasts = useToasts();
  const params = { caseId: id };
  const known = keyOf(casesApi.get, { params });
  const update = useCommand(casesApi.update);

  const set = (status: Case['status'], onDone?: () => void) => {
    const shown = queries.getQueryData<Case>(known);
    queries.setQueryData<Case>(known, (now) => now && { ...now, status });
    update.mutate(
      { params, body: { status } },
      {
        onSuccess: () => onDone?.(),
        onError: (error) => {
          queries.setQueryData(known, shown);
          const action = { label: words.failed.retry, run: () => set(status, onDone) };
          toasts.show({ tone: 'danger', text: words.notUpdated, detail: problemText(error), action });
        },
        onSettled: () => {
          void queries.invalidateQueries({ queryKey: keyOf(casesApi.feed, { params }) });
          void queries.invalidateQueries({ queryKey: known });
          void refreshLists(queries);
        },
      },
    );
  };
  return (status) => {
    const back = before === 'new' ? 'open' : before;
    set(status, () => toasts.show({ text: words.updated[status], onUndo: () => set(back) }));
  };
}
