import { Injectable } from '@nestjs/common';
import type { Webhook } from '@bureau/contracts';
import { Database } from '@bureau/platform';

const WEBHOOK = `json_build_object('id', w.id, 'name', w.name, 'url', w.url, 'enabled', w.enabled, 'updatedAt', w.updated_at,
    'delivered', coalesce(k.delivered, 0), 'failed', coalesce(k.failed, 0), 'waiting', coalesce(k.waiting, 0),
    'lastDeliveredAt', k.last_delivered_at) AS webhook`;

const WITH_COUNTS = `FROM webhooks w LEFT JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state = 'delivered') AS delivered, count(*) FILTER (WHERE state = 'failed') AS failed,
      count(*) FILTER (WHERE state = 'waiting') AS waiting,
      max(finished_at) FILTER (WHERE state = 'delivered') AS last_delivered_at
    FROM webhook_calls WHERE webhook_id = w.id AND created_at > $1) k ON true`;

/** What an administrator sets. */
export interface WebhookFields {
  name: string;
  url: string;
  secretSealed: string;
  enabled: boolean;
}

/** The only place that speaks SQL for webhooks. */
@Injectable()
export class WebhookRepository {
  constructor(private readonly database: Database) {}

  /** With the figures since a time. */
  async list(since: Date): Promise<Webhook[]> {
    const rows = await this.database.rows<{ webhook: Webhook }>(
      `SELECT ${WEBHOOK} ${WITH_COUNTS} ORDER BY lower(w.name), w.id`,
      [since],
    );
    return rows.map(({ webhook }) => webhook);
  }

  names(): Promise<Pick<Webhook, 'id' | 'name'>[]> {
    return this.database.rows('SELECT id, name FROM webhooks WHERE enabled ORDER BY lower(name), id');
  }

  async read(webhookId: number, since: Date): Promise<Webhook | undefined> {
    const row = await this.database.row<{ webhook: Webhook }>(`SELECT ${WEBHOOK} ${WITH_COUNTS} WHERE w.id = $2`, [
      since,
      webhookId,
    ]);
    return row?.webhook;
  }

  /** Locked until the end of the transaction. */
  lock(webhookId: number): Promise<WebhookFields | undefined> {
    return this.database.row<{ name: string; url: string; secretSealed: string; enabled: boolean }>(
      'SELECT name, url, secret_sealed AS "secretSealed", enabled FROM webhooks WHERE id = $1 FOR UPDATE',
      [webhookId],
    );
  }

  async insert({ name, url, secretSealed, enabled }: WebhookFields): Promise<number> {
    const row = await this.database.row<{ id: number }>(
      'INSERT INTO webhooks (name, url, secret_sealed, enabled) VALUES ($1, $2, $3, $4) RETURNING id',
      [name, url, secretSealed, enabled],
    );
    if (!row) throw new Error('The webhook was not stored.');
    return row.id;
  }

  async update(webhookId: number, { name, url, secretSealed, enabled }: WebhookFields): Promise<void> {
    await this.database.run('UPDATE webhooks SET name = $2, url = $3, secret_sealed = $4, enabled = $5 WHERE id = $1', [
      webhookId,
      name,
      url,
      secretSealed,
      enabled,
    ]);
  }

  async remove(webhookId: number): Promise<void> {
    await this.database.run('DELETE FROM webhooks WHERE id = $1', [webhookId]);
  }
}
