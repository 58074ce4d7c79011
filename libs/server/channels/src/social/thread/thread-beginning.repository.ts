import { Injectable } from '@nestjs/common';
import type { Network } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** Where a case begins in a conversation that the desk does not know. */
export interface ThreadBeginning {
  network: Network;
  accountId: number;
  /** The network's id of the account. */
  listenerId: string;
  handle: string;
  conversationId: string;
  /** What its posts answer or quote and nobody has heard of. */
  missing: string[];
}

const FIND = statement(
  'social-threads.beginning',
  `SELECT w.network, w.id AS "accountId", w.external_id AS "listenerId", w.handle,
     (array_agg(p.conversation_id ORDER BY p.id))[1] AS "conversationId",
     array_agg(DISTINCT r.id) AS missing
   FROM messages m JOIN social_posts p ON p.message_id = m.id JOIN social_accounts w ON w.id = p.account_id
     CROSS JOIN LATERAL (VALUES (p.parent_id), (p.quoted_id),
       (CASE WHEN p.conversation_id <> p.external_id THEN p.conversation_id END)) AS r (id)
   WHERE m.case_id = $1 AND p.kind <> 'message' AND r.id IS NOT NULL AND NOT EXISTS (
     SELECT FROM social_posts k WHERE k.account_id = p.account_id AND (k.external_id = r.id OR k.edition_id = r.id))
   GROUP BY w.id`,
);

@Injectable()
export class ThreadBeginningRepository {
  constructor(private readonly database: Database) {}

  /** Undefined: everything that the case's posts refer to is known, or it has none. */
  find(caseId: number): Promise<ThreadBeginning | undefined> {
    return this.database.row<ThreadBeginning & Record<string, unknown>>(FIND, [caseId]);
  }
}
