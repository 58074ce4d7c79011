import { casesApi } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { useMemo } from 'react';

const PAGE = 50;

/**
 * What was said and done about a case, oldest first, from its end as far back as was asked for (`fetchNextPage` brings
 * earlier things). `isComplete`: everything up to now is there, however much of the past is not.
 */
export function useFeed(caseId: number) {
  const feed = usePages(casesApi.feed, { params: { caseId }, query: { limit: PAGE, order: 'latest' } });
  const items = useMemo(() => feed.items.toSorted((one, other) => one.sequence - other.sequence), [feed.items]);
  return { ...feed, items, isComplete: feed.isSuccess };
}

export type Feed = ReturnType<typeof useFeed>;
