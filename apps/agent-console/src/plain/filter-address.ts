import type { Filter } from '@bureau/contracts';

/** What addresses call a filter: its key if every desk has it, else its number. */
export function addressOf({ key, id }: Pick<Filter, 'key' | 'id'>): string {
  return key ?? String(id);
}

/** The filter that an address means. */
export function filterAt(filters: readonly Filter[], address: string): Filter | undefined {
  return filters.find((filter) => addressOf(filter) === address || String(filter.id) === address);
}

export interface FilterFolder {
  /** Empty: those at the top. */
  name: string;
  filters: readonly Filter[];
}

/** The filters in their folders, those without one first, the rest where their first filter stands. */
export function foldersOf(filters: readonly Filter[]): FilterFolder[] {
  const names = [...new Set(['', ...filters.map(({ folder }) => folder)])];
  return names
    .map((name) => ({ name, filters: filters.filter(({ folder }) => folder === name) }))
    .filter((folder) => folder.filters.length > 0);
}
