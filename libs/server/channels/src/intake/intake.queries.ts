import { Injectable } from '@nestjs/common';
import type { Actor, intakeApi, IntakeBalance, RouteCall } from '@bureau/contracts';
import { Database, pageFrom, RawJson, readCursor } from '@bureau/platform';
import { intakeAccess } from './intake-access.ts';

const ACCOUNT = `CASE WHEN w.id IS NOT NULL
  THEN json_build_object('id', w.id, 'network', w.network, 'handle', w.handle, 'name', w.name) END`;

const PLACES = `LEFT JOIN mailboxes m ON m.id = i.mailbox_id LEFT JOIN social_accounts w ON w.id = i.social_account_id`;

/** The contract `IntakeItem` from `i`, its mailbox and its account on a network. */
const ITEM = `json_build_object(
  'id', i.id, 'source', i.source, 'externalId', i.external_id, 'receivedAt', i.received_at, 'fate', i.fate,
  'reason', i.reason, 'caseId', i.case_id, 'messageId', i.message_id,
  'mailbox', CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'address', m.address) END,
  'account', ${ACCOUNT}, 'from', i.from_address, 'subject', i.subject, 'size', i.size, 'sha256', i.raw_sha256, 'attempts', i.attempts,
  'sender', i.sender)::text AS json`;

@Injectable()
export class IntakeQueries {
  constructor(private readonly database: Database) {}

  async list(
    actor: Actor,
    { fate, mailboxId, socialAccountId, caseId, day, cursor, limit }: RouteCall<typeof intakeApi.list>['query'],
  ): Promise<RawJson> {
    const place = readCursor(cursor);
    const access = intakeAccess(actor, 9);
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      `SELECT i.id, i.received_at::text AS at, ${ITEM}
       FROM intake_items i ${PLACES}
       WHERE (i.received_at, i.id) < (coalesce($1::timestamptz, 'infinity'), coalesce($2::bigint, 0))
         AND ($3::text IS NULL OR i.fate = $3) AND ($4::bigint IS NULL OR i.mailbox_id = $4)
         AND ($5::bigint IS NULL OR i.case_id = $5)
         AND ($6::date IS NULL OR (i.received_at >= $6::date AND i.received_at < $6::date + 1))
         AND ($8::bigint IS NULL OR i.social_account_id = $8) AND ${access.sql}
       ORDER BY i.received_at DESC, i.id DESC LIMIT $7`,
      [
        ...[
          place?.at ?? null,
          place?.id ?? null,
          fate ?? null,
          mailboxId ?? null,
          caseId ?? null,
          day ?? null,
          limit + 1,
          socialAccountId ?? null,
        ],
        ...access.values,
      ],
    );
    return pageFrom(rows, limit);
  }

  async read(actor: Actor, intakeId: number): Promise<RawJson | undefined> {
    const access = intakeAccess(actor, 2);
    const row = await this.database.row<{ json: string }>(
      `SELECT ${ITEM} FROM intake_items i ${PLACES}
       WHERE i.id = $1 AND ${access.sql}`,
      [intakeId, ...access.values],
    );
    return row && new RawJson(row.json);
  }

  raw(actor: Actor, intakeId: number): Promise<{ sha256: string; size: number; source: string } | undefined> {
    const access = intakeAccess(actor, 2);
    return this.database.row(
      `SELECT i.raw_sha256 AS sha256, i.size, i.source FROM intake_items i ${PLACES}
       WHERE i.id = $1 AND ${access.sql}`,
      [intakeId, ...access.values],
    );
  }

  /** Newest day first, mailboxes by address, then accounts. Days are UTC. */
  balance(actor: Actor, days: number): Promise<IntakeBalance[]> {
    const access = intakeAccess(actor, 2);
    return this.database.rows<IntakeBalance>(
      `SELECT to_char(i.received_at, 'YYYY-MM-DD') AS day,
         CASE WHEN m.id IS NOT NULL THEN json_build_object('id', m.id, 'address', m.address) END AS mailbox,
         ${ACCOUNT} AS account,
         count(*) AS seen,
         count(*) FILTER (WHERE fate = 'waiting') AS waiting, count(*) FILTER (WHERE fate = 'message') AS message,
         count(*) FILTER (WHERE fate = 'duplicate') AS duplicate, count(*) FILTER (WHERE fate = 'held') AS held,
         count(*) FILTER (WHERE fate = 'suppressed') AS suppressed, count(*) FILTER (WHERE fate = 'failed') AS failed
       FROM intake_items i ${PLACES}
       WHERE i.received_at >= (now() AT TIME ZONE 'UTC')::date - ($1::int - 1) AND ${access.sql}
       GROUP BY day, m.id, m.address, w.id ORDER BY day DESC, m.address, w.handle`,
      [days, ...access.values],
    );
  }
}
