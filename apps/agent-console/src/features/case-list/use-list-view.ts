import { filtersApi } from '@bureau/contracts';
import type { Filter } from '@bureau/contracts';
import { keyOf, useCommand } from '@bureau/client';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { keepOwnView, recallOwnView } from '../../plain/own-view.ts';
import type { OwnView } from '../../plain/own-view.ts';

export type { OwnView };

/** The view of a filter: as it was saved, or as this reader chose in this browser. */
export function useListView(filter: Filter) {
  const queries = useQueryClient();
  const [own, setOwn] = useState(() => recallOwnView(filter.id));
  const saved = useMemo<OwnView>(
    () => ({ sort: filter.sort, groupBy: filter.groupBy, columns: filter.columns }),
    [filter.sort, filter.groupBy, filter.columns],
  );
  const choose = (view: OwnView | null) => {
    const isSaved = view === null || JSON.stringify(view) === JSON.stringify(saved);
    const chosen = isSaved ? null : view;
    setOwn(chosen);
    keepOwnView(filter.id, chosen);
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
