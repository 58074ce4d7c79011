export { useSayAction } from './use-say-action.ts';
export type { SayAction } from './use-say-action.ts';
