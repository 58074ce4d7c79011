import type { CaseColumn, Condition, FilterGrouping, FilterSort, FilterVisibility } from '@bureau/contracts';
import { CUSTOM_FIELDS, LABELS, type LabelKey } from '../content/classification.ts';
import { MACROS } from '../content/macros.ts';
import { known, type DemoWorld } from './demo-world.ts';
import type { Tools } from './furnish.ts';

/** After those that every desk begins with. */
const AFTER_THE_STANDARD = 100;
const UNSETTLED: Condition = { field: 'case.status', operator: 'is', value: ['new', 'open', 'pending'] };

export function addLabels({ rows, ids, since }: Tools): Record<LabelKey, number> {
  const add = (key: LabelKey) => {
    const id = ids.next('labels');
    const position = Object.keys(LABELS).indexOf(key) + 1;
    rows.add('labels', { id, ...LABELS[key], types: ['case'], enabled: true, position, demo: true, created_at: since });
    return id;
  };
  return {
    delivery: add('delivery'),
    damaged: add('damaged'),
    warranty: add('warranty'),
    'spare-part': add('spare-part'),
    refund: add('refund'),
    billing: add('billing'),
    subscription: add('subscription'),
    sizing: add('sizing'),
    wholesale: add('wholesale'),
    advice: add('advice'),
    vip: add('vip'),
  };
}

export function addFields({ rows, since }: Tools): void {
  CUSTOM_FIELDS.forEach((field, index) =>
    rows.add('custom_fields', { ...field, active: true, position: index + 1, demo: true, created_at: since }),
  );
}

type Settings = Pick<DemoWorld, 'labelIds' | 'users' | 'groupIds'>;

interface DemoFilter {
  name: string;
  asks: Condition[];
  columns: CaseColumn[];
  groupBy?: FilterGrouping;
  sortBy: [field: FilterSort, direction: 'asc' | 'desc'];
  visibility: FilterVisibility;
}

/** One filter for everybody, one for a group, one that an agent made for himself. */
export function addFilters({ rows, since }: Tools, settings: Settings): void {
  for (const { name, asks, columns, groupBy = null, sortBy, visibility } of ownFilters(settings)) {
    rows.add('filters', {
      name,
      folder: 'Ours',
      conditions: { match: 'all', conditions: [...asks, UNSETTLED] },
      columns,
      group_by: groupBy,
      sort_field: sortBy[0],
      sort_direction: sortBy[1],
      visibility: visibility.for,
      group_id: visibility.for === 'group' ? visibility.groupId : null,
      user_id: visibility.for === 'user' ? visibility.userId : null,
      position: AFTER_THE_STANDARD,
      demo: true,
      created_at: since,
    });
  }
}

/** Everybody's, and one that an agent keeps for himself. */
export function addMacros({ rows, since }: Tools, { users }: Settings): void {
  MACROS.forEach(({ name, description, folders, of, actions }, index) => {
    const userId = of === undefined ? null : known(users, of).id;
    const visibility = userId === null ? 'everyone' : 'user';
    const position = index + 1;
    const made = { position, demo: true, created_at: since };
    rows.add('macros', { name, description, folders, actions, visibility, user_id: userId, ...made });
  });
}

function ownFilters({ labelIds, users, groupIds }: Settings): DemoFilter[] {
  return [
    {
      name: 'Products under warranty',
      asks: [
        { field: 'case.labels', operator: 'is', value: [labelIds.warranty] },
        { field: 'case.custom.topic', operator: 'is-within', value: 'Product' },
      ],
      columns: ['customer', 'labels', 'assignee', 'waitingSince'],
      groupBy: 'assignee',
      sortBy: ['waitingSince', 'asc'],
      visibility: { for: 'everyone' },
    },
    {
      name: 'Returns that wait for us',
      asks: [
        { field: 'case.group', operator: 'is', value: groupIds.returns },
        { field: 'case.hoursSinceWaiting', operator: 'at-least', value: 4 },
      ],
      columns: ['customer', 'company', 'labels', 'waitingSince'],
      sortBy: ['waitingSince', 'asc'],
      visibility: { for: 'group', groupId: groupIds.returns },
    },
    {
      name: 'German and Dutch',
      asks: [{ field: 'customer.language', operator: 'is', value: ['de', 'nl'] }],
      columns: ['customer', 'status', 'labels'],
      sortBy: ['activeAt', 'desc'],
      visibility: { for: 'user', userId: known(users, 'henrik@bureau.example').id },
    },
  ];
}
