import type { Route, RouteInput, RouteResponse } from '@bureau/contracts';
import { useMutation } from '@tanstack/react-query';
import type { UseMutationOptions, UseMutationResult } from '@tanstack/react-query';
import { useClient } from './client-context.tsx';
import type { CallOptions } from './create-client.ts';

export type Command<R extends Route> = RouteInput<R> & { options?: CallOptions };

/** A write through a route; never repeated by itself. Callers say what to invalidate or roll back. */
export function useCommand<R extends Route, Context = unknown>(
  route: R,
  options: Omit<UseMutationOptions<RouteResponse<R>, Error, Command<R>, Context>, 'mutationFn'> = {},
): UseMutationResult<RouteResponse<R>, Error, Command<R>, Context> {
  const client = useClient();
  return useMutation({
    ...options,
    mutationFn: (command: Command<R>) => client.call(route, command, command.options),
  });
}
