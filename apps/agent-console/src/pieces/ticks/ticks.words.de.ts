import type { ticksWords } from './ticks.words.ts';

export const ticksGerman: typeof ticksWords = {
  section: 'Mehrere Fälle',
  toggle: 'Fall auswählen oder abwählen',
  down: 'Nach unten auswählen',
  up: 'Nach oben auswählen',
  none: 'Auswahl aufheben',
};
