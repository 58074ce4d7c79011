export { deedsOf, sentenceOf, sentenceWith, withMacros } from './event-sentence.ts';
export type { EventNames, ToldEvent } from './event-sentence.ts';
export { useEventNames } from './use-event-names.ts';
