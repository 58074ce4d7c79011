import { Injectable } from '@nestjs/common';
import type { PostFacts } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';
import { storable } from '../../intake/inbound-from-mail.ts';

/** A post as the desk knows it. */
export interface KnownPost {
  id: number;
  stableId: string;
  messageId: number | null;
  byAccount: boolean;
  /** Only its end was heard of: nobody has told what it said. */
  isBare: boolean;
  editionId: string | null;
  editedAt: Date | null;
}

export interface PostToKeep {
  accountId: number;
  post: PostFacts;
  /** The message of a case that it is; null: it stands around cases. */
  messageId: number | null;
  byAccount: boolean;
  avatarSha256: string | null;
}

const KNOWN = `id, external_id AS "stableId", message_id AS "messageId", by_account AS "byAccount", edition_id IS NULL AS "isBare",
  edition_id AS "editionId", edited_at AS "editedAt"`;

const FIND = statement(
  'social-posts.find',
  `SELECT ${KNOWN} FROM social_posts WHERE account_id = $1 AND (external_id = $2 OR edition_id = $2)
   ORDER BY external_id = $2 DESC LIMIT 1`,
);

/** What was known of a post (that it was taken down, its message) stays. */
const KEEP = statement(
  'social-posts.keep',
  `INSERT INTO social_posts AS p (account_id, external_id, edition_id, kind, conversation_id, parent_id, quoted_id, writer_id,
     writer, avatar_sha256, by_account, text, url, message_id, posted_at, edited_at, demo)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16,
     (SELECT demo FROM social_accounts WHERE id = $1))
   ON CONFLICT (account_id, external_id) DO UPDATE SET
     edition_id = EXCLUDED.edition_id, kind = EXCLUDED.kind, conversation_id = EXCLUDED.conversation_id,
     parent_id = EXCLUDED.parent_id, quoted_id = EXCLUDED.quoted_id, writer_id = EXCLUDED.writer_id, writer = EXCLUDED.writer,
     avatar_sha256 = coalesce(EXCLUDED.avatar_sha256, p.avatar_sha256), by_account = EXCLUDED.by_account,
     text = EXCLUDED.text, url = coalesce(EXCLUDED.url, p.url), message_id = coalesce(p.message_id, EXCLUDED.message_id),
     posted_at = EXCLUDED.posted_at, edited_at = coalesce(EXCLUDED.edited_at, p.edited_at)
   WHERE p.message_id IS NULL
   RETURNING id`,
);

const REWORDED = statement(
  'social-posts.reworded',
  `SELECT p.external_id AS "externalId", left(encode(sha256(convert_to(said.text, 'UTF8')), 'hex'), 16) AS name
   FROM unnest($2::text[], $3::text[]) AS said (id, text)
     JOIN social_posts p ON p.account_id = $1 AND p.external_id = said.id LEFT JOIN messages m ON m.id = p.message_id
   WHERE p.edition_id IS NOT NULL AND NOT p.by_account AND p.kind IN ('post', 'comment') AND m.erased_at IS NULL
     AND coalesce(m.text, p.text) <> said.text AND said.text <> '' AND p.updated_at < now() - interval '1 minute'`,
);

export type Mark = 'deleted' | 'hidden' | 'shown';

const MARKS: Record<Mark, string> = {
  deleted: 'deleted_at = coalesce(p.deleted_at, EXCLUDED.posted_at)',
  hidden: 'hidden_at = coalesce(p.hidden_at, EXCLUDED.posted_at)',
  shown: 'hidden_at = NULL',
};

/** What of a mark is news. */
const NEWS: Record<Mark, string> = {
  deleted: 'p.deleted_at IS NULL',
  hidden: 'p.hidden_at IS NULL',
  shown: 'p.hidden_at IS NOT NULL',
};

/** Everything that was said on networks, as far as this desk has heard of it. */
@Injectable()
export class SocialPostRepository {
  constructor(private readonly database: Database) {}

  /** Serialises everything about a post, then about its place, until the end of the transaction; in this order. */
  async lock(accountId: number, what: string): Promise<void> {
    await this.database.run("SELECT pg_advisory_xact_lock(hashtextextended('social ' || $1::text || ' ' || $2, 0))", [
      accountId,
      what,
    ]);
  }

  /** By its stable id, or that of its latest edition. */
  find(accountId: number, externalId: string): Promise<KnownPost | undefined> {
    return this.database.row<KnownPost>(FIND, [accountId, externalId]);
  }

  /** Of posts without editions of their own: which of them say something else now, and what that is called. */
  async findReworded(accountId: number, texts: ReadonlyMap<string, string>): Promise<Map<string, string>> {
    if (texts.size === 0) return new Map();
    const rows = await this.database.rows<{ externalId: string; name: string }>(REWORDED, [
      ...[accountId, [...texts.keys()], [...texts.values()].map(storable)],
    ]);
    return new Map(rows.map(({ externalId, name }) => [externalId, name]));
  }

  /** Keeps what stands around cases and nobody has told of; what is known stays as it is. */
  async keepAround(accountId: number, post: PostFacts): Promise<void> {
    await this.database.transaction(async () => {
      await this.lock(accountId, post.stableId);
      if (await this.find(accountId, post.stableId)) return;
      await this.keep({ accountId, post, messageId: null, byAccount: post.byAccount, avatarSha256: null });
    });
  }

  /** Words of what belongs to a case are in its message only, so that what is erased there is erased. */
  async keep({ accountId, post, messageId, byAccount, avatarSha256 }: PostToKeep): Promise<void> {
    const { writer } = post;
    const shown = writer && {
      ...{ handle: storable(writer.handle), name: storable(writer.name) },
      ...{ followers: writer.followers ?? null, verified: writer.verified ?? false },
    };
    await this.database.run(KEEP, [
      ...[accountId, post.stableId, post.externalId, post.kind, post.conversationId, post.parentId, post.quotedId],
      ...[writer?.externalId ?? '', JSON.stringify(shown ?? {}), avatarSha256, byAccount],
      ...[messageId === null ? storable(post.text) : '', post.url && storable(post.url), messageId, post.at],
      post.edited ? (post.editedAt ?? post.at) : null,
    ]);
  }

  /** Keeps which edition is the latest; the words of what stands around cases, too. */
  async revise(id: number, { externalId, editedAt, text }: { externalId: string; editedAt: Date; text: string }) {
    await this.database.run(
      `UPDATE social_posts SET edition_id = $2, edited_at = $3, text = CASE WHEN message_id IS NULL THEN $4 ELSE '' END
       WHERE id = $1`,
      [id, externalId, editedAt, storable(text)],
    );
  }

  /** Also of a post that nobody has told of yet. Undefined: no news; else its message, if it is one. */
  async mark(
    accountId: number,
    { externalId, mark, at }: { externalId: string; mark: Mark; at: Date },
  ): Promise<{ messageId: number | null } | undefined> {
    const known = await this.find(accountId, externalId);
    const begun = mark === 'deleted' ? ['deleted_at', '$3'] : ['hidden_at', mark === 'hidden' ? '$3' : 'NULL'];
    return this.database.row<{ messageId: number | null }>(
      `INSERT INTO social_posts AS p (account_id, external_id, kind, posted_at, ${begun[0]}, demo)
       VALUES ($1, $2, 'post', $3, ${begun[1]}, (SELECT demo FROM social_accounts WHERE id = $1))
       ON CONFLICT (account_id, external_id) DO UPDATE SET ${MARKS[mark]} WHERE ${NEWS[mark]}
       RETURNING message_id AS "messageId"`,
      [accountId, known?.stableId ?? externalId, at],
    );
  }
}
