import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';
import type { PostedThere } from './outgoing-posts.repository.ts';

/** What an account says by itself, before the network has named it. */
export interface AccountPost {
  id: number;
  accountId: number;
  text: string;
  attemptedAt: Date;
  /** Somebody asked for it before, and nobody knows what came of that. */
  isAgain: boolean;
}

/** Posts of an account that belong to no case. */
@Injectable()
export class AccountPostsRepository {
  constructor(private readonly database: Database) {}

  /** Notes durably that it may stand there from now on; of two who want the same, one finds what the other began. */
  async begin(
    accountId: number,
    { text, userId, at }: { text: string; userId: number | null; at: Date },
  ): Promise<AccountPost> {
    await this.database.run("SELECT pg_advisory_xact_lock(hashtextextended('x-post ' || $1::text || ' ' || $2, 0))", [
      accountId,
      text,
    ]);
    const row = await this.database.row<AccountPost>(
      `WITH known AS (
         SELECT id, attempted_at FROM social_posts
         WHERE account_id = $1 AND attempted_at IS NOT NULL AND external_id IS NULL AND message_id IS NULL AND text = $2
         ORDER BY id LIMIT 1
       ), made AS (
         INSERT INTO social_posts (account_id, kind, by_account, text, writer_id, writer, posted_at, attempted_at, posted_by, demo)
         SELECT a.id, 'post', true, $2, a.external_id, jsonb_build_object('handle', a.handle, 'name', a.name), $4, $4, $3, a.demo
         FROM social_accounts a WHERE a.id = $1 AND NOT EXISTS (SELECT FROM known)
         RETURNING id, attempted_at
       )
       SELECT id, $1::bigint AS "accountId", $2 AS text, attempted_at AS "attemptedAt", true AS "isAgain" FROM known
       UNION ALL SELECT id, $1, $2, attempted_at, false FROM made`,
      [accountId, text, userId, at],
    );
    if (!row) throw new Error('The post was not kept.');
    return row;
  }

  /** Asks once more: false when somebody else does. */
  async again({ id, attemptedAt }: AccountPost, at: Date): Promise<boolean> {
    const sql = `UPDATE social_posts SET attempted_at = $3 WHERE id = $1 AND attempted_at = $2 AND external_id IS NULL`;
    return (await this.database.run(sql, [id, attemptedAt, at])) > 0;
  }

  /** It stands there; its number. Where the network has told of it before, that is the one. */
  async adopt({ id, accountId }: AccountPost, { externalId, url }: PostedThere, at: Date): Promise<number> {
    const known = await this.database.row<{ id: number }>(
      'SELECT id FROM social_posts WHERE account_id = $1 AND external_id = $2 FOR UPDATE',
      [accountId, externalId],
    );
    if (known && known.id !== id) {
      await this.database.run(
        `WITH gone AS (DELETE FROM social_posts WHERE id = $1 RETURNING posted_by)
         UPDATE social_posts p SET posted_by = gone.posted_by FROM gone WHERE p.id = $2`,
        [id, known.id],
      );
      return known.id;
    }
    await this.database.run(
      `UPDATE social_posts SET external_id = $2, edition_id = $2, conversation_id = $2, url = $3, posted_at = $4 WHERE id = $1`,
      [id, externalId, url, at],
    );
    return id;
  }

  /** The network surely does not have it. */
  async forget(id: number): Promise<void> {
    await this.database.run('DELETE FROM social_posts WHERE id = $1 AND external_id IS NULL AND message_id IS NULL', [
      id,
    ]);
  }

  /** Of which nobody knows since before then whether they stand there. */
  unsettled(before: Date): Promise<AccountPost[]> {
    return this.database.rows<AccountPost>(
      `SELECT id, account_id AS "accountId", text, attempted_at AS "attemptedAt", true AS "isAgain" FROM social_posts
       WHERE attempted_at < $1 AND external_id IS NULL AND message_id IS NULL AND by_account ORDER BY id LIMIT 100`,
      [before],
    );
  }

  /** Whom the account follows, it follows at all of his posts. */
  async noteFollowed(accountId: number, writerId: string, at: Date | null): Promise<void> {
    await this.database.run(
      'UPDATE social_posts SET followed_at = $3 WHERE account_id = $1 AND writer_id = $2 AND message_id IS NOT NULL',
      [accountId, writerId, at],
    );
  }
}
