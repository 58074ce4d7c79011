import { casesApi } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { useMemo } from 'react';
import { feedOf } from '../../pieces/prefetch-case.ts';

/**
 * What was said and done about a case, oldest first, from its end as far back as was asked for (`fetchNextPage` brings
 * earlier things). `isComplete`: everything up to now is there, however much of the past is not.
 */
export function useFeed(caseId: number) {
  const feed = usePages(casesApi.feed, feedOf(caseId));
  const items = useMemo(() => feed.items.toSorted((one, other) => one.sequence - other.sequence), [feed.items]);
  return { ...feed, items, isComplete: feed.isSuccess };
}

export type Feed = ReturnType<typeof useFeed>;
