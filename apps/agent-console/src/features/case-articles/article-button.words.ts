import { words } from '../../language/words.ts';

export const articleButtonWords = words('article-button', {
  section: 'Case',
  insert: 'Insert an article',
  keywords: 'article knowledge base quickcode answer help book',
});
