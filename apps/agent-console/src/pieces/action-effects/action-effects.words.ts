import { words } from '../../language/words.ts';

/** What actions did to a case, or would do. */
export const effectsWords = words('action-effects', {
  did: { done: 'Done', nothing: 'Nothing to do', refused: 'Not possible' },
  would: { done: 'Would be done', nothing: 'Nothing to do', refused: 'Would not be possible' },
  kinds: { reply: 'Reply', note: 'Note', email: 'Mail' },
  to: (people: string) => `to ${people}`,
  missing: (names: string) => `Without a value: ${names}`,
  none: 'It would do nothing.',
});
