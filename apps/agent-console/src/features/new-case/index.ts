export { NewCasePage } from './new-case-page.tsx';
