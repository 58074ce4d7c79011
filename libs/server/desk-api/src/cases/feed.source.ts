import type { Source } from '../resource/source.ts';
import { link, time } from '../resource/sql.ts';
import { byCase } from './case-key.ts';
import { accessThroughCase } from './case-part-access.ts';
import { INTERACTIONS, INTERACTION_SELF } from './interaction.source.ts';

/** What was said and noted in a case, in its order; each with the members of its class. */
export const FEED: Source = {
  ...INTERACTIONS,
  class: 'feed',
  table: undefined,
  from: `(SELECT i.id * 2 AS id, i.case_id, i.sequence, i.id AS message_id, NULL::bigint AS note_id FROM messages i
      UNION ALL SELECT i.id * 2 + 1, i.case_id, i.sequence, NULL, i.id FROM notes i) l
    LEFT JOIN messages m ON m.id = l.message_id LEFT JOIN notes n ON n.id = l.note_id`,
  id: 'l.id',
  access: accessThroughCase('l.case_id'),
  keys: { case: byCase('l.case_id = $') },
  members: {
    ...INTERACTIONS.members,
    id: 'coalesce(m.id, n.id)',
    body: 'coalesce(m.text, n.text)',
    created_at: time('coalesce(m.at, n.at)'),
    erased_at: time('coalesce(m.erased_at, n.erased_at)'),
    updated_at: time('coalesce(m.updated_at, n.updated_at)'),
  },
  links: {
    ...INTERACTIONS.links,
    self: `CASE WHEN n.id IS NOT NULL THEN ${link('/cases/{n.case_id}/notes/{n.id}', 'note')} ELSE ${INTERACTION_SELF} END`,
    case: link('/cases/{l.case_id}', 'case'),
    customer: link('/customers/{(SELECT k.customer_id FROM cases k WHERE k.id = l.case_id)}', 'customer'),
    attachments: 'NULL::text',
    erased_by: link('/users/{coalesce(m.erased_by, n.erased_by)}', 'user'),
    user: link('/users/{n.user_id}', 'user'),
  },
  filters: {},
  sorts: { created_at: 'l.sequence', id: 'l.id' },
  perPage: 50,
};
