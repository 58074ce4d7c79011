import type { CaseSummary, FilterGrouping } from '@bureau/contracts';

/** Under which heading a case stands: the `key` that `filtersApi.groups` gives it. */
export function groupKeyOf(row: CaseSummary, groupBy: FilterGrouping): string {
  switch (groupBy) {
    case 'status':
    case 'channel':
      return row[groupBy];
    case 'priority':
      return String(row.priority);
    default:
      return String(row[groupBy]?.id ?? 'none');
  }
}
