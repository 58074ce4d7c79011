import { Injectable } from '@nestjs/common';
import { isXId } from '@bureau/domain';
import { Database, statement, type Statement } from '@bureau/platform';

/** In one look-up (external-apis.md 1.3). */
const LOOKED_UP_AT_ONCE = 100;
/** Of announcements, and of answers to people: both are quoted, and there are more of the latter. */
const QUOTED_OF_EACH = 24;
/** A search has 512 characters; twelve ids with their operator fit. */
const QUOTED_AT_ONCE = 12;

const latest = (kinds: string) =>
  `(SELECT posted_at, coalesce(edition_id, external_id) AS id FROM social_posts
    WHERE account_id = $1 AND by_account AND ${kinds} AND external_id IS NOT NULL AND deleted_at IS NULL
    ORDER BY posted_at DESC LIMIT $2)`;

const OURS = statement(
  'x-posts.ours',
  `${latest("kind IN ('post', 'quote')")} UNION ALL ${latest("kind = 'reply'")} ORDER BY posted_at DESC`,
);

const OF_CASES = statement(
  'x-posts.of-cases',
  `SELECT coalesce(edition_id, external_id) AS id FROM social_posts
   WHERE account_id = $1 AND message_id IS NOT NULL AND kind <> 'message' AND external_id IS NOT NULL
     AND deleted_at IS NULL AND posted_at > $2
   ORDER BY posted_at DESC LIMIT $3`,
);

/** Which posts X is asked about by their ids. */
@Injectable()
export class XPostsToAskFor {
  constructor(private readonly database: Database) {}

  /** What the account itself said in public, the latest, in portions of what one search can ask for: people quote what is new. */
  async ours(accountId: number): Promise<string[][]> {
    const ids = await this.ids(OURS, [accountId, QUOTED_OF_EACH]);
    const portions = Math.ceil(ids.length / QUOTED_AT_ONCE);
    return Array.from({ length: portions }, (_, n) => ids.slice(n * QUOTED_AT_ONCE, (n + 1) * QUOTED_AT_ONCE));
  }

  /** What people said that became part of cases, the latest, unless it is known to be gone. */
  ofCases(accountId: number, since: Date): Promise<string[]> {
    return this.ids(OF_CASES, [accountId, since, LOOKED_UP_AT_ONCE]);
  }

  private async ids(query: Statement, values: unknown[]): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(query, values);
    return rows.map(({ id }) => id).filter(isXId);
  }
}
