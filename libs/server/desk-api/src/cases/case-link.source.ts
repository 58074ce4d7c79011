import { byNumber, byText } from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import { link, textOrNull, time } from '../resource/sql.ts';
import { byCase } from './case-key.ts';
import { accessThroughCase } from './case-part-access.ts';

const throughOne = accessThroughCase('k.case_id');
const throughOther = accessThroughCase('k.other_case_id');

/** What a case is tied to: another case that the reader sees, or a page elsewhere. */
export const CASE_LINKS: Source = {
  class: 'case_link',
  from: 'case_links k',
  id: 'k.id',
  where: 'true',
  access: (actor, first) => {
    const { kind, sql, values } = throughOne(actor, first);
    return { kind, sql: `${sql} AND (k.other_case_id IS NULL OR ${throughOther(actor, first).sql})`, values };
  },
  keys: {
    tied: byText('$ IN (k.url, k.other_case_id::text, k.case_id::text)'),
    link: byNumber('k.id = $'),
    case: byCase('k.case_id = $ OR k.other_case_id = $'),
  },
  members: { id: 'k.id', url: 'k.url', title: textOrNull('k.title'), created_at: time('k.created_at') },
  links: {
    self: link('/cases/{k.case_id}/links/{k.id}', 'case_link'),
    case: link('/cases/{k.case_id}', 'case'),
    linked_case: link('/cases/{k.other_case_id}', 'case'),
    created_by: link('/users/{k.user_id}', 'user'),
  },
  sorts: { id: 'k.id', created_at: 'k.created_at' },
  perPage: 100,
};
