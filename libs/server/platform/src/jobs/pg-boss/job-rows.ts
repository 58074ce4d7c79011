import { createHash } from 'node:crypto';
import type { PgBoss } from 'pg-boss';
import { z } from 'zod';
import type { DeadLetter } from '../job-queue.ts';

const Depths = z.array(
  z.object({
    name: z.string(),
    waiting: z.number(),
    delayed: z.number(),
    active: z.number(),
    failed: z.number(),
  }),
);
const Dead = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    key: z.string(),
    payload: z.unknown(),
    error: z.string().nullable(),
    completed_on: z.date(),
  }),
);
const Ids = z.array(z.object({ id: z.string() }));
const Due = z.array(z.object({ name: z.string(), due_ms: z.coerce.number() }));

/** One attempt of a row: `retry_count` grows with every fetch, so it fences off a worker that was frozen. */
export interface RowAttempt {
  id: string;
  name: string;
  retryCount: number;
}

/** What pg-boss offers no call for: fenced renewals, back-off by the millisecond, counts without a cache. */
export class JobRows {
  constructor(private readonly boss: PgBoss) {}

  /** Queues with work that is due, or due within `aheadMs`, with the milliseconds until then. */
  async due(names: string[], aheadMs: number): Promise<{ name: string; dueMs: number }[]> {
    const rows = await this.query(
      `SELECT name, extract(epoch FROM min(start_after) - now()) * 1000 AS due_ms FROM pgboss.job
        WHERE name = ANY($1) AND state < 'active' AND start_after <= now() + $2 * interval '1 ms' GROUP BY name`,
      [names, aheadMs],
    );
    return Due.parse(rows).map(({ name, due_ms }) => ({ name, dueMs: due_ms }));
  }

  /** Renews the locks; returns the ids of those that are still held. */
  async renew(attempts: readonly RowAttempt[]): Promise<Set<string>> {
    const rows = await this.query(
      `UPDATE pgboss.job SET heartbeat_on = now()
         FROM unnest($1::uuid[], $2::text[], $3::int[]) AS held(id, name, retry_count)
        WHERE job.id = held.id AND job.name = held.name AND job.retry_count = held.retry_count
          AND job.state = 'active' RETURNING job.id`,
      [attempts.map((a) => a.id), attempts.map((a) => a.name), attempts.map((a) => a.retryCount)],
    );
    return new Set(Ids.parse(rows).map(({ id }) => id));
  }

  async retryIn(attempt: RowAttempt, ms: number, error: Error): Promise<void> {
    await this.query(
      `UPDATE pgboss.job SET state = 'retry', start_after = now() + $4 * interval '1 ms', output = $5
        WHERE id = $1 AND name = $2 AND retry_count = $3 AND state = 'active'`,
      [...keyOf(attempt), ms, JSON.stringify({ message: error.message })],
    );
  }

  async bury(attempt: RowAttempt, error: Error): Promise<void> {
    await this.query(
      `UPDATE pgboss.job SET state = 'failed', completed_on = now(), output = $4
        WHERE id = $1 AND name = $2 AND retry_count = $3 AND state = 'active'`,
      [...keyOf(attempt), JSON.stringify({ message: error.message })],
    );
  }

  /** As if it had never been fetched: the attempt does not count. */
  async giveBack(attempt: RowAttempt): Promise<void> {
    await this.query(
      `UPDATE pgboss.job SET state = 'retry', started_on = NULL, start_after = now()
        WHERE id = $1 AND name = $2 AND retry_count = $3 AND state = 'active'`,
      keyOf(attempt),
    );
  }

  /** One more attempt for a dead job. */
  async revive(name: string, id: string): Promise<boolean> {
    const rows = await this.query(
      `UPDATE pgboss.job SET state = 'retry', retry_limit = retry_limit + 1, start_after = now(), completed_on = NULL
        WHERE name = $1 AND id = $2 AND state = 'failed' RETURNING id`,
      [name, id],
    );
    return rows.length > 0;
  }

  async removeWaiting(name: string, id: string): Promise<boolean> {
    const rows = await this.query(
      `DELETE FROM pgboss.job WHERE name = $1 AND id = $2 AND state < 'active' RETURNING id`,
      [name, id],
    );
    return rows.length > 0;
  }

  async exists(name: string, id: string): Promise<boolean> {
    const rows = await this.query(`SELECT id FROM pgboss.job WHERE name = $1 AND id = $2`, [name, id]);
    return rows.length > 0;
  }

  async forgetCompleted(name: string, olderThanMs: number): Promise<void> {
    await this.query(
      `DELETE FROM pgboss.job WHERE name = $1 AND state = 'completed'
          AND completed_on < now() - $2 * interval '1 ms'`,
      [name, olderThanMs],
    );
  }

  async depths(names: string[]): Promise<z.infer<typeof Depths>> {
    const rows = await this.query(
      `SELECT name,
              count(*) FILTER (WHERE state < 'active' AND start_after <= now())::int AS waiting,
              count(*) FILTER (WHERE state < 'active' AND start_after > now())::int AS delayed,
              count(*) FILTER (WHERE state = 'active')::int AS active,
              count(*) FILTER (WHERE state = 'failed')::int AS failed
         FROM pgboss.job WHERE name = ANY($1) AND state <> 'completed' GROUP BY name`,
      [names],
    );
    return Depths.parse(rows);
  }

  async dead(names: string[]): Promise<DeadLetter[]> {
    const rows = await this.query(
      `SELECT id, name, singleton_key AS key, data->'payload' AS payload,
              coalesce(output->>'message', output->'value'->>'message') AS error, completed_on
         FROM pgboss.job WHERE name = ANY($1) AND state = 'failed' ORDER BY completed_on DESC LIMIT 200`,
      [names],
    );
    return Dead.parse(rows).map((row) => ({
      id: `${row.name}/${row.key}`,
      job: row.name,
      jobId: row.key,
      payload: row.payload,
      error: row.error ?? 'unknown error',
      failedAt: row.completed_on,
    }));
  }

  private async query(text: string, values: unknown[]): Promise<unknown[]> {
    const { rows } = await this.boss.getDb().executeSql(text, values);
    return rows;
  }
}

/** pg-boss keys are UUIDs; the same job id always gives the same one. */
export function rowId(name: string, jobId: string): string {
  const hex = createHash('sha256').update(`${name}/${jobId}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function keyOf(attempt: RowAttempt): unknown[] {
  return [attempt.id, attempt.name, attempt.retryCount];
}
