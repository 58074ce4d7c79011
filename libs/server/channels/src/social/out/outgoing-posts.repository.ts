import { Injectable } from '@nestjs/common';
import type { Network, PostKind } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** A post that a message becomes, and how far it has come. */
export interface OutgoingPost {
  id: number;
  part: number;
  kind: PostKind;
  /** Null: we do not know that it stands there. */
  externalId: string | null;
  parentId: string | null;
  /** When the network was about to be asked to post it; without an id, it may stand there since. */
  attemptedAt: Date | null;
}

/** What the network calls it, and where it stands. */
export interface PostedThere {
  externalId: string;
  /** Empty: as it was. */
  conversation: string;
  url: string | null;
}

/** The account that speaks. */
export interface SpeakingAccount {
  id: number;
  network: Network;
  externalId: string;
  handle: string;
}

const PARTS = statement(
  'outgoing-posts.parts',
  `SELECT id, part, kind, external_id AS "externalId", parent_id AS "parentId", attempted_at AS "attemptedAt"
   FROM social_posts WHERE message_id = $1 AND by_account ORDER BY part`,
);

const BEGIN = statement(
  'outgoing-posts.begin',
  'UPDATE social_posts SET attempted_at = $2, parent_id = $3 WHERE id = $1 AND external_id IS NULL',
);

const FORGET = statement(
  'outgoing-posts.forget',
  'UPDATE social_posts SET attempted_at = NULL WHERE id = $1 AND external_id IS NULL',
);

const ADOPT = statement(
  'outgoing-posts.adopt',
  `UPDATE social_posts SET external_id = $2, edition_id = $2, url = $3, posted_at = $5,
     conversation_id = CASE WHEN $4 <> '' THEN $4 WHEN conversation_id <> '' THEN conversation_id ELSE $2 END
   WHERE id = $1 AND external_id IS NULL
     AND NOT EXISTS (SELECT FROM social_posts o WHERE o.account_id = social_posts.account_id AND o.external_id = $2)`,
);

const KNOWN = statement(
  'outgoing-posts.known',
  'SELECT external_id AS id FROM social_posts WHERE account_id = $1 AND external_id = ANY($2::text[])',
);

const ACCOUNT = statement(
  'outgoing-posts.account',
  'SELECT id, network, external_id AS "externalId", handle FROM social_accounts WHERE id = $1',
);

const PENDING = statement(
  'outgoing-posts.pending',
  `SELECT p.id, p.message_id AS "messageId", p.part, p.kind, p.parent_id AS "parentId",
     p.conversation_id AS conversation, m.text, d.route -> 'parts' AS parts, d.state = 'sending' AS "isSpoken"
   FROM social_posts p JOIN messages m ON m.id = p.message_id JOIN deliveries d ON d.message_id = m.id
   WHERE p.account_id = $1 AND p.attempted_at IS NOT NULL AND p.external_id IS NULL`,
);

/** A post that the network was asked for, and whose answer we do not have (yet). */
export interface PendingPost {
  id: number;
  messageId: number;
  conversation: string;
  part: number;
  kind: PostKind;
  parentId: string | null;
  /** The network is being asked right now. */
  isSpoken: boolean;
  /** Of the whole message. */
  text: string;
  parts: { from: number; to: number }[];
}

/** Posts of ours on their way to a network. */
@Injectable()
export class OutgoingPostsRepository {
  constructor(private readonly database: Database) {}

  /** Those that a message becomes, in their order. */
  ofMessage(messageId: number): Promise<OutgoingPost[]> {
    return this.database.rows<OutgoingPost>(PARTS, [messageId]);
  }

  async account(accountId: number): Promise<SpeakingAccount | null> {
    return (await this.database.row<SpeakingAccount>(ACCOUNT, [accountId])) ?? null;
  }

  /** Notes durably that it may stand there from now on. */
  async begin(postId: number, { at, parentId }: { at: Date; parentId: string | null }): Promise<void> {
    await this.database.run(BEGIN, [postId, at, parentId]);
  }

  /** The network surely does not have it. */
  async forget(postId: number): Promise<void> {
    await this.database.run(FORGET, [postId]);
  }

  /** It stands there. Said again, or known as another post already, it changes nothing. */
  async adopt(postId: number, { externalId, url, conversation }: PostedThere, at: Date): Promise<void> {
    await this.database.run(ADOPT, [postId, externalId, url, conversation, at]);
  }

  /** Which of these posts the desk knows already: they are not what was lost. */
  async known(accountId: number, externalIds: readonly string[]): Promise<Set<string>> {
    const rows = await this.database.rows<{ id: string }>(KNOWN, [accountId, externalIds]);
    return new Set(rows.map(({ id }) => id));
  }

  /** Posts of an account that may stand there without our knowing. */
  pending(accountId: number): Promise<PendingPost[]> {
    return this.database.rows<PendingPost>(PENDING, [accountId]);
  }
}
