import { Injectable } from '@nestjs/common';
import type { SyncObject } from '@bureau/contracts';
import { Clock, Database, JobQueue, Transactional } from '@bureau/platform';
import { pushWaiting } from '../push/push.job.ts';

/** Tries again what failed: one reason, one object, or everything. */
@Injectable()
export class RetryProblems {
  constructor(
    private readonly database: Database,
    private readonly queue: JobQueue,
    private readonly clock: Clock,
  ) {}

  /** How many records that are. */
  async run(which: { object?: SyncObject; code?: string }): Promise<number> {
    const count = await this.mark(which);
    await this.queue.add(pushWaiting, {});
    return count;
  }

  /** Fields that rested count as never tried; a record is looked at once for all of them. */
  @Transactional()
  protected async mark({ object, code }: { object?: SyncObject; code?: string }): Promise<number> {
    return this.database.run(
      `WITH freed AS (
         UPDATE salesforce_links l SET held = (
           SELECT coalesce(jsonb_object_agg(h.key, h.value), '{}') FROM jsonb_each(l.held) h
           WHERE $2::text IS NOT NULL AND h.value ->> 'code' <> $2)
         WHERE l.held <> '{}' AND ($1::text IS NULL OR l.object = $1)
           AND ($2::text IS NULL OR EXISTS (SELECT FROM jsonb_each(l.held) h WHERE h.value ->> 'code' = $2))
         RETURNING l.object, l.desk_id
       ), refused AS (
         UPDATE salesforce_children SET problem = NULL, content_hash = '' WHERE problem IS NOT NULL
           AND ($1::text IS NULL OR $1 = 'case') AND ($2::text IS NULL OR problem ->> 'code' = $2)
         RETURNING case_id
       ), due AS (
         SELECT object, desk_id FROM freed
         UNION SELECT 'case', case_id FROM refused
         UNION SELECT object, desk_id FROM salesforce_outbox
           WHERE problem IS NOT NULL AND ($1::text IS NULL OR object = $1) AND ($2::text IS NULL OR problem ->> 'code' = $2)
       )
       INSERT INTO salesforce_outbox AS o (object, desk_id, since, not_before)
       SELECT object, desk_id, $3, $3 FROM due
       ON CONFLICT (object, desk_id) DO UPDATE SET changes = o.changes + 1, attempts = 0, dead = false, problem = NULL,
         not_before = EXCLUDED.not_before`,
      [object ?? null, code ?? null, this.clock.now()],
    );
  }
}
