export { FoundCases } from './found-cases.tsx';
export { SearchBox } from './search-box.tsx';
export { searchWords } from './search.words.ts';
