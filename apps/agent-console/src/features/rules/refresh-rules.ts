import { rulesApi } from '@bureau/contracts';
import { keyOf } from '@bureau/client';
import type { QueryClient } from '@tanstack/react-query';

/** Whatever shows rules or their versions is read again. */
export function refreshRules(queries: QueryClient): Promise<unknown> {
  const routes = [rulesApi.list, rulesApi.get, rulesApi.versions];
  return Promise.all(routes.map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })));
}
