import { Injectable } from '@nestjs/common';
import type { MailboxTest } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

const IS_TEST = statement('mailbox-tests.is-test', 'SELECT 1 FROM mailbox_tests WHERE message_id = $1');

/** The latest test mail of each mailbox. The ledger of what arrives says when it came back. */
@Injectable()
export class MailboxTestRepository {
  constructor(private readonly database: Database) {}

  async begin(mailboxId: number, { messageId, sentAt }: { messageId: string; sentAt: Date }): Promise<void> {
    await this.database.run(
      `INSERT INTO mailbox_tests (mailbox_id, message_id, sent_at) VALUES ($1, $2, $3)
       ON CONFLICT (mailbox_id) DO UPDATE
       SET message_id = excluded.message_id, sent_at = excluded.sent_at, refusal = ''`,
      [mailboxId, messageId, sentAt],
    );
  }

  /** In the server's words; empty when it took the mail. */
  async refuse(mailboxId: number, refusal: string): Promise<void> {
    await this.database.run('UPDATE mailbox_tests SET refusal = $2 WHERE mailbox_id = $1', [mailboxId, refusal]);
  }

  find(mailboxId: number): Promise<MailboxTest | undefined> {
    return this.database.row<MailboxTest>(
      `SELECT to_json(t.sent_at) #>> '{}' AS "sentAt", t.refusal,
         (SELECT to_json(min(i.received_at)) #>> '{}' FROM intake_items i WHERE i.mail_message_id = t.message_id)
           AS "returnedAt"
       FROM mailbox_tests t WHERE t.mailbox_id = $1`,
      [mailboxId],
    );
  }

  async isTest(messageId: string): Promise<boolean> {
    return (await this.database.row(IS_TEST, [messageId])) !== undefined;
  }
}
