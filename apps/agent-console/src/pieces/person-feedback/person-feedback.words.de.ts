import type { personFeedbackWords } from './person-feedback.words.ts';

export const personFeedbackGerman: typeof personFeedbackWords = {
  failed: 'Die Bewertungen ließen sich nicht laden.',
  safe: 'Es ist nichts verloren.',
  none: 'Dieser Kunde hat noch keine Bewertung abgegeben.',
  content: (content, all) => `in ${content} von ${all} zufrieden`,
};
