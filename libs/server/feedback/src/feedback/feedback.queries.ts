import { Injectable } from '@nestjs/common';
import { caseAccess } from '@bureau/cases';
import type { Actor, PageQuery } from '@bureau/contracts';
import { Database, pageFrom, RawJson, readCursor } from '@bureau/platform';

/** The contract `Feedback` from `f` and its case `c` with customer `p`. */
const PRESENTED = `json_build_object('id', f.id, 'case', json_build_object('id', c.id, 'subject', c.subject, 'status', c.status),
  'customer', json_build_object('id', p.id, 'name', p.name), 'resolution', f.resolution,
  'rating', f.rating, 'ratingType', f.rating_type, 'comment', f.comment,
  'assignee', (SELECT json_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = f.assignee_id),
  'submittedAt', f.submitted_at, 'changedAt', f.changed_at, 'erasedAt', f.erased_at)`;

const OF_CUSTOMER_AT_MOST = 100;

/** Reads what customers said. */
@Injectable()
export class FeedbackQueries {
  constructor(private readonly database: Database) {}

  /** Of the cases that the actor may see, the latest first. */
  async list(actor: Actor, { limit, cursor }: PageQuery): Promise<RawJson> {
    const place = readCursor(cursor);
    const access = caseAccess(actor, 4);
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      `SELECT f.id, f.submitted_at::text AS at, ${PRESENTED}::text AS json
       FROM feedback f JOIN cases c ON c.id = f.case_id JOIN customers p ON p.id = c.customer_id
       WHERE f.submitted_at IS NOT NULL AND c.deleted_at IS NULL AND ${access.sql}
         AND (f.submitted_at, f.id) < (coalesce($1::timestamptz, 'infinity'), coalesce($2::bigint, 0))
       ORDER BY f.submitted_at DESC, f.id DESC LIMIT $3`,
      [place?.at ?? null, place?.id ?? null, limit + 1, ...access.values],
    );
    return pageFrom(rows, limit);
  }

  /** Also what was said of the cases that were merged into it. Whether the actor may see the case was asked before. */
  async ofCase(caseId: number): Promise<RawJson> {
    const rows = await this.database.rows<{ json: string }>(
      `WITH RECURSIVE household AS (
         SELECT $1::bigint AS id UNION SELECT m.id FROM cases m JOIN household h ON m.merged_into_id = h.id
       )
       SELECT ${PRESENTED}::text AS json
       FROM household h JOIN feedback f ON f.case_id = h.id JOIN cases c ON c.id = f.case_id JOIN customers p ON p.id = c.customer_id
       WHERE f.submitted_at IS NOT NULL ORDER BY f.submitted_at DESC, f.id DESC`,
      [caseId],
    );
    return itemsOf(rows);
  }

  /** Of the cases that the actor may see. */
  async ofCustomer(actor: Actor, customerId: number): Promise<RawJson> {
    const access = caseAccess(actor, 2);
    const rows = await this.database.rows<{ json: string }>(
      `SELECT ${PRESENTED}::text AS json
       FROM cases c JOIN feedback f ON f.case_id = c.id JOIN customers p ON p.id = c.customer_id
       WHERE c.customer_id = $1 AND f.submitted_at IS NOT NULL AND c.deleted_at IS NULL AND ${access.sql}
       ORDER BY f.submitted_at DESC, f.id DESC LIMIT ${OF_CUSTOMER_AT_MOST}`,
      [customerId, ...access.values],
    );
    return itemsOf(rows);
  }
}

function itemsOf(rows: { json: string }[]): RawJson {
  return new RawJson(`{"items":[${rows.map(({ json }) => json).join(',')}]}`);
}
