import type { CaseColumn, FilterGrouping, FilterSort } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const columns: Record<CaseColumn, string> = {
  status: 'Status',
  priority: 'Priority',
  channel: 'Channel',
  customer: 'Customer',
  company: 'Company',
  assignee: 'Assignee',
  group: 'Group',
  brand: 'Brand',
  labels: 'Labels',
  rating: 'Rating',
  waitingSince: 'Waiting since',
  createdAt: 'Created',
  activeAt: 'Latest activity',
  updatedAt: 'Latest update',
};

const sorts: Record<FilterSort, string> = {
  activeAt: 'Latest activity',
  createdAt: 'Creation',
  updatedAt: 'Latest update',
  waitingSince: 'Waiting since',
  priority: 'Priority',
  id: 'Number',
};

const groupings: Record<FilterGrouping, string> = {
  status: 'Status',
  priority: 'Priority',
  channel: 'Channel',
  assignee: 'Assignee',
  group: 'Group',
  brand: 'Brand',
  company: 'Company',
};

/** What can be chosen about the look of a list. */
export const listOptionsWords = words('list-options', {
  columns,
  sorts,
  groupings,
  look: 'How the list looks',
  filter: 'Filter',
  sort: 'Sort by',
  directions: { desc: 'Newest or highest first', asc: 'Oldest or lowest first' },
  groupBy: 'Group by',
  ungrouped: 'No groups',
  show: 'Show',
  densities: { compact: 'Compact rows', comfortable: 'Comfortable rows' },
  reset: 'As the filter was saved',
  save: 'Save to the filter, for everybody who has it',
  saved: (name: string) => `${name} is shown like this from now on.`,
  notSaved: 'The look was not saved; it stays in this browser.',
  edit: (name: string) => `Edit ${name}…`,
  newFrom: 'New filter from this list…',
});
