import { notificationsApi } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { notificationsWords as words } from './notifications.words.ts';

/** Marks notifications as read; lists and counts follow. Failures are said aloud, except where `isQuiet`. */
export function useRead({ isQuiet = false }: { isQuiet?: boolean } = {}) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const outcome = {
    onError: (error: Error) => {
      if (!isQuiet) toasts.show({ text: words.notRead, detail: problemText(error), tone: 'danger' });
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: keyOf(notificationsApi.list) }),
        queries.invalidateQueries({ queryKey: keyOf(notificationsApi.count) }),
      ]),
  };
  const one = useCommand(notificationsApi.read, outcome);
  const all = useCommand(notificationsApi.readAll, outcome);
  return {
    one: (notificationId: number) => one.mutate({ params: { notificationId } }),
    all: () => all.mutate({ body: {} }, { onSuccess: () => toasts.show({ text: words.allRead }) }),
    ofCase: (caseId: number) => all.mutate({ body: { caseId } }),
    isReadingAll: all.isPending,
  };
}
