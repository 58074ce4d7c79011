import { CASES } from '../cases/case.source.ts';
import { list, show, type DeskRoute } from '../resource/desk-route.ts';
import { changedOfFilter, ofFilter } from './filter-cases.ts';
import { FILTERS } from './filter.source.ts';

export const FILTER_ROUTES: DeskRoute[] = [
  list('/filters', { summary: 'List the filters in their order.', allow: 'cases:view', reads: FILTERS }),
  show('/filters/:filter', { summary: 'Read a filter.', allow: 'cases:view', reads: FILTERS }),
  list('/filters/:filter/cases', {
    summary: 'List the cases of a filter, in its order.',
    allow: 'cases:view',
    within: FILTERS,
    reads: CASES,
    narrow: ofFilter,
  }),
  list('/filters/:filter/cases/changes', {
    summary:
      'List the cases of a filter that are not among `cids`, or have changed since `cflpt` (seconds since 1970).',
    allow: 'cases:view',
    within: FILTERS,
    reads: CASES,
    narrow: changedOfFilter,
  }),
];
