export { FoundCases } from './found-cases.tsx';
export { SearchBox } from './search-box.tsx';
export { useSearchAsFilter } from './use-search-as-filter.ts';
export { searchWords } from './search.words.ts';
