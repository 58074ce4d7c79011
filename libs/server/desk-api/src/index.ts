export { DESK_ROUTES } from './desk-routes.ts';
export * from './desk-api.module.ts';
export { withoutSubdomain } from './v1/without-subdomain.ts';
export { V1_ROUTES, type V1Route } from './v1/v1-routes.ts';
export type { DeskRoute } from './resource/desk-route.ts';
