import { casesApi, intakeApi } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { refreshLists } from '../../plain/refresh-lists.ts';
import { problemText } from '../../plain/problem-words.ts';
import { intakeWords as words } from './intake.words.ts';

/** What a person can decide about an inbound item; each says what it did. */
export function useIntakeActions() {
  const queries = useQueryClient();
  const toasts = useToasts();
  const settled = (said: string) => ({
    onSuccess: () => void toasts.show({ text: said, tone: 'positive' }),
    onError: (error: Error) =>
      void toasts.show({ tone: 'danger', text: words.actionFailed, detail: problemText(error) }),
    onSettled: () =>
      Promise.all([
        refreshLists(queries),
        ...[intakeApi.list, intakeApi.get, intakeApi.balance, casesApi.get, casesApi.feed].map((route) =>
          queries.invalidateQueries({ queryKey: keyOf(route) }),
        ),
      ]),
  });
  const run = useCommand(intakeApi.run, settled(words.ran));
  const accept = useCommand(intakeApi.accept, settled(words.accepted));
  const dismiss = useCommand(intakeApi.dismiss, settled(words.dismissed));
  return { run, accept, dismiss, isBusy: run.isPending || accept.isPending || dismiss.isPending };
}
