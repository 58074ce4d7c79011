import { labelsApi } from '@bureau/contracts';
import type { Label } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { labelsWords as words } from './labels.words.ts';

/** Puts a label at a place counted from 0: at once, and back again, with the reason, when the desk refuses. */
export function useOrderLabels(): (all: readonly Label[], label: Label, place: number) => void {
  const queries = useQueryClient();
  const toasts = useToasts();
  const key = keyOf(labelsApi.list, {});
  const order = useCommand(labelsApi.order);
  const run = (before: readonly Label[], after: readonly Label[], said: string) => {
    queries.setQueryData(key, { items: after });
    order.mutate(
      { body: { ids: after.map(({ id }) => id) } },
      {
        onSuccess: (answer) => {
          queries.setQueryData(key, answer);
          toasts.show({ text: said, onUndo: () => run(after, before, said) });
        },
        onError: (error) => {
          queries.setQueryData(key, { items: before });
          const action = { label: words.again, run: () => run(before, after, said) };
          toasts.show({ text: words.notMoved, detail: problemText(error), tone: 'danger', action });
        },
      },
    );
  };
  return (all, label, place) => {
    const others = all.filter(({ id }) => id !== label.id);
    run(all, [...others.slice(0, place), label, ...others.slice(place)], words.moved(label.name));
  };
}
