import { Injectable } from '@nestjs/common';
import type { ActorStamp, Channel, SenderVerdict } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';
import { insertPosts } from './insert-posts.ts';
import type { SocialRoute } from './social-replies.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const COUNTS = statement(
  'auto-answers.counts',
  `SELECT (SELECT count(*) FROM auto_answers WHERE address = $1 AND at > $2) AS one,
     (SELECT count(*) FROM auto_answers WHERE at > $2) AS all,
     (SELECT count(*) FROM auto_answers WHERE case_id = $4 AND at > $3) AS "ofCase",
     EXISTS (SELECT FROM auto_answers WHERE case_id = $4 AND kind = 'acknowledgement') AS acknowledged`,
);

const STORE = statement(
  'auto-answers.store',
  `WITH said AS (
     INSERT INTO messages (id, case_id, sequence, direction, subject, text, visible_length, from_name, from_address,
                           recipients_to, message_id, in_reply_to, reference_ids, automatic, author, at, html)
     VALUES ($1, $2, $3, 'out', $4, $5, $14, $6, $7, jsonb_build_array(jsonb_build_object('name', '', 'address', $8::text)),
             $9, $10, CASE WHEN $10::text IS NULL THEN '{}' ELSE ARRAY[$10::text] END, 'auto-answer', $11, $12, $15)
   ), counted AS (
     INSERT INTO auto_answers (address, case_id, at, kind) VALUES ($13, $2, $12, $16)
   )
   INSERT INTO deliveries (message_id, case_id, recipients, next_attempt_at, created_at, updated_at)
   VALUES ($1, $2, ARRAY[$8::text], $12, $12, $12) RETURNING id AS "deliveryId"`,
);

/** The same where a case came from a network. */
const STORE_POST = statement(
  'auto-answers.store-post',
  `WITH said AS (
     INSERT INTO messages (id, case_id, sequence, direction, channel, text, visible_length, from_name, from_address,
                           recipients_to, automatic, author, at)
     VALUES ($1, $2, $3, 'out', $4, $5, $6, $7, $8, $9, 'auto-answer', $10, $11)
   ), posted AS (
     ${insertPosts('$13', { messageId: '$1', at: '$11' })}
   ), counted AS (
     INSERT INTO auto_answers (address, case_id, at, kind) VALUES ($14, $2, $11, 'answer')
   )
   INSERT INTO deliveries (message_id, case_id, recipients, next_attempt_at, created_at, updated_at, route)
   VALUES ($1, $2, $15, $11, $11, $11, $12::jsonb) RETURNING id AS "deliveryId"`,
);

const ANSWERABLE = statement(
  'auto-answers.answerable',
  `SELECT c.brand_id AS "brandId", x.name AS "mailboxName", x.address AS "mailboxAddress", p.address AS "customerAddress",
     m.message_id AS "mailMessageId", m.subject AS "mailSubject", m.sender ->> 'verdict' AS verdict, i.answer_to AS "answerTo",
     (m.automatic IS NOT NULL) AS machine, (i.id IS NOT NULL) AS "byMail",
     coalesce(i.envelope ->> 'imported' = 'true', false) AS imported,
     p.address IS NOT NULL AND EXISTS (SELECT FROM mailboxes o WHERE o.address = lower(p.address)) AS own
   FROM cases c JOIN mailboxes x ON x.id = c.mailbox_id AND x.enabled JOIN customers p ON p.id = c.customer_id
     LEFT JOIN LATERAL (
       SELECT * FROM messages WHERE case_id = c.id AND direction = 'in' AND purpose = 'message'
       ORDER BY sequence DESC LIMIT 1) m ON true
     LEFT JOIN intake_items i ON i.id = m.intake_id
   WHERE c.id = $1 AND c.deleted_at IS NULL`,
);

/** The latest thing that the customer said in a case, and what an automatic answer to it needs to know. */
export interface AnswerableMail {
  brandId: number;
  mailboxName: string;
  mailboxAddress: string;
  customerAddress: string | null;
  /** Of what came last; null when nothing has come. */
  mailMessageId: string | null;
  mailSubject: string | null;
  verdict: SenderVerdict | null;
  /** Whom an automatic answer may go to (RFC 3834 §2), as was decided when the mail was read; null: nobody. */
  answerTo: string | null;
  machine: boolean;
  /** It came as a mail; not by an API, not from the telephone. */
  byMail: boolean;
  imported: boolean;
  /** The customer's address is one of our mailboxes. */
  own: boolean;
}

export interface AutoAnswerRow {
  messageId: number;
  caseId: number;
  sequence: number;
  subject: string;
  text: string;
  /** Characters of `text` before the signature. */
  visibleLength: number;
  html: string;
  fromName: string;
  fromAddress: string;
  to: string;
  mailMessageId: string;
  inReplyTo: string | null;
  author: ActorStamp;
  at: Date;
  kind: 'acknowledgement' | 'answer';
  /** What is counted: `to` without its detail. */
  countedAs: string;
}

export interface AutoPostRow extends SocialRoute {
  messageId: number;
  caseId: number;
  sequence: number;
  channel: Channel;
  text: string;
  author: ActorStamp;
  at: Date;
  countedAs: string;
}

export interface AutoAnswerCounts {
  /** To this address in the last hour. */
  one: number;
  /** In all in the last hour. */
  all: number;
  /** In this case in the last day. */
  ofCase: number;
  /** Whether somebody was told in this case that his mail arrived. */
  acknowledged: boolean;
}

/** What the desk says by itself, and how often. */
@Injectable()
export class AutoAnswerRepository {
  constructor(private readonly database: Database) {}

  /** Undefined when there is no such case, or no mailbox that answers for it. */
  answerable(caseId: number): Promise<AnswerableMail | undefined> {
    return this.database.row<AnswerableMail>(ANSWERABLE, [caseId]);
  }

  async counts({ address, caseId, at }: { address: string; caseId: number; at: Date }): Promise<AutoAnswerCounts> {
    const since = (ms: number) => new Date(at.getTime() - ms);
    const counts = await this.database.row<AutoAnswerCounts>(COUNTS, [address, since(HOUR_MS), since(DAY_MS), caseId]);
    return counts ?? { one: 0, all: 0, ofCase: 0, acknowledged: false };
  }

  /** Until the end of the transaction nobody else counts. */
  async lockCounting(): Promise<void> {
    await this.database.run("SELECT pg_advisory_xact_lock(hashtextextended('auto-answers', 0))");
  }

  /** Reserves the id of the next message. */
  async nextMessageId(): Promise<number> {
    const row = await this.database.row<{ id: number }>(
      "SELECT nextval(pg_get_serial_sequence('messages', 'id')) AS id",
    );
    if (!row) throw new Error('No id for a message.');
    return row.id;
  }

  /** Stores message and delivery, and counts. */
  async store(answer: AutoAnswerRow): Promise<{ deliveryId: number }> {
    const row = await this.database.row<{ deliveryId: number }>(STORE, [
      answer.messageId,
      answer.caseId,
      answer.sequence,
      answer.subject,
      answer.text,
      answer.fromName,
      answer.fromAddress,
      answer.to,
      answer.mailMessageId,
      answer.inReplyTo,
      JSON.stringify(answer.author),
      answer.at,
      answer.countedAs,
      answer.visibleLength,
      answer.html,
      answer.kind,
    ]);
    if (!row) throw new Error('The automatic answer was not stored.');
    return row;
  }

  /** As {@link store}, for an answer on a network. */
  async storePost(answer: AutoPostRow): Promise<{ deliveryId: number }> {
    const { from, to, text } = answer;
    const row = await this.database.row<{ deliveryId: number }>(STORE_POST, [
      ...[answer.messageId, answer.caseId, answer.sequence, answer.channel, text, text.length],
      ...[from.name, from.address, JSON.stringify(to), JSON.stringify(answer.author), answer.at],
      ...[JSON.stringify(answer.route), JSON.stringify(answer.posts), answer.countedAs],
      to.map(({ address }) => address),
    ]);
    if (!row) throw new Error('The automatic answer was not stored.');
    return row;
  }
}
