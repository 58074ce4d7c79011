import { RATING_WORDS } from '@bureau/contracts';
import type { Field } from '@bureau/domain';

export type ValueType = 'text' | 'bigint' | 'boolean' | 'timestamptz' | 'choice';

/** Where the database keeps the values of a field of the case `c`. */
export type Source =
  | { at: 'column'; sql: string; type: ValueType; filled?: boolean }
  /** Several, or none: the value is `sql` in every row of `from`. */
  | { at: 'rows'; from: string; sql: string; type: ValueType }
  | { at: 'labels' }
  | { at: 'lock' }
  /** Whether its brand is open now. */
  | { at: 'open-now' }
  /** How long its brand was open since a time, in milliseconds. */
  | { at: 'open-since'; sql: string }
  | { at: 'followers' }
  /** A key of a JSON column, in rows of `from` when it is not the case's own. */
  | { at: 'json'; json: string; from: string | null; key: string };

const filled = (sql: string, type: ValueType): Source => ({ at: 'column', sql, type, filled: true });
const maybe = (sql: string, type: ValueType): Source => ({ at: 'column', sql, type });
const isSet = (column: string): Source => filled(`(${column} IS NOT NULL)`, 'boolean');

const CUSTOMER = 'customers p WHERE p.id = c.customer_id';
const COMPANY = 'customers p JOIN companies o ON o.id = p.company_id WHERE p.id = c.customer_id';
const identity = (network: 'x' | 'facebook') =>
  `customer_identities n WHERE n.customer_id = c.customer_id AND n.network = '${network}'`;
const OWNERS = {
  case: { json: 'c.custom_fields', from: null },
  customer: { json: 'p.custom_fields', from: CUSTOMER },
  company: { json: 'o.custom_fields', from: COMPANY },
} as const;

/** A rating by its word (contracts/feedback/survey.ts), and what the customer wrote with it. */
export const RATING_WORD = `('{${RATING_WORDS.join(',')}}'::text[])[c.rating + 1]`;
export const RATING_COMMENT = `SELECT f.comment FROM feedback f WHERE f.case_id = c.id AND f.rating IS NOT NULL
  ORDER BY f.resolution DESC LIMIT 1`;

const SOURCES: Record<string, Source> = {
  'case.id': filled('c.id', 'bigint'),
  'case.externalId': maybe('c.external_id', 'text'),
  'case.subject': filled('c.subject', 'text'),
  'case.description': filled('c.description', 'text'),
  'case.excerpt': filled('c.excerpt', 'text'),
  'case.status': filled('c.status', 'choice'),
  'case.priority': filled('c.priority', 'bigint'),
  'case.channel': filled('c.channel', 'choice'),
  'case.language': maybe('c.language', 'text'),
  'case.labels': { at: 'labels' },
  'case.assignee': maybe('c.assignee_id', 'bigint'),
  'case.group': maybe('c.group_id', 'bigint'),
  'case.brand': filled('c.brand_id', 'bigint'),
  'case.mailbox': maybe('c.mailbox_id', 'bigint'),
  'case.routeStatus': maybe('c.route_status', 'choice'),
  'case.snoozed': isSet('c.snoozed_at'),
  'case.spam': isSet('c.spam_at'),
  'case.deleted': isSet('c.deleted_at'),
  'case.locked': { at: 'lock' },
  'case.businessHours': { at: 'open-now' },
  'case.followedByMe': { at: 'followers' },
  'case.rated': isSet('c.rating'),
  'case.rating': maybe(RATING_WORD, 'choice'),
  'case.ratingComment': maybe(`(${RATING_COMMENT})`, 'text'),
  'case.ratedAt': maybe('c.rated_at', 'timestamptz'),
  'case.deliveryTrouble': filled('c.delivery_trouble', 'boolean'),
  'case.interactionCount': filled('(c.inbound_count + c.outbound_count + c.note_count)', 'bigint'),
  'case.inboundCount': filled('c.inbound_count', 'bigint'),
  'case.outboundCount': filled('c.outbound_count', 'bigint'),
  'case.noteCount': filled('c.note_count', 'bigint'),
  'case.hasAttachments': filled('(c.attachment_count > 0)', 'boolean'),
  'case.createdAt': filled('c.created_at', 'timestamptz'),
  'case.updatedAt': filled('c.updated_at', 'timestamptz'),
  'case.changedAt': filled('c.changed_at', 'timestamptz'),
  'case.activeAt': filled('c.active_at', 'timestamptz'),
  'case.receivedAt': maybe('c.received_at', 'timestamptz'),
  'case.repliedAt': maybe('c.replied_at', 'timestamptz'),
  'case.workedAt': maybe('c.worked_at', 'timestamptz'),
  'case.firstOpenedAt': maybe('c.first_opened_at', 'timestamptz'),
  'case.openedAt': maybe('c.opened_at', 'timestamptz'),
  'case.firstResolvedAt': maybe('c.first_resolved_at', 'timestamptz'),
  'case.resolvedAt': maybe('c.resolved_at', 'timestamptz'),
  'case.closedAt': maybe('c.closed_at', 'timestamptz'),
  'case.waitingSince': maybe('c.waiting_since', 'timestamptz'),
  'case.acknowledgedAt': maybe('(SELECT max(q.at) FROM auto_answers q WHERE q.case_id = c.id)', 'timestamptz'),
  'customer.id': filled('c.customer_id', 'bigint'),
  'customer.name': { at: 'rows', from: CUSTOMER, sql: 'p.name', type: 'text' },
  'customer.language': { at: 'rows', from: CUSTOMER, sql: 'p.language', type: 'text' },
  'customer.rootLanguage': {
    at: 'rows',
    from: CUSTOMER,
    sql: "split_part(replace(p.language, '-', '_'), '_', 1)",
    type: 'text',
  },
  'customer.address': { at: 'rows', from: CUSTOMER, sql: 'p.address', type: 'text' },
  'customer.blocked': { at: 'rows', from: CUSTOMER, sql: '(p.blocked_at IS NOT NULL)', type: 'boolean' },
  'customer.addresses': {
    at: 'rows',
    from: 'customer_addresses a WHERE a.customer_id = c.customer_id',
    sql: 'a.address',
    type: 'text',
  },
  'customer.xHandle': { at: 'rows', from: identity('x'), sql: 'n.handle', type: 'text' },
  'customer.xFollowers': { at: 'rows', from: identity('x'), sql: 'n.followers', type: 'bigint' },
  'customer.xVerified': { at: 'rows', from: identity('x'), sql: 'n.verified', type: 'boolean' },
  'customer.facebookName': { at: 'rows', from: identity('facebook'), sql: 'n.name', type: 'text' },
  'company.id': { at: 'rows', from: CUSTOMER, sql: 'p.company_id', type: 'bigint' },
  'company.name': { at: 'rows', from: COMPANY, sql: 'o.name', type: 'text' },
  'company.domains': {
    at: 'rows',
    from: 'customers p JOIN company_domains d ON d.company_id = p.company_id WHERE p.id = c.customer_id',
    sql: 'd.domain',
    type: 'text',
  },
};

export function sourceOf({ key, kind, custom }: Field): Source {
  if (custom) return { at: 'json', ...OWNERS[custom.owner], key: custom.key };
  const time = kind.type === 'hours' && kind.open ? SOURCES[kind.of] : undefined;
  if (time?.at === 'column') return { at: 'open-since', sql: time.sql };
  const source = SOURCES[key];
  if (source) return source;
  throw new Error(`The database has no ${key}.`);
}
