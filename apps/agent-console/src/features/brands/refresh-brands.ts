import { brandsApi } from '@bureau/contracts';
import { keyOf } from '@bureau/client';
import type { useQueryClient } from '@tanstack/react-query';

/** Reads the brands again wherever they are shown. */
export function refreshBrands(queries: ReturnType<typeof useQueryClient>): Promise<unknown> {
  return Promise.all(
    [brandsApi.list, brandsApi.read].map((route) => queries.invalidateQueries({ queryKey: keyOf(route) })),
  );
}
