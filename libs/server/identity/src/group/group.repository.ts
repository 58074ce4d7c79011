import { Injectable } from '@nestjs/common';
import type { Group } from '@bureau/contracts';
import { Database, RawJson } from '@bureau/platform';

/** The contract `Group` from `g`. */
const PRESENTED = `jsonb_build_object('id', g.id, 'name', g.name,
  'userIds', ARRAY(SELECT user_id FROM group_members WHERE group_id = g.id ORDER BY user_id),
  'brandIds', ARRAY(SELECT brand_id FROM group_brands WHERE group_id = g.id ORDER BY brand_id))`;

@Injectable()
export class GroupRepository {
  constructor(private readonly database: Database) {}

  async list(): Promise<Group[]> {
    const rows = await this.database.rows<{ item: Group }>(
      `SELECT ${PRESENTED} AS item FROM groups g ORDER BY g.name, g.id`,
    );
    return rows.map(({ item }) => item);
  }

  async read(id: number): Promise<RawJson | undefined> {
    const row = await this.database.row<{ json: string; version: string }>(
      `SELECT ${PRESENTED}::text AS json, g.updated_at::text AS version FROM groups g WHERE g.id = $1`,
      [id],
    );
    return row && new RawJson(row.json, row.version);
  }

  /** The group as it is, kept from changing until the end of the transaction. */
  async lock(id: number): Promise<{ group: Group; version: string } | undefined> {
    await this.database.run('SELECT 1 FROM groups WHERE id = $1 FOR UPDATE', [id]);
    return this.database.row(
      `SELECT ${PRESENTED} AS "group", g.updated_at::text AS version FROM groups g WHERE g.id = $1`,
      [id],
    );
  }

  async create(name: string): Promise<number> {
    const row = await this.database.row<{ id: number }>('INSERT INTO groups (name) VALUES ($1) RETURNING id', [name]);
    if (!row) throw new Error('The group was not written.');
    return row.id;
  }

  /** Also marks the group as changed, whatever of it changes. */
  async rename(id: number, name: string): Promise<void> {
    await this.database.run('UPDATE groups SET name = $2 WHERE id = $1', [id, name]);
  }

  /** How much hangs on a group, deleted cases included: they can be restored. */
  async belongings(id: number): Promise<{ cases: number; mailboxes: number }> {
    const row = await this.database.row<{ cases: number; mailboxes: number }>(
      `SELECT (SELECT count(*) FROM cases WHERE group_id = $1) AS cases,
              (SELECT count(*) FROM mailboxes WHERE group_id = $1) AS mailboxes`,
      [id],
    );
    return row ?? { cases: 0, mailboxes: 0 };
  }

  async remove(id: number): Promise<void> {
    await this.database.run('DELETE FROM groups WHERE id = $1', [id]);
  }
}
