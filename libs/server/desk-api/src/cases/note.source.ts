import { betweenTimes, byNumber } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link, time } from '../resource/sql.ts';
import { byCase } from './case-key.ts';
import { accessThroughCase } from './case-part-access.ts';

export const NOTES: Source = {
  class: 'note',
  from: 'notes n',
  id: 'n.id',
  table: 'notes',
  countedBy: ['notes', 'cases'],
  where: 'true',
  access: accessThroughCase('n.case_id'),
  keys: { note: byNumber('n.id = $'), case: byCase('n.case_id = $') },
  members: {
    id: 'n.id',
    body: 'n.text',
    created_at: time('n.at'),
    updated_at: time('n.updated_at'),
    erased_at: time('n.erased_at'),
  },
  links: {
    self: link('/cases/{n.case_id}/notes/{n.id}', 'note'),
    case: link('/cases/{n.case_id}', 'case'),
    user: link('/users/{n.user_id}', 'user'),
    erased_by: link('/users/{n.erased_by}', 'user'),
  },
  filters: betweenTimes({ created_at: 'n.at', updated_at: 'n.updated_at' }),
  sorts: { created_at: 'n.at', updated_at: 'n.updated_at', id: 'n.id' },
  perPage: 100,
  deepest: 30_000,
};
