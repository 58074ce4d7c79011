import { route, type Route } from './router.ts';

/** Both are open before the first request can be answered, so readiness is being able to answer. */
export function healthRoutes(): Route[] {
  const parts = { web: 'up', smtp: 'up' };
  return [
    route('GET', '/health/live', () => ({ json: { status: 'up' } })),
    route('GET', '/health/ready', () => ({ json: { status: 'up', parts } })),
  ];
}
