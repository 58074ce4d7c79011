import { Injectable } from '@nestjs/common';
import type { ActorStamp, CaseStatus, FieldChange, ListCases, ViewCount } from '@bureau/contracts';
import { Database, pageFrom, RawJson, readCursor, statement } from '@bureau/platform';
import { excerptOf, type InboundMessage, type StoredFile } from '../message/inbound-message.ts';
import { COUNTED_AT_MOST, COUNTS, listOf, LOCK, OPEN, READ, type ListScope } from './case.statements.ts';

/** What a verb knows of the case it has locked. */
export interface LockedCase {
  id: number;
  status: CaseStatus;
  sequence: number;
  subject: string;
  priority: number;
  brandId: number;
  brandName: string;
  mailboxId: number | null;
  mailboxAddress: string | null;
  mailboxName: string | null;
  assigneeId: number | null;
  groupId: number | null;
  customerId: number;
  customerName: string;
  customerAddress: string | null;
  waitingSince: Date | null;
}

export interface CaseToOpen {
  brandId: number;
  mailboxId: number | null;
  customerId: number;
  groupId: number | null;
  subject: string;
  priority: number;
  continuesCaseId: number | null;
  demo: boolean;
  at: Date;
  actor: ActorStamp;
  reason: string | null;
}

/** The columns of a case that a write may set. */
export interface CasePatch {
  status?: CaseStatus;
  subject?: string;
  priority?: number;
  assigneeId?: number | null;
  groupId?: number | null;
  waitingSince?: Date | null;
  excerpt?: string;
  activeAt?: Date;
}

const PATCH = statement(
  'cases.patch',
  `UPDATE cases SET
     sequence = sequence + $2, updated_at = $3,
     status = coalesce($4, status), subject = coalesce($5, subject), priority = coalesce($6, priority),
     assignee_id = CASE WHEN $7 THEN $8 ELSE assignee_id END,
     group_id = CASE WHEN $9 THEN $10 ELSE group_id END,
     waiting_since = CASE WHEN $11 THEN $12 ELSE waiting_since END,
     excerpt = coalesce($13, excerpt), active_at = coalesce($14, active_at),
     opened_at = CASE WHEN $4 = 'open' THEN coalesce(opened_at, $3) ELSE opened_at END,
     resolved_at = CASE WHEN $4 = 'resolved' THEN $3 WHEN $4 IN ('open', 'pending') THEN NULL ELSE resolved_at END,
     closed_at = CASE WHEN $4 = 'closed' THEN $3 ELSE closed_at END
   WHERE id = $1`,
);

const TELL = statement(
  'cases.tell',
  `INSERT INTO case_events (case_id, sequence, event, actor, changes, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

const FILES = statement(
  'messages.attach',
  `INSERT INTO attachments (message_id, position, file_name, content_type, size, sha256, content_id, inline)
   SELECT $1, row_number() OVER (), f.* FROM
     unnest($2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::boolean[])
     AS f (file_name, content_type, size, sha256, content_id, inline)`,
);

/** The only place that speaks SQL for cases. */
@Injectable()
export class CaseRepository {
  constructor(private readonly database: Database) {}

  async list({ view, brandId, customerId, limit, cursor }: ListCases, userId: number): Promise<RawJson> {
    const place = readCursor(cursor);
    const scope: ListScope = customerId !== undefined ? 'customer' : brandId !== undefined ? 'brand' : 'everything';
    const values = [place?.at ?? null, place?.id ?? null, limit + 1, userId, customerId ?? brandId ?? null];
    return pageFrom(
      await this.database.rows<{ id: number; at: string; json: string }>(listOf(view, scope), values),
      limit,
    );
  }

  async counts(userId: number): Promise<ViewCount[]> {
    const rows = await this.database.rows<{ view: ViewCount['view']; count: number }>(COUNTS, [userId]);
    return rows.map(({ view, count }) => ({
      view,
      count: Math.min(count, COUNTED_AT_MOST),
      more: count > COUNTED_AT_MOST,
    }));
  }

  async read(caseId: number): Promise<RawJson | undefined> {
    const row = await this.database.row<{ json: string }>(READ, [caseId]);
    return row && new RawJson(row.json);
  }

  /** Locks the case until the end of the transaction. */
  lock(caseId: number): Promise<LockedCase | undefined> {
    return this.database.row<LockedCase>(LOCK, [caseId]);
  }

  async open(opened: CaseToOpen, message: InboundMessage): Promise<{ caseId: number; messageId: number }> {
    const row = await this.database.row<{ caseId: number; messageId: number }>(OPEN, [
      opened.brandId,
      opened.mailboxId,
      opened.customerId,
      opened.subject,
      excerptOf(message),
      opened.priority,
      opened.groupId,
      opened.at,
      opened.continuesCaseId,
      opened.demo,
      JSON.stringify(opened.actor),
      opened.reason,
      ...messageValues(message),
    ]);
    if (!row) throw new Error('The case was not opened.');
    await this.attach(row.messageId, message.files);
    return row;
  }

  /** Grows the sequence by `items` and sets the named columns. */
  async patch(caseId: number, patch: CasePatch, { items, at }: { items: number; at: Date }): Promise<void> {
    await this.database.run(PATCH, [
      caseId,
      items,
      at,
      patch.status ?? null,
      patch.subject ?? null,
      patch.priority ?? null,
      patch.assigneeId !== undefined,
      patch.assigneeId ?? null,
      patch.groupId !== undefined,
      patch.groupId ?? null,
      patch.waitingSince !== undefined,
      patch.waitingSince ?? null,
      patch.excerpt ?? null,
      patch.activeAt ?? null,
    ]);
  }

  /** Adds a line to the history. */
  async tell(
    caseId: number,
    line: {
      sequence: number;
      event: string;
      actor: ActorStamp;
      changes: FieldChange[];
      reason: string | null;
      at: Date;
    },
  ): Promise<void> {
    const { sequence, event, actor, changes, reason, at } = line;
    await this.database.run(TELL, [
      caseId,
      sequence,
      event,
      JSON.stringify(actor),
      JSON.stringify(changes),
      reason,
      at,
    ]);
  }

  async attach(messageId: number, files: StoredFile[]): Promise<void> {
    if (files.length === 0) return;
    await this.database.run(FILES, [
      messageId,
      files.map((file) => file.fileName),
      files.map((file) => file.contentType),
      files.map((file) => file.size),
      files.map((file) => file.sha256),
      files.map((file) => file.contentId),
      files.map((file) => file.inline),
    ]);
  }

  /** Marks whether a message of this case is in trouble: failed, unknown or bounced. Mostly there is nothing to write. */
  async refreshDeliveryTrouble(caseId: number): Promise<void> {
    await this.database.run(
      `UPDATE cases SET delivery_trouble = now.trouble
       FROM (SELECT EXISTS (
         SELECT FROM deliveries WHERE case_id = $1 AND state IN ('failed', 'unknown', 'bounced')) AS trouble) now
       WHERE id = $1 AND delivery_trouble <> now.trouble`,
      [caseId],
    );
  }
}

/** The values of a message, in the order in which the statements that insert one name them. */
export function messageValues(message: InboundMessage): unknown[] {
  return [
    message.text,
    message.visibleLength,
    message.html,
    message.from.name,
    message.from.address,
    JSON.stringify(message.to),
    JSON.stringify(message.cc),
    message.messageId,
    message.inReplyTo,
    message.references,
    message.automatic,
    message.sender && JSON.stringify(message.sender),
    JSON.stringify(message.notices),
    message.author && JSON.stringify(message.author),
    message.userId,
    message.customerId,
    message.intakeId,
  ];
}
