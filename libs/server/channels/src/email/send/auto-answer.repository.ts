import { Injectable } from '@nestjs/common';
import type { ActorStamp, SenderVerdict } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** Automatic answers to one address in an hour. */
export const ANSWERS_TO_ONE = 3;

/** Automatic answers in an hour in all. */
export const ANSWERS_TO_ALL = 500;

const HOUR_MS = 3_600_000;

const COUNTS = statement(
  'auto-answers.counts',
  `SELECT (SELECT count(*) FROM auto_answers WHERE address = $1 AND at > $2) AS one,
     (SELECT count(*) FROM auto_answers WHERE at > $2) AS all`,
);

const STORE = statement(
  'auto-answers.store',
  `WITH said AS (
     INSERT INTO messages (id, case_id, sequence, direction, subject, text, visible_length, from_name, from_address,
                           recipients_to, message_id, in_reply_to, reference_ids, automatic, author, at, html)
     VALUES ($1, $2, $3, 'out', $4, $5, $14, $6, $7, jsonb_build_array(jsonb_build_object('name', '', 'address', $8::text)),
             $9, $10, CASE WHEN $10::text IS NULL THEN '{}' ELSE ARRAY[$10::text] END, 'auto-answer', $11, $12, $15)
   ), counted AS (
     INSERT INTO auto_answers (address, case_id, at) VALUES ($13, $2, $12)
   )
   INSERT INTO deliveries (message_id, case_id, recipients, next_attempt_at, created_at, updated_at)
   VALUES ($1, $2, ARRAY[$8::text], $12, $12, $12) RETURNING id AS "deliveryId"`,
);

/** A case that a mail has opened in a mailbox that acknowledges. */
export interface OpenedByMail {
  brandId: number;
  mailboxName: string;
  mailboxAddress: string;
  mailMessageId: string | null;
  verdict: SenderVerdict | null;
  /** Whom the answer may go to. */
  answerTo: string;
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
  /** What is counted: `to` without its detail. */
  countedAs: string;
}

/** What the desk says by itself, and how often. */
@Injectable()
export class AutoAnswerRepository {
  constructor(private readonly database: Database) {}

  /**
   * Undefined when nobody is to be answered: no mail, one that RFC 3834 keeps unanswered, an imported one, or a mailbox
   * that does not acknowledge.
   */
  findOpened(messageId: number): Promise<OpenedByMail | undefined> {
    return this.database.row<OpenedByMail>(
      `SELECT c.brand_id AS "brandId", x.name AS "mailboxName", x.address AS "mailboxAddress", m.message_id AS "mailMessageId",
         m.sender ->> 'verdict' AS verdict, i.answer_to AS "answerTo"
       FROM messages m JOIN intake_items i ON i.id = m.intake_id JOIN cases c ON c.id = m.case_id
         JOIN mailboxes x ON x.id = c.mailbox_id
       WHERE m.id = $1 AND m.automatic IS NULL AND i.answer_to IS NOT NULL AND x.auto_acknowledge AND x.enabled AND c.deleted_at IS NULL
         AND i.envelope ->> 'imported' IS DISTINCT FROM 'true'`,
      [messageId],
    );
  }

  /** How many went out in the last hour. */
  async counts(address: string, at: Date): Promise<{ one: number; all: number }> {
    const counts = await this.database.row<{ one: number; all: number }>(COUNTS, [
      address,
      new Date(at.getTime() - HOUR_MS),
    ]);
    return counts ?? { one: 0, all: 0 };
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
    ]);
    if (!row) throw new Error('The automatic answer was not stored.');
    return row;
  }
}
