export { deedsOf, sentenceOf, sentenceWith } from './event-sentence.ts';
export type { EventNames, ToldEvent } from './event-sentence.ts';
export { useEventNames } from './use-event-names.ts';
