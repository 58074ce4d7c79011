import type { Page, Route, RouteInput, RouteResponse } from '@bureau/contracts';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from './client-context.tsx';
import type { Client } from './create-client.ts';
import { looseKeyOf } from './key-of.ts';
import type { LooseInput } from './route-url.ts';
import type { RouteOptions } from './use-route.ts';

/** What the pages of a route list. */
export type ItemOf<R extends Route> = RouteResponse<R> extends Page<infer T> ? T : never;

/** The pages of a route as the cache knows them, for reading them before a screen asks (`prefetchInfiniteQuery`). */
export function pagesOf<R extends Route>(client: Client, route: R, input: RouteInput<R>) {
  const loose: LooseInput = input;
  return infiniteQueryOptions({
    queryKey: [...looseKeyOf(route, loose), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      client.send<Page<ItemOf<R>>>(route, { ...loose, query: withCursor(loose.query, pageParam) }, { signal }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.next,
  });
}

/**
 * A list that grows page by page (keyset paging). `items` are those of every page read so far; invalidating the key
 * reads the same number of pages again, so that the screen equals a fresh load.
 */
export function usePages<R extends Route>(
  route: R,
  input: RouteInput<R>,
  { enabled = true, refetchInterval }: RouteOptions = {},
) {
  const client = useClient();
  const pages = useInfiniteQuery({ ...pagesOf(client, route, input), enabled, refetchInterval });
  const items = useMemo(() => pages.data?.pages.flatMap((page) => page.items) ?? [], [pages.data]);
  return { ...pages, items };
}

function firstPage(): string | null {
  return null;
}

function withCursor(query: unknown, cursor: string | null): unknown {
  const fields = typeof query === 'object' ? query : {};
  return cursor === null ? fields : { ...fields, cursor };
}
