import { Injectable } from '@nestjs/common';
import { caseAccess } from '@bureau/cases';
import type { Actor } from '@bureau/contracts';
import { Database } from '@bureau/platform';

/** Pictures of those who wrote posts, as this desk has copied them. */
@Injectable()
export class PostPicturesQueries {
  constructor(private readonly database: Database) {}

  /**
   * Whose post belongs to a case that the actor may see, or stands in the conversation of one. Null: nobody's that he may
   * see, or no picture.
   */
  async ofWriter(actor: Actor, postId: number): Promise<string | null> {
    const access = caseAccess(actor, 2);
    const row = await this.database.row<{ sha256: string | null }>(
      `SELECT p.avatar_sha256 AS sha256 FROM social_posts p
       WHERE p.id = $1 AND EXISTS (
         SELECT FROM social_posts near JOIN messages m ON m.id = near.message_id JOIN cases c ON c.id = m.case_id
         WHERE near.account_id = p.account_id AND near.conversation_id = p.conversation_id AND c.deleted_at IS NULL
           AND ${access.sql})`,
      [postId, ...access.values],
    );
    return row?.sha256 ?? null;
  }
}
