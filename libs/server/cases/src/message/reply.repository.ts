import { Injectable } from '@nestjs/common';
import type { Actor, ActorStamp, CaseStatus, EventPayload, FieldChange, MailAddress } from '@bureau/contracts';
import { Database, statement, type Statement } from '@bureau/platform';
import type { LockedCase } from '../case/case.repository.ts';
import { caseAccess, type AccessClause } from '../case/case-access.ts';
import { lockThrough } from '../case/case.statements.ts';

/**
 * Locks the case, reserves the id of the next message and reads what it answers to, in one round trip. What was said while
 * it waited for the lock is not in its snapshot; but then the sequence is not the one that the writer saw either.
 */
const beginThrough = (access: AccessClause): Statement =>
  statement(
    `replies.begin-${access.kind}`,
    `SELECT locked.*, nextval(pg_get_serial_sequence('messages', 'id')) AS "messageId",
     last.message_id AS "inReplyTo", coalesce(last.reference_ids, '{}') AS references
   FROM (${lockThrough(access).text}) locked LEFT JOIN LATERAL (
     SELECT message_id, reference_ids FROM messages
     WHERE case_id = $1 AND message_id IS NOT NULL AND automatic IS NULL ORDER BY sequence DESC LIMIT 1) last ON true`,
  );

const STORE = statement(
  'replies.store',
  `WITH moved AS (
     UPDATE cases SET sequence = $3 + CASE WHEN $20::jsonb IS NULL THEN 0 ELSE 1 END, status = $4, waiting_since = NULL,
       excerpt = $5, active_at = $6, changed_at = $6, replied_at = $6, outbound_count = outbound_count + 1,
       attachment_count = attachment_count + cardinality($19::bigint[]),
       opened_at = CASE WHEN status IN ('new', 'resolved') THEN $6 ELSE coalesce(opened_at, $6) END,
       first_opened_at = coalesce(first_opened_at, $6),
       resolved_at = CASE WHEN $4 = 'resolved' AND status <> 'resolved' THEN $6 ELSE resolved_at END,
       first_resolved_at = CASE WHEN $4 = 'resolved' THEN coalesce(first_resolved_at, $6) ELSE first_resolved_at END
     WHERE id = $1
   ), said AS (
     INSERT INTO messages (id, case_id, sequence, direction, subject, text, visible_length, html, from_name, from_address,
                           recipients_to, recipients_cc, message_id, in_reply_to, reference_ids, author, user_id, at)
     VALUES ($2, $1, $3, 'out', $7, $8, length($8), $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $6)
   ), files AS (
     INSERT INTO attachments (message_id, position, file_name, content_type, size, sha256)
     SELECT $2, row_number() OVER (ORDER BY array_position($19::bigint[], id)), file_name, content_type, size, sha256
     FROM uploads WHERE id = ANY($19::bigint[]) AND user_id = $18
   ), told AS (
     INSERT INTO case_events (case_id, sequence, event, actor, changes, at)
     SELECT $1, $3 + 1, 'case.updated', $17, $20::jsonb, $6 WHERE $20::jsonb IS NOT NULL
   ), tidied AS (
     DELETE FROM drafts WHERE case_id = $1 AND user_id = $18 AND kind = 'reply'
   ), sent AS (
     INSERT INTO deliveries (message_id, case_id, recipients, undo_until, next_attempt_at, created_at, updated_at)
     VALUES ($2, $1, $21, $22, $22, $6, $6) RETURNING id
   ), fact AS (
     INSERT INTO outbox (name, payload)
     SELECT 'message.replied', $23::jsonb || jsonb_build_object('deliveryId', id) FROM sent
   )
   SELECT id AS "deliveryId" FROM sent`,
);

/** A locked case, and what an answer to it needs. */
export interface AnswerableCase extends LockedCase {
  /** Reserved for the answer. */
  messageId: number;
  inReplyTo: string | null;
  references: string[];
}

export interface ReplyRow {
  caseId: number;
  messageId: number;
  sequence: number;
  status: CaseStatus;
  excerpt: string;
  at: Date;
  subject: string;
  text: string;
  html: string | null;
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  mailMessageId: string;
  inReplyTo: string | null;
  references: string[];
  author: ActorStamp;
  userId: number;
  uploadIds: number[];
  /** What the reply changed besides, told in the history; null when nothing. */
  changes: FieldChange[] | null;
  undoUntil: Date;
}

@Injectable()
export class ReplyRepository {
  constructor(private readonly database: Database) {}

  /** Locks a case that the actor may see until the end of the transaction; undefined when there is none. */
  begin(actor: Actor, caseId: number): Promise<AnswerableCase | undefined> {
    const access = caseAccess(actor, 3);
    return this.database.row<AnswerableCase>(beginThrough(access), [caseId, false, ...access.values]);
  }

  /** How many of these uploads are the user's own. */
  async countUploads(userId: number, uploadIds: number[]): Promise<number> {
    if (uploadIds.length === 0) return 0;
    const row = await this.database.row<{ count: number }>(
      'SELECT count(*) AS count FROM uploads WHERE id = ANY($1) AND user_id = $2',
      [uploadIds, userId],
    );
    return row?.count ?? 0;
  }

  /**
   * Stores message, attachments, delivery, history, the case's new state and the fact for the outbox in one statement,
   * because a reply is what agents wait for. The caller rings the outbox.
   */
  async store(
    reply: ReplyRow,
    fact: Omit<EventPayload<'message.replied'>, 'deliveryId'>,
  ): Promise<{ deliveryId: number }> {
    const row = await this.database.row<{ deliveryId: number }>(STORE, [
      reply.caseId,
      reply.messageId,
      reply.sequence,
      reply.status,
      reply.excerpt,
      reply.at,
      reply.subject,
      reply.text,
      reply.html,
      reply.from.name,
      reply.from.address,
      JSON.stringify(reply.to),
      JSON.stringify(reply.cc),
      reply.mailMessageId,
      reply.inReplyTo,
      reply.references,
      JSON.stringify(reply.author),
      reply.userId,
      reply.uploadIds,
      reply.changes && JSON.stringify(reply.changes),
      [...reply.to, ...reply.cc].map(({ address }) => address),
      reply.undoUntil,
      JSON.stringify(fact),
    ]);
    if (!row) throw new Error('The reply was not stored.');
    return row;
  }
}
