export { KnowledgePage } from './knowledge-page.tsx';
