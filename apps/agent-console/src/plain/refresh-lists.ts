import { casesApi, filtersApi } from '@bureau/contracts';
import { keyOf } from '@bureau/client';
import type { QueryClient } from '@tanstack/react-query';

/** Everything that lists or counts cases is read again. */
export function refreshLists(queries: QueryClient): Promise<unknown> {
  const routes = [filtersApi.cases, filtersApi.counts, casesApi.list];
  return Promise.all(routes.map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })));
}
