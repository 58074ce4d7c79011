import { filtersApi } from '@bureau/contracts';
import type { Filter } from '@bureau/contracts';
import { useClient } from '@bureau/client';
import { useToasts } from '@bureau/ui';
import { useQueryClient } from '@tanstack/react-query';
import { newKey } from '../../plain/new-key.ts';
import { problemText } from '../../plain/problem-words.ts';
import { filterEditorWords as words } from './filter-editor.words.ts';
import { valuesOf } from './filter-values.ts';
import { refreshFilters } from './use-filter-form.ts';

/** Deletes a filter; undo makes it anew as it was. Its cases stay in any case. */
export function useDeleteFilter(onDeleted: () => void) {
  const client = useClient();
  const queries = useQueryClient();
  const toasts = useToasts();
  const fail = (text: string, error: unknown) => toasts.show({ tone: 'danger', text, detail: problemText(error) });

  const bringBack = async (filter: Filter) => {
    try {
      await client.call(
        filtersApi.create,
        { body: { ...valuesOf(filter), conditions: filter.conditions } },
        { idempotencyKey: newKey() },
      );
      await refreshFilters(queries);
    } catch (error) {
      fail(words.notBack, error);
    }
  };
  return async (filter: Filter) => {
    try {
      await client.call(filtersApi.delete, { params: { filterId: filter.id } });
      onDeleted();
      await refreshFilters(queries);
      toasts.show({ text: words.deleted(filter.name), onUndo: () => void bringBack(filter) });
    } catch (error) {
      fail(words.notDeleted, error);
    }
  };
}
