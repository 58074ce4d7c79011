export { FilterDialog } from './filter-dialog.tsx';
export type { FilterWish } from './filter-dialog.tsx';
export { FiltersPage } from './filters-page.tsx';
