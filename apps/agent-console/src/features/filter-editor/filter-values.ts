import type { ConditionGroup, CreateFilter, Filter, Session } from '@bureau/contracts';

/** What a form about a filter holds; the contract looks at its conditions when it is saved. */
export type FilterValues = Required<Omit<CreateFilter, 'conditions'>> & { conditions: ConditionGroup };

/** A filter as it is, to be changed. */
export function valuesOf(filter: Filter): FilterValues {
  const { name, folder, conditions, columns, groupBy, sort, visibility, enabled, routes } = filter;
  return { name, folder, conditions, columns, groupBy, sort, visibility, enabled, routes };
}

/** A filter to begin with: one's own, about nothing yet, or about what a list or a search shows. */
export function newValues({ user }: Session, begins: Partial<FilterValues> = {}): FilterValues {
  return {
    name: '',
    folder: '',
    conditions: { match: 'all', conditions: [] },
    columns: [],
    groupBy: null,
    sort: { field: 'activeAt', direction: 'desc' },
    enabled: true,
    ...begins,
    visibility: { for: 'user', userId: user.id },
    routes: false,
  };
}

/** Only those who manage filters may make some for others, or have them routed. */
export function mayShare({ permissions }: Session): boolean {
  return permissions.includes('filters:manage');
}
