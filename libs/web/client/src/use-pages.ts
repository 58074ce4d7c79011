import type { Page, Route, RouteInput, RouteResponse } from '@bureau/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useClient } from './client-context.tsx';
import { looseKeyOf } from './key-of.ts';
import type { LooseInput } from './route-url.ts';
import type { RouteOptions } from './use-route.ts';

/** What the pages of a route list. */
export type ItemOf<R extends Route> = RouteResponse<R> extends Page<infer T> ? T : never;

/**
 * A list that grows page by page (keyset paging). `items` are those of every page read so far; invalidating the key
 * reads the same number of pages again, so that the screen equals a fresh load.
 */
export function usePages<R extends Route>(route: R, input: RouteInput<R>, { enabled = true }: RouteOptions = {}) {
  const client = useClient();
  const loose: LooseInput = input;
  const pages = useInfiniteQuery({
    queryKey: [...looseKeyOf(route, loose), 'pages'],
    queryFn: ({ pageParam, signal }) =>
      client.send<Page<ItemOf<R>>>(route, { ...loose, query: withCursor(loose.query, pageParam) }, { signal }),
    initialPageParam: firstPage(),
    getNextPageParam: (page) => page.next,
    enabled,
  });
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
