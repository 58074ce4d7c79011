/**
 * What can be asked of a case without words, as an array of lexemes, from `c` (cases) and `p` (its customer): one letter
 * for the kind, then the value. `d` and `m` are the day and the thirty days of its latest activity, counted from 1970.
 */
export const SEARCH_FACETS = `ARRAY[
    'i:' || c.id, 's:' || c.status, 'c:' || c.channel, 'b:' || c.brand_id, 'p:' || c.customer_id,
    'a:' || coalesce(c.assignee_id, 0), 'g:' || coalesce(c.group_id, 0),
    'd:' || floor(extract(epoch FROM c.active_at) / 86400), 'm:' || floor(extract(epoch FROM c.active_at) / 2592000)]
  || CASE WHEN p.company_id IS NOT NULL THEN ARRAY['o:' || p.company_id] ELSE '{}' END
  || CASE WHEN c.attachment_count > 0 THEN ARRAY['h:attachment'] ELSE '{}' END
  || CASE WHEN c.note_count > 0 THEN ARRAY['h:note'] ELSE '{}' END
  || CASE WHEN c.snoozed_at IS NOT NULL THEN ARRAY['x:snoozed'] ELSE '{}' END
  || CASE WHEN c.spam_at IS NOT NULL THEN ARRAY['x:spam'] ELSE '{}' END
  || CASE WHEN c.deleted_at IS NOT NULL THEN ARRAY['x:deleted'] ELSE '{}' END
  || CASE WHEN c.waiting_since IS NOT NULL THEN ARRAY['x:waiting'] ELSE '{}' END
  || ARRAY(SELECT 'l:' || id FROM unnest(c.label_ids) id)`;
