import { filtersApi } from '@bureau/contracts';
import type { Filter, FilterCount } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { useEffect, useMemo } from 'react';
import { useConditionSentence } from '../../pieces/condition-sentence/index.ts';
import type { SayConditions } from '../../pieces/condition-sentence/index.ts';
import { seededName } from '../../plain/seeded-names.ts';

/** My filters, in their order. */
export function useFilters() {
  const filters = useRoute(filtersApi.list, {});
  const { data } = filters;
  const say = useConditionSentence();
  const items = useMemo(
    () => (data?.items ?? []).filter(({ enabled }) => enabled).map((filter) => inWords(filter, say)),
    [data, say],
  );
  return { ...filters, items };
}

/** Those that every desk has are called, and all are described, in the reader's language. */
function inWords(filter: Filter, say: SayConditions): Filter {
  const name = filter.key === null ? filter.name : seededName('filters', filter.name, filter.key);
  const description = say(filter.conditions, filter.description);
  return { ...filter, name, folder: seededName('folders', filter.folder), description };
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
