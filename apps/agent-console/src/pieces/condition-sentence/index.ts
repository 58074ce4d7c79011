export { useConditionSentence } from './use-condition-sentence.ts';
export type { SayConditions } from './use-condition-sentence.ts';
