import { Injectable } from '@nestjs/common';
import type { Network } from '@bureau/contracts';
import {
  identityIdOf,
  isPrivateKey,
  socialKeyOf,
  type PostCandidate,
  type PostFacts,
  type PostThreads,
} from '@bureau/domain';
import { Database, statement } from '@bureau/platform';

interface CandidateRow {
  caseId: number;
  closed: boolean;
  deleted: boolean;
  mergedIntoId: number | null;
  ofWriter: boolean;
}

/** `$2` network, `$3` writer. */
const CASE = `c.id AS "caseId", c.status = 'closed' AS closed, c.deleted_at IS NOT NULL AS deleted,
  c.merged_into_id AS "mergedIntoId", EXISTS (SELECT FROM customer_identities i
    WHERE i.customer_id = c.customer_id AND i.network = $2 AND i.external_id = $3) AS "ofWriter"`;

/** The case that a message belongs to, wherever merges have taken it. */
const ANSWERED = statement(
  'social-threads.answered',
  `SELECT ${CASE} FROM social_posts p JOIN messages m ON m.id = p.message_id
     JOIN cases c ON c.id = coalesce(m.home_case_id, m.case_id)
   WHERE p.account_id = $1 AND (p.external_id = ANY($4) OR p.edition_id = ANY($4))
   ORDER BY array_position($4, p.external_id), p.id DESC LIMIT 1`,
);

const KEYED = statement(
  'social-threads.keyed',
  `SELECT ${CASE} FROM cases c WHERE c.social_account_id = $1 AND c.social_key = $4 ORDER BY c.id DESC LIMIT 20`,
);

/** Where a private conversation came from when the company began it: Facebook says to whom its private answer went. */
const BEGUN_BY_US = statement(
  'social-threads.begun-by-us',
  `SELECT ${CASE} FROM social_posts p JOIN messages m ON m.id = p.message_id
     JOIN cases c ON c.id = coalesce(m.home_case_id, m.case_id)
   WHERE p.account_id = $1 AND p.conversation_id = $4 AND p.kind = 'message' AND p.by_account
     AND c.social_key IS DISTINCT FROM $4
   ORDER BY p.id DESC LIMIT 1`,
);

const END = statement(
  'social-threads.end',
  `WITH RECURSIVE way AS (
     SELECT id, merged_into_id, 0 AS step FROM cases WHERE id = $1
     UNION ALL SELECT c.id, c.merged_into_id, step + 1 FROM way JOIN cases c ON c.id = way.merged_into_id
   ) CYCLE id SET looped USING path
   SELECT c.id AS "caseId", c.status = 'closed' AS closed, c.deleted_at IS NOT NULL AS deleted
   FROM (SELECT id FROM way WHERE NOT looped ORDER BY step DESC LIMIT 1) last JOIN cases c ON c.id = last.id`,
);

/** Looks up everything that the decision needs where a post goes. */
@Injectable()
export class SocialThreadRepository {
  constructor(private readonly database: Database) {}

  async lookUp(accountId: number, post: PostFacts): Promise<PostThreads> {
    const writer = post.writer === null ? '' : identityIdOf(post, post.writer.externalId);
    const key = socialKeyOf(post);
    const [answered] = await this.candidates(ANSWERED, [accountId, post.network, writer, answeredBy(post)]);
    const keyed = await this.candidates(KEYED, [accountId, post.network, writer, key]);
    if (keyed.length > 0 || !isPrivateKey(post)) return { answered: answered ?? null, keyed };
    return {
      answered: answered ?? null,
      keyed: await this.candidates(BEGUN_BY_US, [accountId, post.network, writer, key]),
    };
  }

  /** The case in which the company speaks: whose post it answers, or whose private conversation it is. */
  async lookUpOurs(accountId: number, post: PostFacts): Promise<PostCandidate[]> {
    const values = [accountId, post.network, ''];
    const answered = await this.candidates(ANSWERED, [...values, answeredBy(post)]);
    if (answered.length > 0 || !isPrivateKey(post)) return answered;
    return this.candidates(KEYED, [...values, post.conversationId]);
  }

  /** Remembers where a case belongs. */
  async place(caseId: number, { accountId, key }: { accountId: number; key: string }): Promise<void> {
    await this.database.run('UPDATE cases SET social_account_id = $2, social_key = $3 WHERE id = $1', [
      caseId,
      accountId,
      key,
    ]);
  }

  /** Whether the writer is an account of ours, not given back. */
  async isOurs(network: Network, externalId: string): Promise<boolean> {
    const row = await this.database.row(
      "SELECT FROM social_accounts WHERE network = $1 AND external_id = $2 AND state <> 'disconnected'",
      [network, externalId],
    );
    return row !== undefined;
  }

  /** Whether something that came to an account shortly before an item is not settled yet. */
  async isOvertaking({ accountId, id, receivedAt }: { accountId: number; id: number; receivedAt: Date }) {
    const row = await this.database.row(
      `SELECT FROM intake_items WHERE social_account_id = $1 AND fate = 'waiting' AND id < $2
         AND received_at > $3::timestamptz - interval '1 minute' LIMIT 1`,
      [accountId, id, receivedAt],
    );
    return row !== undefined;
  }

  private async candidates(query: typeof KEYED, values: unknown[]): Promise<PostCandidate[]> {
    const rows = await this.database.rows<CandidateRow>(query, values);
    return Promise.all(
      rows.map(async ({ mergedIntoId, ...candidate }) => {
        if (mergedIntoId === null) return { ...candidate, mergedInto: null };
        const end = await this.database.row<NonNullable<PostCandidate['mergedInto']>>(END, [mergedIntoId]);
        return { ...candidate, mergedInto: end ?? null };
      }),
    );
  }
}

function answeredBy({ parentId, quotedId }: PostFacts): string[] {
  return [parentId, quotedId].flatMap((id) => id ?? []);
}
