export { DESK_ROUTES } from './desk-routes.ts';
export * from './desk-api.module.ts';
export type { DeskRoute } from './resource/desk-route.ts';
