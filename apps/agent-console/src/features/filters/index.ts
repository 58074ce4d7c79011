export { addressOf, filterAt } from '../../plain/filter-address.ts';
export { filterIcon } from './filter-icon.ts';
export { FilterLinks } from './filter-links.tsx';
export { filtersWords } from './filters.words.ts';
export { useFilterCounts, useFilters } from './use-filters.ts';
