import { z } from 'zod';
import { CASE_COLUMNS, FILTER_GROUPINGS, FILTER_SORTS } from '../choices.ts';
import { Conditions } from '../automation/conditions.ts';
import { Id, IdParam, Timestamp } from '../ids.ts';
import { PageQuery } from '../paging.ts';
import { CaseSummary } from './case.ts';

/** What a list of cases can show, beside the subject. */
export const CaseColumn = z.enum(CASE_COLUMNS);
export type CaseColumn = z.infer<typeof CaseColumn>;

export const FilterSort = z.enum(FILTER_SORTS);
export type FilterSort = z.infer<typeof FilterSort>;

export const FilterGrouping = z.enum(FILTER_GROUPINGS);
export type FilterGrouping = z.infer<typeof FilterGrouping>;

/** Whose filter it is: everybody's, a group's, or one user's own. */
export const FilterVisibility = z.discriminatedUnion('for', [
  z.strictObject({ for: z.literal('everyone') }),
  z.strictObject({ for: z.literal('group'), groupId: Id }),
  z.strictObject({ for: z.literal('user'), userId: Id }),
]);
export type FilterVisibility = z.infer<typeof FilterVisibility>;

const name = (what: string) =>
  z
    .string(`Give the ${what}.`)
    .trim()
    .max(100, 'At most 100 characters.')
    .refine((text) => !text.includes('\0') && text.isWellFormed(), 'Leave out characters that are no text.');

const settings = {
  name: name('name').min(1, 'Give the filter a name.'),
  /** Filters of one folder are shown together; empty: at the top. */
  folder: name('folder'),
  conditions: Conditions,
  columns: z.array(CaseColumn).max(CaseColumn.options.length),
  groupBy: FilterGrouping.nullable(),
  sort: z.strictObject({ field: FilterSort, direction: z.enum(['asc', 'desc']) }),
  visibility: FilterVisibility,
  enabled: z.boolean(),
  /** Whether routing hands out its cases. */
  routes: z.boolean(),
};

export const Filter = z.object({
  id: Id,
  /** What the program calls a filter that every desk begins with; null for the desk's own. */
  key: z.string().nullable(),
  ...settings,
  position: z.number().int(),
  /** The conditions in words. */
  description: z.string(),
  /** Whether the reader may change it. */
  editable: z.boolean(),
  createdAt: Timestamp,
  updatedAt: Timestamp,
});
export type Filter = z.infer<typeof Filter>;

export const CreateFilter = z.strictObject({
  name: settings.name,
  folder: settings.folder.default(''),
  conditions: settings.conditions,
  columns: settings.columns.default([]),
  groupBy: settings.groupBy.default(null),
  sort: settings.sort.default({ field: 'activeAt', direction: 'desc' }),
  /** Left out: one's own. */
  visibility: settings.visibility.optional(),
  enabled: settings.enabled.default(true),
  routes: settings.routes.default(false),
});
export type CreateFilter = z.infer<typeof CreateFilter>;

export const UpdateFilter = z
  .strictObject({
    name: settings.name.optional(),
    folder: settings.folder.optional(),
    conditions: settings.conditions.optional(),
    columns: settings.columns.optional(),
    groupBy: settings.groupBy.optional(),
    sort: settings.sort.optional(),
    visibility: settings.visibility.optional(),
    enabled: settings.enabled.optional(),
    routes: settings.routes.optional(),
  })
  .refine((changes) => Object.values(changes).some((value) => value !== undefined), {
    message: 'Name at least one field to change.',
  });
export type UpdateFilter = z.infer<typeof UpdateFilter>;

/** The filters in their new order; those that are not named keep their place behind. */
export const ReorderFilters = z.strictObject({
  filterIds: z
    .array(Id)
    .min(1)
    .max(1000)
    .refine((ids) => new Set(ids).size === ids.length, 'Name each filter once.'),
});
export type ReorderFilters = z.infer<typeof ReorderFilters>;

/** What a group of a list is called in requests: an id, a word, or `none`. */
const GroupKey = z.string().regex(/^(?:none|[a-z]{1,20}|[1-9]\d{0,14})$/, 'Use the `key` of a group of this filter.');

/** `shared`: everybody's and every group's, for those who may manage filters. */
export const ListFilters = z.object({ scope: z.enum(['mine', 'shared']).default('mine') });
export type ListFilters = z.infer<typeof ListFilters>;

/** A reader's own way to look at a filter; what is left out is as it was saved. */
const ownView = {
  sort: FilterSort.optional(),
  direction: z.enum(['asc', 'desc']).optional(),
  groupBy: FilterGrouping.optional(),
};

export const ListFilterCases = PageQuery.extend({
  ...ownView,
  /** Only this group of the filter. */
  group: GroupKey.optional(),
});
export type ListFilterCases = z.infer<typeof ListFilterCases>;

export const ListFilterGroups = z.object({ groupBy: ownView.groupBy });
export type ListFilterGroups = z.infer<typeof ListFilterGroups>;

/** One heading of a list: how many of the first thousand cases are below it. */
export const CaseGroup = z.object({
  key: z.string(),
  /** Null: those without one. */
  name: z.string().nullable(),
  count: z.number().int(),
});
export type CaseGroup = z.infer<typeof CaseGroup>;

export const FilterCount = z.object({
  filterId: Id,
  /** At most 1,000; `more` says that there are more. */
  count: z.number().int(),
  more: z.boolean(),
  /** When it was counted. */
  at: Timestamp,
});
export type FilterCount = z.infer<typeof FilterCount>;

export const PreviewFilter = z.strictObject({
  conditions: Conditions,
  sort: settings.sort.default({ field: 'activeAt', direction: 'desc' }),
  limit: z.number().int().min(1).max(100).default(20),
});
export type PreviewFilter = z.infer<typeof PreviewFilter>;

export const FilterPreview = z.object({
  /** The conditions in words. */
  description: z.string(),
  count: z.number().int(),
  /** There are more than `count` says. */
  more: z.boolean(),
  items: z.array(CaseSummary),
  next: z.string().nullable(),
});
export type FilterPreview = z.infer<typeof FilterPreview>;

/** A field that conditions can ask about, for editors. */
export const ConditionField = z.object({
  key: z.string(),
  label: z.string(),
  type: z.enum(['text', 'choice', 'list', 'reference', 'integer', 'boolean', 'time', 'hours', 'date']),
  /** What it can be, of a choice or a list. */
  choices: z.array(z.string()),
  /** What the ids are of. */
  refersTo: z.enum(['user', 'group', 'brand', 'mailbox', 'label', 'customer', 'company']).nullable(),
  operators: z.array(z.string()),
});
export type ConditionField = z.infer<typeof ConditionField>;

export const filterParams = z.object({ filterId: IdParam });
/** In the order that the reader has chosen; what is left out is as it was saved. */
export const NextCase = z.object({ after: IdParam.optional(), sort: ownView.sort, direction: ownView.direction });
export type NextCase = z.infer<typeof NextCase>;
