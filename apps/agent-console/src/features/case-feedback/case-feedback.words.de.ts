import type { caseFeedbackWords } from './case-feedback.words.ts';

export const caseFeedbackGerman: typeof caseFeedbackWords = {
  title: 'Bewertung',
  erase: 'Text löschen',
  eraseTitle: 'Löschen, was der Kunde geschrieben hat?',
  eraseLoss: 'Der Text ist dann endgültig weg, hier und in der Suche. Die Bewertung bleibt.',
  erased: 'Der Text wurde gelöscht.',
  notErased: 'Es wurde nichts gelöscht.',
};
