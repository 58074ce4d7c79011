/* What no list of cases needs: a door of its own, so that none of it is fetched before the first screen. */

export * from './choice/combo-box.tsx';
export * from './field/chip-field.tsx';
export * from './layout/tabs.tsx';
export * from './overlay/lightbox.tsx';
export { DataTable, type Column, type DataTableProps } from './table/data-table.tsx';
