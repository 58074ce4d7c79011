import { casesApi } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { useEffect } from 'react';

const PAGE = 100;

/** Everything said and done about a case, read to its end; `isComplete` once the last page is there. */
export function useFeed(caseId: number) {
  const feed = usePages(casesApi.feed, { params: { caseId }, query: { limit: PAGE } });
  const { hasNextPage, isFetching, fetchNextPage, isError } = feed;
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage();
  }, [hasNextPage, isFetching, fetchNextPage, isError]);
  return { ...feed, isComplete: feed.isSuccess && !hasNextPage };
}

export type Feed = ReturnType<typeof useFeed>;
