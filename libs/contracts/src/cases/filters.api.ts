import { z } from 'zod';
import { Id } from '../ids.ts';
import { pageOf } from '../paging.ts';
import { route } from '../route.ts';
import { CaseSummary } from './case.ts';
import {
  CaseGroup,
  ConditionField,
  CreateFilter,
  Filter,
  FilterCount,
  filterParams,
  FilterPreview,
  ListFilterCases,
  ListFilterGroups,
  ListFilters,
  NextCase,
  PreviewFilter,
  ReorderFilters,
  UpdateFilter,
} from './filters.ts';

export const filtersApi = {
  list: route('GET', '/filters', {
    summary: 'List my filters in their order: the desk’s, my groups’ and my own; or, to manage them, all shared ones.',
    allow: 'cases:view',
    query: ListFilters,
    response: z.object({ items: z.array(Filter) }),
  }),
  counts: route('GET', '/filters/counts', {
    summary: 'Count the cases of my filters; ask again after `askAgainMs` milliseconds when it is not null.',
    allow: 'cases:view',
    response: z.object({ items: z.array(FilterCount), askAgainMs: z.number().int().nullable() }),
  }),
  fields: route('GET', '/conditions/fields', {
    summary: 'List what conditions can ask about.',
    allow: 'cases:view',
    response: z.object({ items: z.array(ConditionField) }),
  }),
  preview: route('POST', '/filters/preview', {
    summary: 'Show what conditions find and how they read, without saving them.',
    allow: 'cases:view',
    body: PreviewFilter,
    response: FilterPreview,
  }),
  reorder: route('PUT', '/filters/order', {
    summary: 'Put filters in order.',
    allow: 'cases:view',
    body: ReorderFilters,
  }),
  create: route('POST', '/filters', {
    summary: 'Save a filter: one’s own, or (with filters:manage) for a group or everybody.',
    allow: 'cases:view',
    body: CreateFilter,
    response: Filter,
    status: 201,
    idempotent: true,
  }),
  get: route('GET', '/filters/:filterId', {
    summary: 'Read a filter.',
    allow: 'cases:view',
    params: filterParams,
    response: Filter,
  }),
  update: route('PATCH', '/filters/:filterId', {
    summary: 'Change a filter.',
    allow: 'cases:view',
    params: filterParams,
    body: UpdateFilter,
    response: Filter,
  }),
  delete: route('DELETE', '/filters/:filterId', {
    summary: 'Delete a filter; its cases stay.',
    allow: 'cases:view',
    params: filterParams,
  }),
  cases: route('GET', '/filters/:filterId/cases', {
    summary: 'List the cases of a filter in its order. A page may hold fewer than `limit` and still have a `next`.',
    allow: 'cases:view',
    params: filterParams,
    query: ListFilterCases,
    response: pageOf(CaseSummary),
  }),
  groups: route('GET', '/filters/:filterId/groups', {
    summary: 'List the headings of a grouped filter, counted among its first thousand cases.',
    allow: 'cases:view',
    params: filterParams,
    query: ListFilterGroups,
    response: z.object({ items: z.array(CaseGroup), more: z.boolean() }),
  }),
  next: route('GET', '/filters/:filterId/next', {
    summary:
      'Find the case that follows another one in a filter, in its order or one’s own; the first one when none is named.',
    allow: 'cases:view',
    params: filterParams,
    query: NextCase,
    response: z.object({ caseId: Id.nullable() }),
  }),
};
