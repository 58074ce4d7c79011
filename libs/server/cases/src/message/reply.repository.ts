import { Injectable } from '@nestjs/common';
import {
  userIdOf,
  type Actor,
  type ActorStamp,
  type CaseStatus,
  type Channel,
  type EventPayload,
  type FieldChange,
  type MailAddress,
} from '@bureau/contracts';
import { Database, ProblemError, statement, type Statement } from '@bureau/platform';
import { CaseRepository, type LockedCase } from '../case/case.repository.ts';
import { caseAccess, type AccessClause } from '../case/case-access.ts';
import { lockThrough } from '../case/case.statements.ts';
import { insertPosts } from './insert-posts.ts';
import { pictureOf } from './picture-in-text.ts';
import type { PostRoute, PostToSend } from './social-replies.ts';

/**
 * Locks the case, reserves the id of the next message and reads what it answers to, in one round trip. What was said while
 * it waited for the lock is not in its snapshot; but then the sequence is not the one that the writer saw either.
 */
const beginThrough = (access: AccessClause): Statement =>
  statement(
    `replies.begin-${access.kind}`,
    `SELECT locked.*, nextval(pg_get_serial_sequence('messages', 'id')) AS "messageId",
     (SELECT nullif(public_name, '') FROM users WHERE id = $${3 + access.values.length}::bigint) AS "publicName",
     last.message_id AS "inReplyTo", coalesce(last.reference_ids, '{}') AS references
   FROM (${lockThrough(access).text}) locked LEFT JOIN LATERAL (
     SELECT message_id, reference_ids FROM messages
     WHERE case_id = $1 AND message_id IS NOT NULL AND automatic IS NULL AND purpose = 'message' ORDER BY sequence DESC LIMIT 1) last ON true`,
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
     INSERT INTO messages (id, case_id, sequence, direction, channel, subject, text, visible_length, html, from_name,
                           from_address, recipients_to, recipients_cc, recipients_bcc, message_id, in_reply_to,
                           reference_ids, author, user_id, at)
     VALUES ($2, $1, $3, 'out', $26, $7, $8, $25, $9, $10, $11, $12, $13, $24, $14, $15, $16, $17, $18, $6)
   ), posted AS (
     ${insertPosts('$28', { messageId: '$2', at: '$6' })}
   ), files AS (
     INSERT INTO attachments (message_id, position, file_name, content_type, size, sha256, content_id, inline)
     SELECT $2, row_number() OVER (ORDER BY array_position($19::bigint[], id)), file_name, content_type, size, sha256,
       ${pictureOf('$9')}
     FROM uploads WHERE id = ANY($19::bigint[]) AND user_id = $18
   ), told AS (
     INSERT INTO case_events (case_id, sequence, event, actor, changes, at)
     SELECT $1, $3 + 1, 'case.updated', $17, $20::jsonb, $6 WHERE $20::jsonb IS NOT NULL
   ), tidied AS (
     DELETE FROM drafts WHERE case_id = $1 AND user_id = $18 AND kind = 'reply'
   ), sent AS (
     INSERT INTO deliveries (message_id, case_id, recipients, undo_until, next_attempt_at, created_at, updated_at, route)
     VALUES ($2, $1, $21, $22, $22, $6, $6, $27::jsonb) RETURNING id
   ), fact AS (
     INSERT INTO outbox (name, payload)
     SELECT 'message.replied', $23::jsonb || jsonb_build_object('deliveryId', id) FROM sent
   )
   SELECT id AS "deliveryId" FROM sent`,
);

/** The writer, in a column of the contract `ActorStamp`. */
function by(column: string): string {
  return `(${column}->>'kind' = 'user' AND (${column}->>'id')::bigint = $3)`;
}

/** The first message of a case that the company opened goes out like a reply. */
const SEND_FIRST = statement(
  'replies.send-first',
  `WITH named AS (
     UPDATE messages SET message_id = $3 WHERE id = $2
   ), sent AS (
     INSERT INTO deliveries (message_id, case_id, recipients, undo_until, next_attempt_at, created_at, updated_at)
     VALUES ($2, $1, $4, $5, $5, $6, $6) RETURNING id
   ), fact AS (
     INSERT INTO outbox (name, payload)
     SELECT 'message.replied', $7::jsonb || jsonb_build_object('deliveryId', id) FROM sent
   )
   SELECT id AS "deliveryId" FROM sent`,
);

/**
 * Whether anybody was faster (product.md, send guard): a message since the writer looked, whoever sent it, or a note or
 * change by another. What she did herself is no news to her, nor what rules do, nor who has the case: its lock says that.
 */
const NEWS = statement(
  'replies.news',
  `SELECT EXISTS (SELECT FROM messages WHERE case_id = $1 AND sequence > $2)
     OR EXISTS (SELECT FROM notes WHERE case_id = $1 AND sequence > $2 AND NOT ${by('author')})
     OR EXISTS (SELECT FROM case_events WHERE case_id = $1 AND sequence > $2 AND NOT ${by('actor')}
                  AND actor->>'kind' NOT IN ('rule', 'sync', 'system') AND event <> 'case.taken-over') AS news`,
);

const OWN = statement('replies.own-addresses', 'SELECT address FROM mailboxes');

const REPLACE = `UPDATE deliveries SET replaced_by = $3
  WHERE id = $1 AND case_id = $2 AND state IN ('failed', 'unknown', 'bounced') AND replaced_by IS NULL`;

/** A locked case, and what an answer to it needs. */
export interface AnswerableCase extends LockedCase {
  /** Reserved for the answer. */
  messageId: number;
  /** What customers call the writer; null: the name that his colleagues know. */
  publicName: string | null;
  inReplyTo: string | null;
  references: string[];
}

/** A stored message that is to leave the house. */
export interface FirstMail {
  caseId: number;
  messageId: number;
  mailMessageId: string;
  recipients: string[];
  undoUntil: Date;
  at: Date;
}

export interface ReplyRow {
  caseId: number;
  messageId: number;
  sequence: number;
  status: CaseStatus;
  excerpt: string;
  at: Date;
  channel: Channel;
  subject: string;
  text: string;
  html: string | null;
  from: MailAddress;
  to: MailAddress[];
  cc: MailAddress[];
  bcc: MailAddress[];
  /** Null: it is no mail. */
  mailMessageId: string | null;
  inReplyTo: string | null;
  references: string[];
  author: ActorStamp;
  userId: number;
  uploadIds: number[];
  /** What the reply changed besides, told in the history; null when nothing. */
  changes: FieldChange[] | null;
  undoUntil: Date;
  /** How it leaves on a network, and the posts that it becomes there; null and none: by mail. */
  route: PostRoute | null;
  posts: PostToSend[];
}

@Injectable()
export class ReplyRepository {
  constructor(
    private readonly database: Database,
    private readonly cases: CaseRepository,
  ) {}

  /** Locks a case that the actor may see until the end of the transaction; undefined when there is none. */
  begin(actor: Actor, caseId: number): Promise<AnswerableCase | undefined> {
    const access = caseAccess(actor, 3);
    const values = [caseId, false, ...access.values, userIdOf(actor) ?? null];
    return this.database.row<AnswerableCase>(beginThrough(access), values);
  }

  /**
   * Throws case.moved-on when a customer or colleague was faster than a writer who saw the case, which is locked, as it was
   * at `seen`. His own writes since are no news, nor are those of the desk itself; nobody has seen more than there is.
   */
  async refuseIfLate(
    userId: number,
    { id, sequence }: Pick<AnswerableCase, 'id' | 'sequence'>,
    seen: number,
  ): Promise<void> {
    if (seen === sequence) return;
    const isNews = seen > sequence || (await this.hasNewsFor(userId, id, seen));
    if (isNews) throw new ProblemError('case.moved-on', { sequence });
  }

  private async hasNewsFor(userId: number, caseId: number, sequence: number): Promise<boolean> {
    const row = await this.database.row<{ news: boolean }>(NEWS, [caseId, sequence, userId]);
    return row?.news ?? true;
  }

  /** Sends the message that opened a case. The caller rings the outbox. */
  async sendFirst(mail: FirstMail, fact: Omit<EventPayload<'message.replied'>, 'deliveryId'>): Promise<void> {
    const { caseId, messageId, mailMessageId, recipients, undoUntil, at } = mail;
    const values = [caseId, messageId, mailMessageId, recipients, undoUntil, at, JSON.stringify(fact)];
    const row = await this.database.row(SEND_FIRST, values);
    if (!row) throw new Error('The message was not sent.');
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

  /** Every mailbox of this installation. */
  async ownAddresses(): Promise<string[]> {
    const rows = await this.database.rows<{ address: string }>(OWN);
    return rows.map(({ address }) => address);
  }

  /** Locks a delivery, before the case is locked: whoever moves both takes them in this order. */
  async hold(deliveryId: number): Promise<void> {
    await this.database.run('SELECT FROM deliveries WHERE id = $1 FOR UPDATE', [deliveryId]);
  }

  /**
   * Marks a delivery of the same case that failed as replaced by a new message, so that it troubles nobody any more.
   * Throws delivery.not-failed when there is no such one, or it is replaced already.
   */
  async replace(deliveryId: number, { caseId, messageId }: { caseId: number; messageId: number }): Promise<void> {
    const replaced = await this.database.run(REPLACE, [deliveryId, caseId, messageId]);
    if (replaced === 0) throw new ProblemError('delivery.not-failed');
    await this.cases.refreshDeliveryTrouble(caseId);
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
      [...reply.to, ...reply.cc, ...reply.bcc].map(({ address }) => address),
      reply.undoUntil,
      JSON.stringify(fact),
      JSON.stringify(reply.bcc),
      // As everywhere in characters of JavaScript; PostgreSQL counts an emoji as one.
      reply.text.length,
      reply.channel,
      reply.route && JSON.stringify(reply.route),
      JSON.stringify(reply.posts),
    ]);
    if (!row) throw new Error('The reply was not stored.');
    return row;
  }
}
