import type { Route, RouteInput, RouteResponse } from '@bureau/contracts';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { Versioned } from './create-client.ts';
import { keyOf } from './key-of.ts';
import type { RouteOptions } from './use-route.ts';

/** As `useRoute`, with the version of what was read; invalidated by the same keys. */
export function useVersioned<R extends Route>(
  route: R,
  input: RouteInput<R>,
  { enabled = true }: Pick<RouteOptions, 'enabled'> = {},
): UseQueryResult<Versioned<RouteResponse<R>>> {
  const client = useClient();
  return useQuery<Versioned<RouteResponse<R>>>({
    queryKey: [...keyOf(route, input), 'versioned'],
    queryFn: ({ signal }) => client.versioned(route, input, { signal }),
    enabled,
  });
}
