import { Injectable } from '@nestjs/common';
import { UNSEEN_COUNTED, userIdOf, type Actor, type UnseenEntries } from '@bureau/contracts';
import { Database, statement } from '../database/index.ts';

const COUNT = statement(
  'system-log.unseen',
  `SELECT count(*)::int AS count, max(id) AS "latestId" FROM (
     SELECT id FROM system_log
     WHERE id > coalesce((SELECT entry_id FROM system_log_seen WHERE user_id = $1), 0) ORDER BY id DESC LIMIT $2) unseen`,
);

/** Nobody marks what has not come yet, and no mark goes back. */
const MARK = statement(
  'system-log.mark-seen',
  `INSERT INTO system_log_seen (user_id, entry_id)
   VALUES ($1, least($2::bigint, (SELECT coalesce(max(id), 0) FROM system_log)))
   ON CONFLICT (user_id) DO UPDATE SET entry_id = greatest(system_log_seen.entry_id, excluded.entry_id)`,
);

/** What of the system log each user has marked as seen. */
@Injectable()
export class SystemLogSeen {
  constructor(private readonly database: Database) {}

  async unseen(actor: Actor): Promise<UnseenEntries> {
    const values = [userIdOf(actor) ?? 0, UNSEEN_COUNTED + 1];
    const row = await this.database.row<{ count: number; latestId: number | null }>(COUNT, values);
    const count = row?.count ?? 0;
    return { count: Math.min(count, UNSEEN_COUNTED), more: count > UNSEEN_COUNTED, latestId: row?.latestId ?? null };
  }

  /** Up to this entry; what came later stays new. */
  async mark(actor: Actor, entryId: number): Promise<void> {
    const userId = userIdOf(actor);
    if (userId !== undefined) await this.database.run(MARK, [userId, entryId]);
  }
}
