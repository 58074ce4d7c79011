import type { Route, RouteInput, RouteResponse } from '@bureau/contracts';
import { useQuery } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import { keyOf } from './key-of.ts';

export interface RouteOptions {
  /** False: do not ask yet. */
  enabled?: boolean;
  /** Keep showing the last answer while another input is asked for. */
  keepPrevious?: boolean;
  /** Milliseconds between two reads while the screen is open. */
  refetchInterval?: number;
}

/** The answer of a route, cached under `keyOf(route, input)` and read again when that key is invalidated. */
export function useRoute<R extends Route>(
  route: R,
  input: RouteInput<R>,
  { enabled = true, keepPrevious = false, refetchInterval }: RouteOptions = {},
): UseQueryResult<RouteResponse<R>> {
  const client = useClient();
  return useQuery<RouteResponse<R>>({
    queryKey: keyOf(route, input),
    queryFn: ({ signal }) => client.call(route, input, { signal }),
    enabled,
    refetchInterval,
    ...(keepPrevious && { placeholderData: (previous) => previous }),
  });
}
