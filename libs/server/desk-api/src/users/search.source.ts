import { byNumber, byUser } from '../resource/condition.ts';
import { everyRow, type Source } from '../resource/source.ts';
import { link } from '../resource/sql.ts';

/** Nobody's searches are kept here: the browser alone remembers the last ones. What is to stay is a filter. */
export const SEARCHES: Source = {
  class: 'search',
  from: 'users u',
  id: 'u.id',
  where: 'false',
  access: everyRow,
  keys: { search: byNumber('u.id = $'), user: byUser('u.id = $') },
  members: { id: 'u.id', name: 'NULL::text' },
  links: { self: link('/users/{u.id}/searches/{u.id}', 'search') },
  sorts: { id: 'u.id' },
  perPage: 100,
};
