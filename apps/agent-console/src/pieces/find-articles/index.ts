export { useFoundArticles } from './use-found-articles.ts';
