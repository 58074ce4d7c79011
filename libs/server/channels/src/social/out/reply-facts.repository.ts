import { Injectable } from '@nestjs/common';
import type { Network, SocialAccountState } from '@bureau/contracts';
import type { PersonThere, SaidThere } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';

/** An account that could answer. */
export interface AnsweringAccount {
  id: number;
  handle: string;
  name: string;
  state: SocialAccountState;
  long: boolean;
}

/** A file that somebody has uploaded for his answer. */
export interface AnswerFile {
  fileName: string;
  contentType: string;
  size: number;
}

const ACCOUNTS = statement(
  'social-replies.accounts',
  `SELECT id, handle, name, state, long_posts AS long FROM social_accounts
   WHERE network = $2 AND (brand_id = $1 OR id = $3) ORDER BY (id = $3) IS TRUE DESC, is_default DESC, id`,
);

const SAID = statement(
  'social-replies.said',
  `SELECT m.id AS "messageId", p.external_id AS "externalId", p.kind, p.conversation_id AS "conversationId",
     p.parent_id AS "parentId", p.account_id AS "accountId", p.posted_at AS at,
     json_build_object('externalId', p.writer_id, 'handle', coalesce(p.writer ->> 'handle', ''),
                       'name', coalesce(p.writer ->> 'name', '')) AS by
   FROM messages m JOIN social_posts p ON p.message_id = m.id AND p.part = 0
   WHERE m.case_id = $1 AND (p.kind = 'message') = $2 AND m.direction = 'in' AND m.purpose = 'message'
     AND p.external_id IS NOT NULL AND p.deleted_at IS NULL AND ($3::bigint IS NULL OR m.id = $3)
   ORDER BY m.sequence DESC LIMIT 1`,
);

const PERSON = statement(
  'social-replies.person',
  // Those of Messenger are told apart by a prefix (`identityIdOf`).
  `SELECT regexp_replace(external_id, '^messenger:', '') AS "externalId", handle, name FROM customer_identities
   WHERE customer_id = $1 AND network = $2 ORDER BY id LIMIT 1`,
);

const WROTE = statement(
  'social-replies.wrote-at',
  `SELECT max(posted_at) AS at FROM social_posts
   WHERE account_id = $1 AND conversation_id = $2 AND kind = 'message' AND NOT by_account`,
);

const ANSWERED_IN_PRIVATE = statement(
  'social-replies.answered-in-private',
  `SELECT EXISTS (
     SELECT FROM messages m JOIN social_posts p ON p.message_id = m.id
       JOIN deliveries d ON d.message_id = m.id AND d.state NOT IN ('failed', 'cancelled')
     WHERE m.case_id = $1 AND p.account_id = $2 AND p.parent_id = $3 AND p.kind = 'message') AS answered`,
);

const FILES = statement(
  'social-replies.files',
  `SELECT file_name AS "fileName", content_type AS "contentType", size FROM uploads
   WHERE user_id = $1 AND id = ANY($2::bigint[]) ORDER BY array_position($2::bigint[], id)`,
);

/** What answers on networks depend on. */
@Injectable()
export class ReplyFactsRepository {
  constructor(private readonly database: Database) {}

  /** Accounts of the brand; the one that the case came through first, then the default. */
  accounts(brandId: number, network: Network, first: number | null): Promise<AnsweringAccount[]> {
    return this.database.rows<AnsweringAccount>(ACCOUNTS, [brandId, network, first]);
  }

  /** The latest that the customer of a case said in public or in private, or `messageId` when it is such; taken down: never. */
  async said(caseId: number, { inPrivate, messageId }: { inPrivate: boolean; messageId: number | null }) {
    return (await this.database.row<SaidThere>(SAID, [caseId, inPrivate, messageId])) ?? null;
  }

  async person(customerId: number, network: Network): Promise<PersonThere | null> {
    return (await this.database.row<PersonThere>(PERSON, [customerId, network])) ?? null;
  }

  /** When the other side last wrote in a private conversation. */
  async wroteAt({ accountId, conversationId }: Pick<SaidThere, 'accountId' | 'conversationId'>): Promise<Date | null> {
    const row = await this.database.row<{ at: Date | null }>(WROTE, [accountId, conversationId]);
    return row?.at ?? null;
  }

  /** Whether a case answered a public post in private already, or is about to. */
  async answeredInPrivate(caseId: number, { accountId, externalId }: SaidThere): Promise<boolean> {
    const row = await this.database.row<{ answered: boolean }>(ANSWERED_IN_PRIVATE, [caseId, accountId, externalId]);
    return row?.answered ?? false;
  }

  files(userId: number, uploadIds: readonly number[]): Promise<AnswerFile[]> {
    return this.database.rows<AnswerFile>(FILES, [userId, uploadIds]);
  }
}
