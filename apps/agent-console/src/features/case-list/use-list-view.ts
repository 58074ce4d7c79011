import { CASE_COLUMNS, FILTER_GROUPINGS, FILTER_SORTS, filtersApi } from '@bureau/contracts';
import type { Filter } from '@bureau/contracts';
import { isListOf, isOneOf, isRecordOf, keyOf, orNull, readJson, useCommand } from '@bureau/client';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';

/** How somebody looks at a filter: in which order, under which headings, with which columns. */
export type OwnView = Pick<Filter, 'sort' | 'groupBy' | 'columns'>;

const isView = isRecordOf<OwnView>({
  sort: isRecordOf<OwnView['sort']>({ field: isOneOf(FILTER_SORTS), direction: isOneOf(['asc', 'desc']) }),
  groupBy: orNull(isOneOf(FILTER_GROUPINGS)),
  columns: isListOf(isOneOf(CASE_COLUMNS)),
});

/** The view of a filter: as it was saved, or as this reader chose in this browser. */
export function useListView(filter: Filter) {
  const name = `bureau.console.view.${filter.id}`;
  const queries = useQueryClient();
  const [own, setOwn] = useState(() => recall(name));
  const saved = useMemo<OwnView>(
    () => ({ sort: filter.sort, groupBy: filter.groupBy, columns: filter.columns }),
    [filter.sort, filter.groupBy, filter.columns],
  );
  const choose = (view: OwnView | null) => {
    const isSaved = view === null || JSON.stringify(view) === JSON.stringify(saved);
    setOwn(isSaved ? null : view);
    if (isSaved) window.localStorage.removeItem(name);
    else window.localStorage.setItem(name, JSON.stringify(view));
  };
  const update = useCommand(filtersApi.update, {
    onSuccess: (changed) => {
      queries.setQueryData<{ items: Filter[] }>(
        keyOf(filtersApi.list, {}),
        (known) => known && { items: known.items.map((one) => (one.id === changed.id ? changed : one)) },
      );
      choose(null);
    },
  });
  const view = own ?? saved;
  return {
    view,
    isOwn: own !== null,
    change: (changes: Partial<OwnView>) => choose({ ...view, ...changes }),
    reset: () => choose(null),
    /** Keeps the view with the filter, for everybody who works with it. */
    save: () => update.mutateAsync({ params: { filterId: filter.id }, body: view }),
  };
}

function recall(name: string): OwnView | null {
  return readJson(window.localStorage.getItem(name), isView);
}
