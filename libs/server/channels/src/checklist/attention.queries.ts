import { Injectable } from '@nestjs/common';
import { caseAccess } from '@bureau/cases';
import { permits, type Actor, type AttentionItem } from '@bureau/contracts';
import { servedBy } from '@bureau/identity';
import { Clock, Database } from '@bureau/platform';

const WEEK_MS = 7 * 86_400_000;

type Row = Omit<AttentionItem, 'id' | 'at'> & { at: Date | null };

/** What waits for an administrator, each kind only for those who may see it. */
@Injectable()
export class AttentionQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor): Promise<AttentionItem[]> {
    const asked = await Promise.all([
      ...(permits(actor, 'mailboxes:view') ? [this.mailboxes(), this.deliveries(actor)] : []),
      ...(permits(actor, 'social-accounts:manage') ? [this.socialAccounts(actor)] : []),
      ...(permits(actor, 'intake:manage') ? [this.intake()] : []),
      ...(permits(actor, 'system-log:view') ? [this.systemLog()] : []),
    ]);
    return asked.filter((item) => item.count > 0);
  }

  private mailboxes(): Promise<AttentionItem> {
    return this.one(
      'mailboxes',
      `SELECT count(*) OVER () AS count, address || ': ' || CASE WHEN state = 'trouble' THEN state_reason ELSE sending_trouble END AS latest,
         id AS "latestId", NULL::timestamptz AS at
       FROM mailboxes WHERE enabled AND (state = 'trouble' OR sending_trouble <> '') ORDER BY id LIMIT 1`,
    );
  }

  private socialAccounts(actor: Actor): Promise<AttentionItem> {
    return this.one(
      'social-accounts',
      `SELECT count(*) OVER () AS count, CASE network WHEN 'x' THEN '@' || handle ELSE name END || ': ' || state_reason AS latest,
         id AS "latestId", NULL::timestamptz AS at
       FROM social_accounts WHERE state IN ('trouble', 'reconnect') AND ($1::bigint[] IS NULL OR brand_id = ANY($1))
       ORDER BY state = 'reconnect' DESC, id LIMIT 1`,
      [servedBy(actor)],
    );
  }

  /** Also those that nobody knows about, and those that came back; not what was sent anew. */
  private deliveries(actor: Actor): Promise<AttentionItem> {
    const access = caseAccess(actor, 1);
    return this.one(
      'deliveries',
      `SELECT count(*) OVER () AS count, d.recipients[1] || ': ' || coalesce(d.response, '') AS latest, d.case_id AS "latestId",
         d.updated_at AS at
       FROM deliveries d JOIN cases c ON c.id = d.case_id
       WHERE d.state IN ('failed', 'unknown', 'bounced') AND d.replaced_by IS NULL AND c.deleted_at IS NULL AND ${access.sql}
       ORDER BY d.created_at DESC, d.id DESC LIMIT 1`,
      access.values,
    );
  }

  private intake(): Promise<AttentionItem> {
    return this.one(
      'intake',
      `SELECT count(*) OVER () AS count, coalesce(nullif(subject, ''), from_address) || ': ' || reason AS latest, id AS "latestId",
         received_at AS at
       FROM intake_items WHERE fate IN ('held', 'failed') ORDER BY received_at DESC, id DESC LIMIT 1`,
    );
  }

  private systemLog(): Promise<AttentionItem> {
    return this.one(
      'system-log',
      `SELECT count(*) OVER () AS count, message AS latest, id AS "latestId", at FROM system_log
       WHERE level = 'error' AND at > $1 ORDER BY at DESC, id DESC LIMIT 1`,
      [new Date(this.clock.now().getTime() - WEEK_MS)],
    );
  }

  private async one(id: AttentionItem['id'], sql: string, values: unknown[] = []): Promise<AttentionItem> {
    const row = await this.database.row<Row>(sql, values);
    if (!row) return { id, count: 0, latest: '', latestId: null, at: null };
    return { ...row, id, at: row.at?.toISOString() ?? null };
  }
}
