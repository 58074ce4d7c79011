import { route, type Route } from './router.ts';

/** All others are open before the page is, so readiness is being able to answer. */
export function healthRoutes(): Route[] {
  const parts = { web: 'up', smtp: 'up', x: 'up', facebook: 'up' };
  return [
    route('GET', '/health/live', () => ({ json: { status: 'up' } })),
    route('GET', '/health/ready', () => ({ json: { status: 'up', parts } })),
  ];
}
