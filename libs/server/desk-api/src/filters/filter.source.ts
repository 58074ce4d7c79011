import { filterAccess } from '@bureau/cases';
import { byNumber, byPart, byUser } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link } from '../resource/sql.ts';

/** What a filter sorts by, in the words of cases. */
const SORT = `CASE f.sort_field WHEN 'createdAt' THEN 'created_at' WHEN 'updatedAt' THEN 'updated_at'
  WHEN 'activeAt' THEN 'changed_at' WHEN 'waitingSince' THEN 'received_at' ELSE f.sort_field END`;

export const FILTERS: Source = {
  class: 'filter',
  from: 'filters f',
  id: 'f.id',
  where: 'true',
  access: (actor, first) => ({ kind: 'filters', ...filterAccess(actor, first) }),
  keys: {
    filter: byNumber('f.id = $'),
    group: byNumber('f.group_id = $'),
    user: byUser(`f.visibility = 'everyone' OR f.user_id = $
      OR f.group_id IN (SELECT w.group_id FROM group_members w WHERE w.user_id = $)`),
  },
  members: {
    id: 'f.id',
    name: 'f.name',
    sort: SORT,
    sort_field: SORT,
    sort_direction: 'f.sort_direction',
    position: 'f.position',
    active: 'f.enabled',
  },
  links: {
    self: link('/filters/{f.id}', 'filter'),
    group: link('/groups/{f.group_id}', 'group'),
    user: link('/users/{f.user_id}', 'user'),
    cases: link('/filters/{f.id}/cases', 'case'),
  },
  filters: { name: byPart('f.name ILIKE $') },
  sorts: { position: 'f.position', id: 'f.id', name: 'f.name' },
  perPage: 1000,
};
