import type { Route, RouteInput } from '@bureau/contracts';
import type { QueryKey } from '@tanstack/react-query';
import type { LooseInput } from './route-url.ts';

/**
 * The name of an answer in the cache. Without input it matches every answer of the route, with some of the input
 * (only `params`, say) every answer that agrees with it: both serve to invalidate.
 */
export function keyOf<R extends Route>(route: R, input?: Partial<RouteInput<R>>): QueryKey {
  return looseKeyOf(route, input);
}

export function looseKeyOf(route: Route, input?: LooseInput): QueryKey {
  const name = `${route.method} ${route.path}`;
  return input === undefined ? [name] : [name, input];
}
