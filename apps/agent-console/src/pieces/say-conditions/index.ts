export { useSayConditions } from './use-say-conditions.ts';
