export { LanguageList } from './language-list.tsx';
