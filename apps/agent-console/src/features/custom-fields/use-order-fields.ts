import { customFieldsApi } from '@bureau/contracts';
import type { CustomField, CustomFieldOwner } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { problemText } from '../../plain/problem-words.ts';
import { customFieldsWords as words } from './custom-fields.words.ts';

/** Puts a field at a place counted from 0 among those of its owner: at once, and back again when the desk refuses. */
export function useOrderFields(owner: CustomFieldOwner) {
  const queries = useQueryClient();
  const toasts = useToasts();
  const key = keyOf(customFieldsApi.list, {});
  const order = useCommand(customFieldsApi.order);
  const show = (ordered: readonly CustomField[]) =>
    queries.setQueryData<{ items: readonly CustomField[] }>(key, (known) =>
      known ? { items: [...known.items.filter((field) => field.owner !== owner), ...ordered] } : known,
    );
  const run = (before: readonly CustomField[], after: readonly CustomField[], said: string) => {
    show(after);
    order.mutate(
      { body: { owner, ids: after.map(({ id }) => id) } },
      {
        onSuccess: () => {
          void queries.invalidateQueries({ queryKey: keyOf(customFieldsApi.list) });
          toasts.show({ text: said, onUndo: () => run(after, before, said) });
        },
        onError: (error) => {
          show(before);
          const action = { label: words.again, run: () => run(before, after, said) };
          toasts.show({ text: words.notMoved, detail: problemText(error), tone: 'danger', action });
        },
      },
    );
  };
  return (rows: readonly CustomField[], field: CustomField, place: number) => {
    const others = rows.filter(({ id }) => id !== field.id);
    run(rows, [...others.slice(0, place), field, ...others.slice(place)], words.moved(field.label));
  };
}
