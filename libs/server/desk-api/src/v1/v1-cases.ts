import { customMembers, embedded, linkedNumber, unknownMembers, type Entry, type Told } from './entry.ts';
import { groupOf, userOf } from './v1-desk.ts';

export function caseOf(entry: Entry): Told {
  return {
    id: entry.id,
    external_id: entry['external_id'],
    subject: entry['subject'],
    description: entry['description'],
    preview: entry['blurb'],
    priority: entry['priority'],
    channel: entry['type'],
    case_status_type: entry['status'],
    route_status: entry['route_status'],
    labels: entry['labels'],
    customer_id: linkedNumber(entry, 'customer'),
    group: embedded(entry, 'assigned_group', groupOf),
    user: embedded(entry, 'assigned_user', userOf),
    thread_count: (entry._links['replies']?.count ?? 0) + 1,
    note_count: entry['active_notes_count'],
    created_at: entry['created_at'],
    updated_at: entry['updated_at'],
    changed_at: entry['changed_at'],
    active_at: entry['active_at'],
    interaction_in_at: entry['received_at'],
    first_opened_at: entry['first_opened_at'],
    opened_at: entry['opened_at'],
    first_resolved_at: entry['first_resolved_at'],
    resolved_at: entry['resolved_at'],
    ...unknownMembers(['active_user', 'assigned_at', 'case_status_at', 'closed_at', 'last_available_at']),
    ...unknownMembers(['last_saved_by_id', 'pending_at', 'route_at', 'routed_at', 'macros', 'articles']),
    ...customMembers(entry),
  };
}

/** The channel of what was said, by its class. */
const CHANNELS = new Map([
  ['email', 'email'],
  ['phone_call', 'phone'],
  ['tweet', 'twitter'],
  ['chat_message', 'chat'],
  ['facebook_post', 'facebook'],
  ['facebook_comment', 'facebook'],
  ['facebook_message', 'facebook'],
  ['community_question', 'qna'],
  ['community_answer', 'qna'],
]);

export function interactionOf(entry: Entry): Told {
  const { href, class: kind = 'email' } = entry._links['self'] ?? {};
  const outStatus = entry['direction'] === 'out' ? entry['status'] : null;
  const at = { created_at: entry['created_at'], updated_at: entry['updated_at'], sent_at: entry['sent_at'] };
  return {
    id: entry.id,
    case_id: linkedNumber(entry, 'case'),
    channel: CHANNELS.get(kind) ?? kind,
    basis: href?.endsWith('/message') ? 'original' : 'reply',
    direction: entry['direction'],
    out_status: outStatus,
    user: embedded(entry, 'sent_by', userOf),
    ...at,
    ...unknownMembers(['group', 'name', 'email', 'ip_address', 'user_agent', 'browser', 'os', 'preferred_lang']),
    interactionable: {
      [kind]: { ...said(entry), ...at, interaction_direction: entry['direction'], out_status: outStatus },
    },
  };
}

/** What its class has that is not about the reader's own API. */
function said(entry: Entry): Told {
  const own = Object.entries(entry).filter(([name]) => !ELSEWHERE.has(name));
  return Object.fromEntries(own);
}

const ELSEWHERE = new Set([
  ...['id', '_links', '_embedded', 'direction', 'status', 'hidden', 'erased_at'],
  ...['created_at', 'updated_at', 'sent_at'],
]);
