import type { whyMenuWords } from './why-menu.words.ts';

export const whyMenuGerman: typeof whyMenuWords = {
  menu: 'Warum? (Regeln)',
  section: 'Fall',
  description: 'Fragen, warum Regeln etwas getan haben oder nicht',
};
