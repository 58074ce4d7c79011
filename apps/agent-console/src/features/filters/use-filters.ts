import { filtersApi } from '@bureau/contracts';
import type { FilterCount } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { useEffect } from 'react';

/** My filters, in their order. */
export function useFilters() {
  const filters = useRoute(filtersApi.list, {});
  return { ...filters, items: (filters.data?.items ?? []).filter(({ enabled }) => enabled) };
}

/** How many cases each of my filters holds; the desk says when to ask again for what it still counts. */
export function useFilterCounts(): (filterId: number) => FilterCount | undefined {
  const { data, refetch } = useRoute(filtersApi.counts, {});
  useEffect(() => {
    if (!data || data.askAgainMs === null) return;
    const timer = setTimeout(() => void refetch(), data.askAgainMs);
    return () => clearTimeout(timer);
  }, [data, refetch]);
  return (filterId) => data?.items.find((item) => item.filterId === filterId);
}
