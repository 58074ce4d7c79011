import { words } from '../../language/words.ts';

/** What is said when an article goes into an answer. */
export const insertArticleWords = words('insert-article', {
  noLink: 'The customer cannot read it on a page.',
  inserted: (subject: string) => `${subject} is in the answer.`,
  failed: 'The article was not inserted.',
});
