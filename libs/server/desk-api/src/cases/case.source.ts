import { userIdOf } from '@bureau/contracts';
import { caseAccess } from '@bureau/identity';
import { parseSearch } from '@bureau/domain';
import {
  betweenTimes,
  byCustomField,
  byLookedUpPart,
  byNumber,
  byNumbers,
  byText,
  byTexts,
  NotUnderstood,
  type Condition,
} from '../resource/condition.ts';
import type { Source } from '../resource/source.ts';
import {
  customFields,
  link,
  linkCounted,
  linkOf,
  plain,
  sure,
  textOrNull,
  time,
  timeOf,
  word,
} from '../resource/sql.ts';
import { CUSTOMERS } from '../customers/customer.source.ts';
import { GROUPS } from '../users/group.source.ts';
import { USERS } from '../users/user.source.ts';
import { byCase } from './case-key.ts';
import { DRAFTS } from './draft.source.ts';
import { MESSAGES } from './interaction.source.ts';

/** What the link to the first message is called; the message itself is called otherwise (desk-api-v2.md 3.2). */
const MESSAGE_LINK = `CASE c.channel WHEN 'twitter' THEN 'tweet' WHEN 'facebook' THEN 'facebook_post'
  WHEN 'qna' THEN 'community_question' ELSE c.channel END`;

const OWN_DRAFT = (user: string) =>
  `d.case_id = c.id AND d.user_id = ${user} AND d.kind = 'reply' AND d.mode = 'reply'`;

/** Their names, in the order in which they were applied. */
const LABELS = `CASE WHEN c.label_ids = '{}' THEN '[]' ELSE (
    SELECT coalesce(json_agg(l.name ORDER BY array_position(c.label_ids, l.id)), '[]')
    FROM labels l WHERE l.id = ANY(c.label_ids)) END`;

/** Without those whose content was erased; most cases have none, and need not be asked. */
const ACTIVE_FILES = `CASE WHEN c.attachment_count = 0 THEN 0 ELSE c.attachment_count - (
    SELECT count(*) FROM messages i JOIN attachments f ON f.message_id = i.id
    WHERE i.case_id = c.id AND f.erased_at IS NOT NULL AND NOT f.inline) - (
    SELECT count(*) FROM notes i JOIN attachments f ON f.note_id = i.id
    WHERE i.case_id = c.id AND f.erased_at IS NOT NULL AND NOT f.inline) END`;
const ACTIVE_NOTES = `CASE WHEN c.note_count = 0 THEN 0 ELSE c.note_count - (
    SELECT count(*) FROM notes i WHERE i.case_id = c.id AND i.erased_at IS NOT NULL) END`;

/** All messages but the first. */
const REPLY_COUNT = 'greatest(0, c.inbound_count + c.outbound_count - 1)';

const ofCustomer = (condition: string) => `c.customer_id IN (SELECT p.id FROM customers p WHERE ${condition})`;

/** Full text: what the search of the console knows of words, quotes and exclusions. */
const byWords: Condition = (text, bind) => {
  const { terms } = parseSearch(text.replaceAll('\0', ' '), new Date(0));
  return `c.id IN (SELECT s.case_id FROM case_search s WHERE s.document @@ search_query(${bind(JSON.stringify(terms))}, false))`;
};

const SPANS: Record<string, string> = {
  today: "@ >= date_trunc('day', now())",
  yesterday: "@ >= date_trunc('day', now()) - interval '1 day' AND @ < date_trunc('day', now())",
  week: "@ >= now() - interval '7 days'",
  month: "@ >= now() - interval '1 month'",
  year: "@ >= now() - interval '1 year'",
};

const bySpan =
  (column: string): Condition =>
  (text) => {
    const span = Object.hasOwn(SPANS, text) ? SPANS[text] : undefined;
    if (span === undefined) throw new NotUnderstood();
    return span.replaceAll('@', column);
  };

export const CASES: Source = {
  class: 'case',
  from: 'cases c',
  id: 'c.id',
  table: 'cases',
  countedBy: ['cases'],
  where: 'c.deleted_at IS NULL',
  access: caseAccess,
  keys: {
    case: byCase('c.id = $'),
    customer: byNumber('c.customer_id = $'),
    // The filter says which (filters/filter-cases.ts).
    filter: () => 'true',
    company: byNumber('c.customer_id IN (SELECT p.id FROM customers p WHERE p.company_id = $)'),
  },
  members: {
    id: sure(plain('c.id')),
    external_id: 'c.external_id',
    blurb: textOrNull('c.excerpt'),
    subject: 'c.subject',
    priority: sure(plain('c.priority')),
    description: textOrNull('c.description'),
    status: sure(word('c.status')),
    type: sure(word('c.channel')),
    labels: LABELS,
    label_ids: 'c.label_ids',
    language: 'c.language',
    locked_until: `CASE WHEN c.locked_until > now() THEN ${timeOf('c.locked_until')} END`,
    active_at: time('c.worked_at'),
    changed_at: sure(time('c.changed_at')),
    created_at: sure(time('c.created_at')),
    updated_at: sure(time('c.updated_at')),
    received_at: time('c.received_at'),
    first_opened_at: time('c.first_opened_at'),
    opened_at: time('c.opened_at'),
    first_resolved_at: time('c.first_resolved_at'),
    resolved_at: time('c.resolved_at'),
    custom_fields: customFields('case', 'c.custom_fields'),
    active_attachments_count: ACTIVE_FILES,
    active_notes_count: ACTIVE_NOTES,
    has_pending_interactions: sure(
      plain("EXISTS (SELECT FROM deliveries d WHERE d.case_id = c.id AND d.state IN ('pending', 'sending'))"),
    ),
    has_failed_interactions: sure(plain('c.delivery_trouble')),
    route_status: word('c.route_status'),
  },
  links: {
    self: sure(link('/cases/{c.id}', 'case')),
    message: sure(linkOf('/cases/{c.id}/message', MESSAGE_LINK)),
    customer: sure(link('/customers/{c.customer_id}', 'customer')),
    labels: sure(link('/cases/{c.id}/labels', 'label')),
    assigned_user: link('/users/{c.assignee_id}', 'user'),
    assigned_group: link('/groups/{c.group_id}', 'group'),
    locked_by: link('/users/{CASE WHEN c.locked_until > now() THEN c.locked_by END}', 'user'),
    history: sure(link('/cases/{c.id}/history', 'history')),
    case_links: sure(link('/cases/{c.id}/links', 'case_link')),
    macro_preview: sure(link('/cases/{c.id}/macros/preview', 'macro_preview')),
    replies: sure(linkCounted('/cases/{c.id}/replies', 'reply', REPLY_COUNT)),
    draft: (actor, values) => {
      const own = OWN_DRAFT(values.bind(userIdOf(actor) ?? null));
      return link(`/cases/{(SELECT d.case_id FROM drafts d WHERE ${own})}/replies/draft`, 'reply');
    },
    notes: sure(linkCounted('/cases/{c.id}/notes', 'note', 'c.note_count')),
    attachments: sure(linkCounted('/cases/{c.id}/attachments', 'attachment', 'c.attachment_count')),
    feedbacks: link(
      '/cases/{(SELECT max(f.case_id) FROM feedback f WHERE f.case_id = c.id AND f.submitted_at IS NOT NULL)}/feedbacks',
      'feedback',
    ),
  },
  embeds: {
    customer: { source: CUSTOMERS, on: 'p.id = c.customer_id', allow: 'customers:view' },
    message: { source: MESSAGES, on: 'm.case_id = c.id', allow: 'cases:view' },
    draft: { source: DRAFTS, on: 'd.case_id = c.id', allow: 'cases:view' },
    assigned_user: { source: USERS, on: 'u.id = c.assignee_id', allow: 'users:view' },
    assigned_group: { source: GROUPS, on: 'g.id = c.group_id', allow: 'users:view' },
  },
  filters: {
    customer_id: byNumber('c.customer_id = $'),
    company_id: byNumber('c.customer_id IN (SELECT p.id FROM customers p WHERE p.company_id = $)'),
    case_id: byNumbers('c.id = ANY($)'),
    external_id: byText('c.external_id = $'),
    q: byWords,
    name: byLookedUpPart(ofCustomer('search_fold(p.name) LIKE search_fold($)')),
    first_name: byLookedUpPart(ofCustomer('search_fold(p.first_name) LIKE search_fold($)')),
    last_name: byLookedUpPart(ofCustomer('search_fold(p.last_name) LIKE search_fold($)')),
    email: byText('c.customer_id IN (SELECT a.customer_id FROM customer_addresses a WHERE a.address = lower($))'),
    phone: byText(`c.customer_id IN (SELECT t.customer_id FROM customer_contacts t WHERE t.kind = 'phone'
      AND t.reversed_digits LIKE nullif(reverse(regexp_replace($, '\\D', '', 'g')), '') || '%')`),
    company: byLookedUpPart(
      ofCustomer('p.company_id IN (SELECT o.id FROM companies o WHERE search_fold(o.name) LIKE search_fold($))'),
    ),
    twitter: byText(`c.customer_id IN (SELECT i.customer_id FROM customer_identities i
      WHERE i.network = 'x' AND lower(i.handle) = lower(ltrim($, '@')))`),
    labels: byTexts("c.label_ids <> '{}' AND c.label_ids && ARRAY(SELECT l.id FROM labels l WHERE l.name = ANY($))"),
    subject: byLookedUpPart('fold_text(c.subject) LIKE fold_text($)'),
    description: byLookedUpPart("c.description <> '' AND fold_text(c.description) LIKE fold_text($)"),
    status: byTexts('c.status = ANY($)'),
    priority: byNumbers('c.priority = ANY($)'),
    assigned_group: byTexts('c.group_id IN (SELECT g.id FROM groups g WHERE g.name = ANY($))'),
    assigned_user: byTexts('c.assignee_id IN (SELECT u.id FROM users u WHERE u.name = ANY($))'),
    channels: byTexts('c.channel = ANY($)'),
    notes: byLookedUpPart('c.id IN (SELECT n.case_id FROM notes n WHERE fold_text(n.text) LIKE fold_text($))'),
    attachments: byLookedUpPart(`c.id IN (SELECT m.case_id FROM attachments f JOIN messages m ON m.id = f.message_id
      WHERE fold_text(f.file_name) LIKE fold_text($))`),
    created: bySpan('c.created_at'),
    updated: bySpan('c.updated_at'),
    ...betweenTimes({ created_at: 'c.created_at', updated_at: 'c.updated_at' }),
  },
  openFilters: { custom_: byCustomField('c.custom_fields') },
  sorts: {
    id: 'c.id',
    created_at: 'c.created_at',
    updated_at: 'c.updated_at',
    changed_at: 'c.changed_at',
    received_at: 'c.received_at',
    resolved_at: 'c.resolved_at',
    priority: 'c.priority',
    status: 'c.status',
    subject: 'c.subject',
  },
  perPage: 100,
};
