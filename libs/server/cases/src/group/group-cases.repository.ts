import { Injectable } from '@nestjs/common';
import type { Conditions } from '@bureau/contracts';
import { Database } from '@bureau/platform';

/** What a group that goes leaves behind in cases and in filters. */
@Injectable()
export class GroupCasesRepository {
  constructor(private readonly database: Database) {}

  /** The first cases of a group, those in the trash too. */
  async first(groupId: number, limit: number): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      'SELECT id FROM cases WHERE group_id = $1 ORDER BY id LIMIT $2',
      [groupId, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Filters that ask for a group, kept from changing until the end of the transaction. */
  lockFiltersFor(groupId: number): Promise<{ id: number; conditions: Conditions }[]> {
    return this.database.rows(
      `SELECT id, conditions FROM filters WHERE jsonb_path_exists(conditions,
         '$.** ? (@.field == "case.group").value ? (@ == $id)', jsonb_build_object('id', $1::bigint))
       ORDER BY id FOR UPDATE`,
      [groupId],
    );
  }

  async setConditions(filterId: number, conditions: Conditions): Promise<void> {
    await this.database.run('UPDATE filters SET conditions = $2 WHERE id = $1', [filterId, JSON.stringify(conditions)]);
  }
}
