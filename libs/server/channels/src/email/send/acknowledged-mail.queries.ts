import { Injectable } from '@nestjs/common';
import type { SenderVerdict } from '@bureau/contracts';
import { Database } from '@bureau/platform';
import { WEB_FORM } from '../../web-form/web-post.ts';

/** A case that a mail has opened in a mailbox that acknowledges. */
export interface OpenedByMail {
  brandId: number;
  mailboxName: string;
  mailboxAddress: string;
  mailMessageId: string | null;
  verdict: SenderVerdict | null;
  /** Whom the answer may go to. */
  answerTo: string;
  /** Whether the address is one that somebody merely typed into a form, and nobody has ever proven. */
  typed: boolean;
}

@Injectable()
export class AcknowledgedMailQueries {
  constructor(private readonly database: Database) {}

  /**
   * Undefined when nobody is to be answered: no mail, one that RFC 3834 keeps unanswered, an imported one, or a mailbox
   * that does not acknowledge.
   */
  findOpened(messageId: number): Promise<OpenedByMail | undefined> {
    return this.database.row<OpenedByMail>(
      `SELECT c.brand_id AS "brandId", x.name AS "mailboxName", x.address AS "mailboxAddress", m.message_id AS "mailMessageId",
         m.sender ->> 'verdict' AS verdict, i.answer_to AS "answerTo",
         i.source = '${WEB_FORM}' AND m.sender ->> 'verdict' <> 'verified' AND NOT EXISTS (
           SELECT FROM customer_addresses a WHERE a.address = lower(i.answer_to) AND a.verified_at IS NOT NULL)
         AND NOT EXISTS (
           SELECT FROM cases o JOIN intake_items v ON v.case_id = o.id AND v.fate = 'message'
           WHERE o.customer_id = c.customer_id AND v.sender ->> 'verdict' = 'verified' AND lower(v.from_address) = lower(i.answer_to)
         ) AS typed
       FROM messages m JOIN intake_items i ON i.id = m.intake_id JOIN cases c ON c.id = m.case_id
         JOIN mailboxes x ON x.id = c.mailbox_id
       WHERE m.id = $1 AND m.automatic IS NULL AND i.answer_to IS NOT NULL AND x.auto_acknowledge AND x.enabled AND c.deleted_at IS NULL
         AND i.envelope ->> 'imported' IS DISTINCT FROM 'true'`,
      [messageId],
    );
  }

  /**
   * Whether the desk said something by itself to this address since then. Whoever asks at the same time waits until this
   * transaction has ended, so that of two answers at once only one is given.
   */
  async wasAnswered(address: string, since: Date): Promise<boolean> {
    await this.database.run("SELECT pg_advisory_xact_lock(hashtextextended('acknowledged ' || $1, 0))", [address]);
    const sql = 'SELECT FROM auto_answers WHERE address = $1 AND at > $2 LIMIT 1';
    return (await this.database.row(sql, [address, since])) !== undefined;
  }
}
