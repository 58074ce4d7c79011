import { casesApi } from '@bureau/contracts';
import { keyOf, pagesOf } from '@bureau/client';
import type { Client } from '@bureau/client';
import type { QueryClient } from '@tanstack/react-query';

/** What is read of a case's feed at once: its end, fifty messages, notes and deeds long. */
export function feedOf(caseId: number) {
  return { params: { caseId }, query: { limit: 50, order: 'latest' } } as const;
}

/** Reads a case and the end of its feed before somebody opens it, so that it is painted from the cache. Never throws. */
export async function prefetchCase(queries: QueryClient, client: Client, caseId: number): Promise<void> {
  const params = { caseId };
  await Promise.all([
    queries.prefetchQuery({
      queryKey: keyOf(casesApi.get, { params }),
      queryFn: ({ signal }) => client.call(casesApi.get, { params }, { signal }),
    }),
    queries.prefetchInfiniteQuery(pagesOf(client, casesApi.feed, feedOf(caseId))),
  ]);
}
