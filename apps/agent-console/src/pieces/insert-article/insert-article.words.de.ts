import type { insertArticleWords } from './insert-article.words.ts';

export const insertArticleGerman: typeof insertArticleWords = {
  noLink: 'Der Kunde kann ihn auf keiner Seite lesen.',
  inserted: (subject) => `${subject} steht in der Antwort.`,
  failed: 'Der Artikel wurde nicht eingefügt.',
};
