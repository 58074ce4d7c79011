export { DESK_ROUTES } from './desk-routes.ts';
export * from './desk-api.module.ts';
export { SourceQueries } from './resource/source.queries.ts';
export type { DeskRoute } from './resource/desk-route.ts';
