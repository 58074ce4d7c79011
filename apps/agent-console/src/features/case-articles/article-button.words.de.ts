import type { articleButtonWords } from './article-button.words.ts';

export const articleButtonGerman: typeof articleButtonWords = {
  section: 'Fall',
  insert: 'Artikel einfügen',
  keywords: 'Artikel Wissensdatenbank Kürzel Antwort Hilfe Buch',
};
