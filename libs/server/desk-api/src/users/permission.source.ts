import { Permission, permits } from '@bureau/contracts';
import { byNumber } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link } from '../resource/sql.ts';

const ALL = Permission.options.map((name, index) => `(${index + 1}, '${name}')`).join(', ');

/** What the caller may. */
export const PERMISSIONS: Source = {
  class: 'permission',
  from: `(VALUES ${ALL}) AS t (number, name)`,
  id: 't.number',
  where: 'true',
  access: (actor, first) => ({
    kind: 'own',
    sql: `t.name = ANY($${first}::text[])`,
    values: [Permission.options.filter((permission) => permits(actor, permission))],
  }),
  keys: { permission: byNumber('t.number = $') },
  members: {
    id: 't.number',
    name: 't.name',
    action: "split_part(t.name, ':', 2)",
    area: "split_part(t.name, ':', 1)",
    subject: "split_part(t.name, ':', 1)",
  },
  links: { self: link('/permissions/{t.number}', 'permission') },
  sorts: { id: 't.number', name: 't.name' },
  perPage: 1000,
};
