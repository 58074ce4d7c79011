import { Injectable } from '@nestjs/common';
import { Database, InvalidInput } from '@bureau/platform';

/** Every list of things that a user or a group is tied to: whose it is, in which table, and of what. */
const TIES = {
  'user-groups': {
    table: 'group_members',
    owner: 'user_id',
    column: 'group_id',
    of: 'groups',
    noun: 'group',
    path: 'groupIds',
  },
  'user-brands': {
    table: 'user_brands',
    owner: 'user_id',
    column: 'brand_id',
    of: 'brands',
    noun: 'brand',
    path: 'brandIds',
  },
  'group-users': {
    table: 'group_members',
    owner: 'group_id',
    column: 'user_id',
    of: 'users',
    noun: 'user',
    path: 'userIds',
  },
  'group-brands': {
    table: 'group_brands',
    owner: 'group_id',
    column: 'brand_id',
    of: 'brands',
    noun: 'brand',
    path: 'brandIds',
  },
} as const;

/** Who is in which group, and who serves which brand. */
@Injectable()
export class TieRepository {
  constructor(private readonly database: Database) {}

  /** Replaces a list of a user or a group. Throws request.invalid for ids of nothing. */
  async replace(ownerId: number, list: keyof typeof TIES, ids: number[]): Promise<void> {
    const { table, owner, column, of, noun, path } = TIES[list];
    await this.database.run(`DELETE FROM ${table} WHERE ${owner} = $1 AND ${column} <> ALL($2::bigint[])`, [
      ownerId,
      ids,
    ]);
    await this.database.run(
      `INSERT INTO ${table} (${owner}, ${column}) SELECT $1, id FROM ${of} WHERE id = ANY($2::bigint[])
       ON CONFLICT DO NOTHING`,
      [ownerId, ids],
    );
    const missing = await this.database.row<{ id: number }>(
      `SELECT wanted AS id FROM unnest($1::bigint[]) wanted WHERE NOT EXISTS (SELECT FROM ${of} WHERE id = wanted)`,
      [ids],
    );
    if (missing) throw new InvalidInput([{ path, message: `There is no ${noun} ${missing.id}.` }]);
  }
}
