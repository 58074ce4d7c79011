export { ArticleButton } from './article-button.tsx';
