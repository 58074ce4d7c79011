import type { FilterSettings, StoredFilter } from './filter.repository.ts';

/** What can be set of a filter, without what the desk adds. */
export function settingsOf(filter: StoredFilter): FilterSettings {
  const { name, folder, conditions, columns, groupBy, sort, visibility, enabled, routes } = filter;
  return { name, folder, conditions, columns, groupBy, sort, visibility, enabled, routes };
}
