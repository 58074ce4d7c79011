import { byNumber, byUser } from '../resource/condition.ts';
import { everyRow, type Source } from '../resource/source.ts';
import { link } from '../resource/sql.ts';

export const GROUPS: Source = {
  class: 'group',
  from: 'groups g',
  id: 'g.id',
  where: 'true',
  access: everyRow,
  keys: {
    group: byNumber('g.id = $'),
    user: byUser('g.id IN (SELECT w.group_id FROM group_members w WHERE w.user_id = $)'),
  },
  members: { id: 'g.id', name: 'g.name' },
  links: {
    self: link('/groups/{g.id}', 'group'),
    users: link('/groups/{g.id}/users', 'user'),
    filters: link('/groups/{g.id}/filters', 'filter'),
  },
  sorts: { id: 'g.id', name: 'g.name', created_at: 'g.id' },
  perPage: 1000,
};
