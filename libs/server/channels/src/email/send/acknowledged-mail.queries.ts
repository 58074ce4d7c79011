import { Injectable } from '@nestjs/common';
import type { SenderVerdict } from '@bureau/contracts';
import { Database } from '@bureau/platform';

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
         m.sender ->> 'verdict' AS verdict, i.answer_to AS "answerTo"
       FROM messages m JOIN intake_items i ON i.id = m.intake_id JOIN cases c ON c.id = m.case_id
         JOIN mailboxes x ON x.id = c.mailbox_id
       WHERE m.id = $1 AND m.automatic IS NULL AND i.answer_to IS NOT NULL AND x.auto_acknowledge AND x.enabled AND c.deleted_at IS NULL
         AND i.envelope ->> 'imported' IS DISTINCT FROM 'true'`,
      [messageId],
    );
  }
}
