import { byNumber } from '../resource/condition.ts';
import { everyRow, type Source } from '../resource/source.ts';
import { link, textOrNull, time } from '../resource/sql.ts';

export const RULES: Source = {
  class: 'rule',
  from: 'rules e',
  id: 'e.id',
  where: 'true',
  access: everyRow,
  keys: { rule: byNumber('e.id = $') },
  members: {
    id: 'e.id',
    name: 'e.name',
    description: textOrNull('e.description'),
    enabled: 'e.enabled',
    created_at: time('e.created_at'),
    updated_at: time('e.updated_at'),
  },
  links: { self: link('/rules/{e.id}', 'rule') },
  sorts: { id: 'e.id', name: 'e.name', created_at: 'e.created_at', updated_at: 'e.updated_at' },
  perPage: 1000,
};
