import { Injectable } from '@nestjs/common';
import { caseAccess } from '@bureau/cases';
import type { Actor, Network, PostKind } from '@bureau/contracts';
import { Database } from '@bureau/platform';

/** What somebody in the desk can do to a post; each can be taken back. */
export type Deed = 'like' | 'repost' | 'follow' | 'hide';

/** A post of a case, and what was done to it. */
export interface ActedPost {
  id: number;
  caseId: number;
  accountId: number;
  /** The network's own id of our account. */
  accountExternalId: string;
  network: Network;
  kind: PostKind;
  externalId: string | null;
  conversationId: string;
  writerId: string;
  byAccount: boolean;
  deletedAt: Date | null;
  done: Record<Deed, boolean>;
  /** All parts of what was split, with this one. */
  parts: { id: number; externalId: string | null }[];
}

const COLUMNS: Record<Deed, string> = {
  like: 'liked_at',
  repost: 'reposted_at',
  follow: 'followed_at',
  hide: 'hidden_at',
};

/** What was done to posts in the name of an account. */
@Injectable()
export class ActedPostsRepository {
  constructor(private readonly database: Database) {}

  /** The post that a message is, when the actor may see its case. */
  find(actor: Actor, messageId: number): Promise<ActedPost | undefined> {
    const access = caseAccess(actor, 2);
    return this.database.row<ActedPost>(
      `SELECT p.id, c.id AS "caseId", p.account_id AS "accountId", a.external_id AS "accountExternalId", a.network, p.kind,
         p.external_id AS "externalId", p.conversation_id AS "conversationId", p.writer_id AS "writerId",
         p.by_account AS "byAccount", p.deleted_at AS "deletedAt",
         json_build_object('like', p.liked_at IS NOT NULL, 'repost', p.reposted_at IS NOT NULL,
           'follow', p.followed_at IS NOT NULL, 'hide', p.hidden_at IS NOT NULL) AS done,
         (SELECT json_agg(json_build_object('id', q.id, 'externalId', q.external_id) ORDER BY q.part)
          FROM social_posts q WHERE q.message_id = m.id) AS parts
       FROM messages m JOIN cases c ON c.id = m.case_id JOIN social_posts p ON p.message_id = m.id AND p.part = 0
         JOIN social_accounts a ON a.id = p.account_id
       WHERE m.id = $1 AND c.deleted_at IS NULL AND ${access.sql} ORDER BY p.id LIMIT 1`,
      [messageId, ...access.values],
    );
  }

  /** The message of a case that a post is; null: it stands in none. */
  async messageOf(postId: number): Promise<number | null> {
    const sql = 'SELECT message_id AS "messageId" FROM social_posts WHERE id = $1';
    return (await this.database.row<{ messageId: number | null }>(sql, [postId]))?.messageId ?? null;
  }

  async caseOf(messageId: number): Promise<number | null> {
    const sql = 'SELECT case_id AS "caseId" FROM messages WHERE id = $1';
    return (await this.database.row<{ caseId: number }>(sql, [messageId]))?.caseId ?? null;
  }

  /** False: it was so already. Whom the account follows, it follows at all of his posts. */
  async note({ id, accountId, writerId }: ActedPost, { deed, on, at }: { deed: Deed; on: boolean; at: Date }) {
    const column = COLUMNS[deed];
    const changed = await this.database.run(
      `UPDATE social_posts SET ${column} = CASE WHEN $2 THEN $3::timestamptz END WHERE id = $1 AND (${column} IS NOT NULL) <> $2`,
      [id, on, at],
    );
    if (deed === 'follow' && changed > 0) {
      await this.database.run(
        `UPDATE social_posts SET followed_at = CASE WHEN $3 THEN $4::timestamptz END
         WHERE account_id = $1 AND writer_id = $2 AND message_id IS NOT NULL AND (followed_at IS NOT NULL) <> $3`,
        [accountId, writerId, on, at],
      );
    }
    return changed > 0;
  }

  /** False: it was gone already. */
  async noteRemoved(postId: number, at: Date): Promise<boolean> {
    const sql = 'UPDATE social_posts SET deleted_at = $2 WHERE id = $1 AND deleted_at IS NULL';
    return (await this.database.run(sql, [postId, at])) > 0;
  }
}
