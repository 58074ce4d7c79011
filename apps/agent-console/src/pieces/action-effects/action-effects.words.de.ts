import type { effectsWords } from './action-effects.words.ts';

export const effectsGerman: typeof effectsWords = {
  did: { done: 'Getan', nothing: 'Nichts zu tun', refused: 'Nicht möglich' },
  would: { done: 'Würde getan', nothing: 'Nichts zu tun', refused: 'Wäre nicht möglich' },
  kinds: { reply: 'Antwort', note: 'Notiz', email: 'E-Mail' },
  to: (people) => `an ${people}`,
  missing: (names) => `Ohne Wert: ${names}`,
  none: 'Es würde nichts tun.',
};
