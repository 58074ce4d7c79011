export { useSayConditions, useSayTrace } from './use-say-conditions.ts';
