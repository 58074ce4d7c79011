import { Injectable } from '@nestjs/common';
import { Database, statement } from '@bureau/platform';

export interface ActionMail {
  caseId: number;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  at: Date;
}

const COUNTS = statement(
  'action-mails.counts',
  `SELECT (SELECT count(*) FROM action_mails WHERE recipient = $1 AND at > $2) AS one,
     (SELECT count(*) FROM action_mails WHERE at > $2) AS all`,
);

const ADD = statement(
  'action-mails.add',
  'INSERT INTO action_mails (case_id, recipient, subject, text, html, at) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id',
);

const FIND = statement(
  'action-mails.find',
  'SELECT case_id AS "caseId", recipient, subject, text, html, at FROM action_mails WHERE id = $1',
);

const ECHOES = statement(
  'action-mails.echoes',
  `SELECT automatic IS NOT NULL AND lower(from_address) = lower($2) AS echoes FROM messages
   WHERE case_id = $1 AND direction = 'in' ORDER BY sequence DESC LIMIT 1`,
);

/** The only place that speaks SQL for mails of actions. */
@Injectable()
export class ActionMailRepository {
  constructor(private readonly database: Database) {}

  async counts(recipient: string, since: Date): Promise<{ one: number; all: number }> {
    return (await this.database.row<{ one: number; all: number }>(COUNTS, [recipient, since])) ?? { one: 0, all: 0 };
  }

  /** Whether the last that came into a case is a machine's, from this very address. */
  async echoes(caseId: number, recipient: string): Promise<boolean> {
    return (await this.database.row<{ echoes: boolean }>(ECHOES, [caseId, recipient]))?.echoes ?? false;
  }

  async add({ caseId, recipient, subject, text, html, at }: ActionMail): Promise<number> {
    const row = await this.database.row<{ id: number }>(ADD, [caseId, recipient, subject, text, html, at]);
    if (!row) throw new Error('The mail was not stored.');
    return row.id;
  }

  find(mailId: number): Promise<ActionMail | undefined> {
    return this.database.row<ActionMail>(FIND, [mailId]);
  }

  async forgetBefore(before: Date): Promise<void> {
    await this.database.run('DELETE FROM action_mails WHERE at < $1', [before]);
  }

  /** Those of these users, or of a group, who still work here. */
  colleagues({ userId = null, groupId = null }: { userId?: number | null; groupId?: number | null }) {
    return this.database.rows<{ userId: number; address: string }>(
      `SELECT u.id AS "userId", u.email AS address FROM users u
       WHERE u.disabled_at IS NULL AND (u.id = $1
         OR ($2::bigint IS NOT NULL AND EXISTS (SELECT FROM group_members m WHERE m.group_id = $2 AND m.user_id = u.id)))
       ORDER BY u.id LIMIT 200`,
      [userId, groupId],
    );
  }

  /** Whether mails to this address come back to the desk. */
  async isOurs(address: string): Promise<boolean> {
    return (await this.database.row('SELECT FROM mailboxes WHERE address = lower($1)', [address])) !== undefined;
  }
}
