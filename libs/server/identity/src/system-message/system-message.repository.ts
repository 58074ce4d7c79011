import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor, type WriteSystemMessage } from '@bureau/contracts';
import { Clock, Database, RawJson } from '@bureau/platform';

/** Whether the message `s` is for a user at a moment; both are SQL. */
export function isToldTo(userId: string, now: string): string {
  return `(s.message <> '' AND coalesce(s.until > ${now}, true) AND (s.group_ids = '{}' OR EXISTS (
    SELECT FROM group_members w WHERE w.user_id = ${userId} AND w.group_id = ANY (s.group_ids))))`;
}

/** The one row of the table: what is said to those who work here. */
@Injectable()
export class SystemMessageRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The contract `ToldSystemMessage`: nothing when it is over, or meant for others. */
  async told(actor: Actor): Promise<RawJson> {
    const row = await this.database.row<{ json: string }>(
      `SELECT json_build_object('message', CASE WHEN t.told THEN s.message END, 'until', CASE WHEN t.told THEN s.until END,
         'updatedAt', s.updated_at)::text AS json
       FROM system_message s CROSS JOIN LATERAL (SELECT ${isToldTo('$2::bigint', '$1::timestamptz')} AS told) t`,
      [this.clock.now(), userIdOf(actor) ?? null],
    );
    return new RawJson(row?.json ?? '');
  }

  /** The contract `SystemMessage`. */
  async read(): Promise<RawJson> {
    const row = await this.database.row<{ json: string; version: string }>(
      `SELECT json_build_object('message', message, 'groupIds', (SELECT coalesce(json_agg(g.id ORDER BY g.id), '[]')
           FROM groups g WHERE g.id = ANY (group_ids)), 'until', until, 'updatedAt', updated_at)::text AS json,
         updated_at::text AS version FROM system_message`,
    );
    return new RawJson(row?.json ?? '', row?.version);
  }

  /** Kept from changing until the end of the transaction. */
  async lock(): Promise<WriteSystemMessage & { version: string }> {
    const row = await this.database.row<Omit<WriteSystemMessage, 'until'> & { until: Date | null; version: string }>(
      `SELECT message, group_ids AS "groupIds", until, updated_at::text AS version FROM system_message FOR UPDATE`,
    );
    if (!row) throw new Error('The desk has no system message.');
    return { ...row, until: row.until?.toISOString() ?? null };
  }

  /** Those of the groups that there are, kept from going until the end of the transaction. */
  async groups(ids: readonly number[]): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      'SELECT id FROM groups WHERE id = ANY ($1::bigint[]) ORDER BY id FOR KEY SHARE',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether it names the group, be it over or not. */
  async isFor(groupId: number): Promise<boolean> {
    return (await this.database.row('SELECT FROM system_message WHERE $1 = ANY (group_ids)', [groupId])) !== undefined;
  }

  async save({ message, groupIds, until }: WriteSystemMessage): Promise<void> {
    await this.database.run('UPDATE system_message SET message = $1, group_ids = $2, until = $3', [
      message,
      groupIds,
      until,
    ]);
  }
}
