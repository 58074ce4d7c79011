export { addressOf, filterAt } from './filter-address.ts';
export { FilterLinks } from './filter-links.tsx';
export { filtersWords } from './filters.words.ts';
export { useFilterCounts, useFilters } from './use-filters.ts';
