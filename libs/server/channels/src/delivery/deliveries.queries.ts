import { Injectable } from '@nestjs/common';
import { caseAccess } from '@bureau/cases';
import {
  DELIVERIES_COUNTED,
  DeliveryState,
  type Actor,
  type deliveriesApi,
  type DeliveryCount,
  type RouteCall,
} from '@bureau/contracts';
import { Database, pageFrom, RawJson, readCursor } from '@bureau/platform';

/** The contract `DeliveryEntry` from `d`, its message `m` and its case `c`. */
const ENTRY = `json_build_object(
  'id', d.id, 'state', d.state, 'attempts', d.attempts,
  'undoUntil', CASE WHEN d.state = 'pending' AND d.attempts = 0 THEN d.undo_until END,
  'nextAttemptAt', CASE WHEN d.state = 'pending' THEN d.next_attempt_at END,
  'sentAt', d.sent_at, 'response', d.response, 'replacedBy', d.replaced_by,
  'case', json_build_object('id', c.id, 'subject', c.subject), 'messageId', m.id, 'subject', m.subject,
  'purpose', m.purpose, 'from', m.from_address, 'recipients', d.recipients,
  'author', coalesce(m.author ->> 'name', m.from_name), 'createdAt', d.created_at)::text AS json`;

/** Of the deliveries whose message left from a mailbox; without one, of all. */
const FROM_MAILBOX = (value: string) =>
  `(${value}::bigint IS NULL OR m.from_address = (SELECT address FROM mailboxes WHERE id = ${value}))`;

/** What leaves the desk, as administrators look at it. Everybody sees what belongs to cases that he may see. */
@Injectable()
export class DeliveriesQueries {
  constructor(private readonly database: Database) {}

  async list(
    actor: Actor,
    { state, mailboxId, cursor, limit }: RouteCall<typeof deliveriesApi.list>['query'],
  ): Promise<RawJson> {
    const place = readCursor(cursor);
    const access = caseAccess(actor, 6);
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      `SELECT d.id, d.created_at::text AS at, ${ENTRY}
       FROM deliveries d JOIN messages m ON m.id = d.message_id JOIN cases c ON c.id = d.case_id
       WHERE (d.created_at, d.id) < (coalesce($1::timestamptz, 'infinity'), coalesce($2::bigint, 0))
         AND ($3::text IS NULL OR d.state = $3) AND ${FROM_MAILBOX('$4')} AND ${access.sql}
       ORDER BY d.created_at DESC, d.id DESC LIMIT $5`,
      [place?.at ?? null, place?.id ?? null, state ?? null, mailboxId ?? null, limit + 1, ...access.values],
    );
    return pageFrom(rows, limit);
  }

  /** Every state, also where there is nothing. Each is counted up to a limit: beyond it, exactly how many says nothing. */
  async counts(actor: Actor, mailboxId: number | undefined): Promise<DeliveryCount[]> {
    const access = caseAccess(actor, 4);
    const rows = await this.database.rows<{ state: DeliveryState; count: number }>(
      `SELECT s.state, (SELECT count(*) FROM (
         SELECT 1 FROM deliveries d JOIN messages m ON m.id = d.message_id JOIN cases c ON c.id = d.case_id
         WHERE d.state = s.state AND ${FROM_MAILBOX('$2')} AND ${access.sql} LIMIT $3) counted) AS count
       FROM unnest($1::text[]) s (state)`,
      [DeliveryState.options, mailboxId ?? null, DELIVERIES_COUNTED + 1, ...access.values],
    );
    return rows.map(({ state, count }) => ({
      state,
      count: Math.min(count, DELIVERIES_COUNTED),
      more: count > DELIVERIES_COUNTED,
    }));
  }
}
