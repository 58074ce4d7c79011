import type { CaseStatus } from '@bureau/contracts';
import { statement, type Statement } from '@bureau/platform';

/** The columns of a case that a write may set. What is undefined stays. */
export interface CasePatch {
  status?: CaseStatus;
  subject?: string;
  description?: string;
  priority?: number;
  language?: string | null;
  externalId?: string | null;
  brandId?: number;
  mailboxId?: number | null;
  customerId?: number;
  assigneeId?: number | null;
  groupId?: number | null;
  labelIds?: number[];
  customFields?: Record<string, unknown>;
  waitingSince?: Date | null;
  excerpt?: string;
  activeAt?: Date;
  receivedAt?: Date | null;
  repliedAt?: Date | null;
  workedAt?: Date;
  routeStatus?: string | null;
  lockedBy?: number | null;
  lockedUntil?: Date | null;
  snoozedAt?: Date | null;
  snoozedUntil?: Date | null;
  spamAt?: Date | null;
  deletedAt?: Date | null;
  closedAt?: Date | null;
  mergedIntoId?: number | null;
  continuesCaseId?: number | null;
  rating?: number;
  ratingType?: string;
  ratedAt?: Date;
  /** How much the counts of the interactions grow (or shrink). */
  inbound?: number;
  outbound?: number;
  notes?: number;
  attachments?: number;
}

const COLUMNS: Record<Exclude<keyof CasePatch, keyof typeof COUNTS>, string> = {
  status: 'status',
  subject: 'subject',
  description: 'description',
  priority: 'priority',
  language: 'language',
  externalId: 'external_id',
  brandId: 'brand_id',
  mailboxId: 'mailbox_id',
  customerId: 'customer_id',
  assigneeId: 'assignee_id',
  groupId: 'group_id',
  labelIds: 'label_ids',
  customFields: 'custom_fields',
  waitingSince: 'waiting_since',
  excerpt: 'excerpt',
  activeAt: 'active_at',
  receivedAt: 'received_at',
  repliedAt: 'replied_at',
  workedAt: 'worked_at',
  routeStatus: 'route_status',
  lockedBy: 'locked_by',
  lockedUntil: 'locked_until',
  snoozedAt: 'snoozed_at',
  snoozedUntil: 'snoozed_until',
  spamAt: 'spam_at',
  deletedAt: 'deleted_at',
  closedAt: 'closed_at',
  mergedIntoId: 'merged_into_id',
  continuesCaseId: 'continues_case_id',
  rating: 'rating',
  ratingType: 'rating_type',
  ratedAt: 'rated_at',
};

const COUNTS = {
  inbound: 'inbound_count',
  outbound: 'outbound_count',
  notes: 'note_count',
  attachments: 'attachment_count',
} as const;

/**
 * What a new status does to the times (desk-api-v2.md 3.1.2): the first opening and resolution stay for ever, the latest
 * of each moves, and a reopened case keeps when it was resolved.
 */
const TIMES_BY_STATUS: Partial<Record<CaseStatus, string[]>> = {
  open: [
    "opened_at = CASE WHEN status = 'open' THEN opened_at ELSE $3 END",
    'first_opened_at = coalesce(first_opened_at, $3)',
  ],
  resolved: [
    "resolved_at = CASE WHEN status = 'resolved' THEN resolved_at ELSE $3 END",
    'first_resolved_at = coalesce(first_resolved_at, $3)',
  ],
  closed: ['closed_at = $3'],
};

/** The columns that no person sees change. */
const UNSEEN = new Set<string>(['lockedBy', 'lockedUntil', 'routeStatus', 'workedAt']);

const known = new Map<string, Statement>();

/** The update of a case, prepared once for each set of columns. `items` is by how much its sequence grows. */
export function patchStatement({
  caseId,
  patch,
  items,
  at,
}: {
  caseId: number;
  patch: CasePatch;
  items: number;
  at: Date;
}): {
  query: Statement;
  values: unknown[];
} {
  const fields = Object.entries(patch).filter(([, value]) => value !== undefined);
  const key = `${fields.map(([field]) => field).join('-')}${patch.status === undefined ? '' : `=${patch.status}`}`;
  const query =
    known.get(key) ??
    statement(
      `cases.patch-${known.size}`,
      textFor(
        fields.map(([field]) => field),
        patch.status,
      ),
    );
  known.set(key, query);
  return { query, values: [caseId, items, at, ...fields.map(([field, value]) => valueOf(field, value))] };
}

/**
 * As {@link patchStatement} for many cases that get the same set of columns and the same status. Values: the rows as
 * JSON objects with `id` and the columns, by how much their sequences grow, and when.
 */
export function patchManyStatement(fields: string[], { status }: { status: CaseStatus | undefined }): string {
  const columns: Record<string, string> = COLUMNS;
  const given = fields.map((field) => columns[field]);
  const seen = fields.some((field) => !UNSEEN.has(field)) ? ['changed_at = $3'] : [];
  const times = status === undefined ? [] : (TIMES_BY_STATUS[status] ?? []);
  const sets = ['sequence = sequence + $2', ...seen, ...given.map((column) => `${column} = given_${column}`), ...times];
  return `UPDATE cases SET ${sets.join(', ')}
    FROM (SELECT ${['id', ...given].map((column) => `${column} AS given_${column}`).join(', ')}
          FROM jsonb_populate_recordset(NULL::cases, $1)) given
    WHERE id = given_id AND $3::timestamptz IS NOT NULL`;
}

/** The column that a field of a patch is kept in. */
export function columnOf(field: string): string {
  const columns: Record<string, string> = COLUMNS;
  return columns[field] ?? field;
}

function textFor(fields: string[], status: CaseStatus | undefined): string {
  const columns: Record<string, string> = COLUMNS;
  const counts: Record<string, string> = COUNTS;
  const sets = fields.map((field, index) => {
    const count = counts[field];
    return count ? `${count} = ${count} + $${index + 4}` : `${columns[field]} = $${index + 4}`;
  });
  const seen = fields.some((field) => !UNSEEN.has(field)) ? ['changed_at = $3'] : [];
  const times = status === undefined ? [] : (TIMES_BY_STATUS[status] ?? []);
  return `UPDATE cases SET ${['sequence = sequence + $2', ...seen, ...sets, ...times].join(', ')} WHERE id = $1 AND $3::timestamptz IS NOT NULL`;
}

function valueOf(field: string, value: unknown): unknown {
  return field === 'customFields' ? JSON.stringify(value) : value;
}
