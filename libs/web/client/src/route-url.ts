import { API_PREFIX } from '@bureau/contracts';
import type { Route } from '@bureau/contracts';

/** The parts of a request, whatever the route: what `RouteInput` becomes once the compiler has checked it. */
export interface LooseInput {
  params?: unknown;
  query?: unknown;
  body?: unknown;
}

/** The address of a route below `baseUrl`, parameters and query filled in; undefined values are left out. */
export function routeUrl(baseUrl: string, route: Route, input: LooseInput): string {
  const params = recordOf(input.params);
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(recordOf(input.query))) {
    if (value !== undefined && value !== null) query.set(name, String(value));
  }
  const search = query.size > 0 ? `?${query}` : '';
  return `${baseUrl}${API_PREFIX}${path}${search}`;
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
