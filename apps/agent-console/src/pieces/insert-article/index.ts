export { useInsertArticle } from './use-insert-article.ts';
export type { InsertedAs } from './use-insert-article.ts';
