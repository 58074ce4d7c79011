import { searchApi } from '@bureau/contracts';
import { keyOf, useClient } from '@bureau/client';
import { useInfiniteQuery } from '@tanstack/react-query';

/** What a search finds, page by page; hints, count and similar names are those of the first page. */
export function useSearch(q: string) {
  const client = useClient();
  const pages = useInfiniteQuery({
    queryKey: [...keyOf(searchApi.cases, { query: { q } }), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      client.call(searchApi.cases, { query: { q, ...(pageParam !== '' && { cursor: pageParam }) } }, { signal }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    enabled: q !== '',
  });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return { ...pages, items, first: pages.data?.pages[0] };
}
