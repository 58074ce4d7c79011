import { Injectable } from '@nestjs/common';
import type { ActorStamp, CaseAccessLink } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';
import { WEB_FORM } from '../web-form/web-post.ts';

/** A link as its secret is made of it. */
export interface CaseLinkRow {
  id: number;
  caseId: number;
  customerId: number;
}

/** What a good link opens: the case where everything is now, for whoever its customer is now. */
export interface OpenedByLink {
  linkId: number;
  caseId: number;
  customerId: number;
  name: string;
  /** Null: the customer has no address any more. */
  address: string | null;
}

/**
 * Only when every recipient is the customer: whoever reads a copy is to open nothing in his name. What the desk says by
 * itself to an address that somebody merely typed opens nothing either: a stranger's words stand on that page (S6).
 */
const ENSURE = statement(
  'case-links.ensure',
  `INSERT INTO case_access_links AS l (case_id, customer_id, created_at, expires_at)
   SELECT c.id, c.customer_id, $3, $4 FROM cases c
   WHERE c.id = $1 AND c.deleted_at IS NULL AND cardinality($2::text[]) > 0
     AND NOT ($5 AND EXISTS (
       SELECT FROM messages m JOIN intake_items i ON i.id = m.intake_id
       WHERE m.case_id = c.id AND i.source = '${WEB_FORM}' AND m.sender ->> 'verdict' <> 'verified'))
     AND NOT EXISTS (
     SELECT FROM unnest($2::text[]) r WHERE NOT EXISTS (
       SELECT FROM customer_addresses a WHERE a.customer_id = c.customer_id AND a.address = lower(r)))
   ON CONFLICT (case_id, customer_id) WHERE revoked_at IS NULL
     DO UPDATE SET expires_at = greatest(l.expires_at, EXCLUDED.expires_at)
   RETURNING id, case_id AS "caseId", customer_id AS "customerId"`,
);

const FIND = statement(
  'case-links.find',
  'SELECT id, case_id AS "caseId", customer_id AS "customerId" FROM case_access_links WHERE id = $1',
);

const OPEN = statement(
  'case-links.open',
  `SELECT l.id AS "linkId", c.id AS "caseId", p.id AS "customerId", p.name, p.address
   FROM case_access_links l JOIN cases c ON c.id = case_after_merges(l.case_id) JOIN customers p ON p.id = c.customer_id
   WHERE l.id = $1 AND l.revoked_at IS NULL AND l.expires_at > $2 AND c.brand_id = $3 AND c.deleted_at IS NULL
     AND p.id = living_customer(l.customer_id)`,
);

@Injectable()
export class CaseLinkRepository {
  constructor(private readonly database: Database) {}

  /** The link of the case's customer, its expiry put off; undefined when a recipient is somebody else. */
  ensure(
    { caseId, recipients, automatic }: { caseId: number; recipients: readonly string[]; automatic: boolean },
    { at, until }: { at: Date; until: Date },
  ): Promise<CaseLinkRow | undefined> {
    return this.database.row<CaseLinkRow>(ENSURE, [caseId, recipients, at, until, automatic]);
  }

  find(id: number): Promise<CaseLinkRow | undefined> {
    return this.database.row<CaseLinkRow>(FIND, [id]);
  }

  /** Undefined when it is revoked or over, when the case is gone or another brand's, or has another customer now. */
  open(id: number, { brandId, at }: { brandId: number; at: Date }): Promise<OpenedByLink | undefined> {
    return this.database.row<OpenedByLink>(OPEN, [id, at, brandId]);
  }

  /** Of a case, the latest first. */
  async list(caseId: number): Promise<CaseAccessLink[]> {
    const rows = await this.database.rows<{ item: CaseAccessLink }>(
      `SELECT jsonb_build_object('id', l.id, 'customer', jsonb_build_object('id', p.id, 'name', p.name),
         'createdAt', l.created_at, 'expiresAt', l.expires_at, 'revokedAt', l.revoked_at,
         'revokedBy', l.revoked_by ->> 'name') AS item
       FROM case_access_links l JOIN customers p ON p.id = l.customer_id
       WHERE l.case_id = $1 ORDER BY l.id DESC LIMIT 100`,
      [caseId],
    );
    return rows.map(({ item }) => item);
  }

  /** Ends every good link of a case; how many there were. */
  revokeAll(caseId: number, { by, at }: { by: ActorStamp; at: Date }): Promise<number> {
    return this.database.run(
      'UPDATE case_access_links SET revoked_at = $2, revoked_by = $3 WHERE case_id = $1 AND revoked_at IS NULL',
      [caseId, at, JSON.stringify(by)],
    );
  }

  /** Ends those of whoever the case does not belong to any more. */
  revokeForeign(caseId: number, { by, at }: { by: ActorStamp; at: Date }): Promise<number> {
    return this.database.run(
      `UPDATE case_access_links l SET revoked_at = $2, revoked_by = $3 FROM cases c
       WHERE l.case_id = $1 AND l.revoked_at IS NULL AND c.id = l.case_id
         AND living_customer(l.customer_id) <> c.customer_id`,
      [caseId, at, JSON.stringify(by)],
    );
  }
}
