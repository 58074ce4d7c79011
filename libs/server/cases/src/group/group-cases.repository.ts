import { Injectable } from '@nestjs/common';
import { Database } from '@bureau/platform';

/** The cases that a group leaves behind that goes. */
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
}
