import { byNumber } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link, time } from '../resource/sql.ts';
import { byCase } from './case-key.ts';
import { accessThroughCase } from './case-part-access.ts';

/** One entry for each write: by whom, and what changed, field by field (desk-api-v2.md 3.4: our own choice). */
export const HISTORY: Source = {
  class: 'history',
  from: 'case_events e',
  id: 'e.id',
  where: 'true',
  access: accessThroughCase('e.case_id'),
  keys: { event: byNumber('e.id = $'), case: byCase('e.case_id = $') },
  members: {
    id: 'e.id',
    type: "replace(e.event, '.', '_')",
    context: "e.actor ->> 'kind'",
    created_at: time('e.at'),
    changes: "coalesce(e.changes, '[]')",
  },
  links: {
    self: link('/cases/{e.case_id}/history/{e.id}', 'history'),
    case: link('/cases/{e.case_id}', 'case'),
    user: link("/users/{CASE WHEN e.actor ->> 'kind' = 'user' THEN e.actor ->> 'id' END}", 'user'),
    rule: link(
      "/rules/{(SELECT r.id FROM rules r WHERE e.actor ->> 'kind' = 'rule' AND r.id = (e.actor ->> 'id')::bigint)}",
      'rule',
    ),
  },
  sorts: { created_at: 'e.sequence', id: 'e.id' },
  perPage: 100,
};
