import { Injectable } from '@nestjs/common';
import { Database, statement } from '@bureau/platform';

export interface Handover {
  conversationId: string;
  /** Another app answers there from then on, not this desk. */
  elsewhere: boolean;
  at: Date;
}

/** What comes out of order changes nothing. */
const KEEP = statement(
  'social-handovers.keep',
  `INSERT INTO social_handovers AS h (account_id, conversation_id, elsewhere, since) VALUES ($1, $2, $3, $4)
   ON CONFLICT (account_id, conversation_id) DO UPDATE SET elsewhere = EXCLUDED.elsewhere, since = EXCLUDED.since
   WHERE h.since <= EXCLUDED.since AND h.elsewhere <> EXCLUDED.elsewhere
   RETURNING elsewhere`,
);

const LATEST_MESSAGE = statement(
  'social-handovers.latest-message',
  `SELECT message_id AS id FROM social_posts
   WHERE account_id = $1 AND conversation_id = $2 AND kind = 'message' AND message_id IS NOT NULL
   ORDER BY posted_at DESC, id DESC LIMIT 1`,
);

const REACT = statement(
  'social-posts.react',
  `UPDATE social_posts SET reaction = $3, reacted_at = $4
   WHERE account_id = $1 AND external_id = $2 AND (reacted_at IS NULL OR reacted_at <= $4) AND reaction IS DISTINCT FROM $3
   RETURNING message_id AS "messageId"`,
);

/** Private conversations of pages: which of their apps answers, and what people feel about what was said. */
@Injectable()
export class SocialHandoverRepository {
  constructor(private readonly database: Database) {}

  /** Whether it is news. */
  async keep(accountId: number, { conversationId, elsewhere, at }: Handover): Promise<boolean> {
    return (await this.database.row(KEEP, [accountId, conversationId, elsewhere, at])) !== undefined;
  }

  async isElsewhere(accountId: number, conversationId: string): Promise<boolean> {
    const row = await this.database.row(
      'SELECT FROM social_handovers WHERE account_id = $1 AND conversation_id = $2 AND elsewhere',
      [accountId, conversationId],
    );
    return row !== undefined;
  }

  /** The latest message of a case in a conversation; null: it is in none. */
  async latestMessage(accountId: number, conversationId: string): Promise<number | null> {
    const row = await this.database.row<{ id: number }>(LATEST_MESSAGE, [accountId, conversationId]);
    return row?.id ?? null;
  }

  /** Undefined: no news, or nobody has told of that message; else its message, if it is one of a case. */
  react(
    accountId: number,
    { externalId, reaction, at }: { externalId: string; reaction: string | null; at: Date },
  ): Promise<{ messageId: number | null } | undefined> {
    return this.database.row<{ messageId: number | null }>(REACT, [accountId, externalId, reaction, at]);
  }
}
