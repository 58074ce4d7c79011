import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';

/** How far each stream of an account has been read. */
@Injectable()
export class SocialCursorRepository {
  constructor(private readonly database: Database) {}

  /** Null: it was never read to its end. */
  async find(accountId: number, stream: string): Promise<string | null> {
    const row = await this.database.row<{ position: string }>(
      'SELECT position FROM social_cursors WHERE account_id = $1 AND stream = $2',
      [accountId, stream],
    );
    return row?.position ?? null;
  }

  /** In the transaction that keeps what was read. */
  async advance(accountId: number, stream: string, position: string): Promise<void> {
    await this.database.run(
      `INSERT INTO social_cursors AS c (account_id, stream, position) VALUES ($1, $2, $3)
       ON CONFLICT (account_id, stream) DO UPDATE SET position = EXCLUDED.position, updated_at = now()
       WHERE c.position <> EXCLUDED.position`,
      [accountId, stream, position],
    );
  }
}
