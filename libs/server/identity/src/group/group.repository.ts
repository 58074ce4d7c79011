import { Injectable } from '@nestjs/common';
import type { Group } from '@bureau/contracts';
import { Database, RawJson } from '@bureau/platform';

/** The contract `Group` from `g`. */
const PRESENTED = `jsonb_build_object('id', g.id, 'name', g.name,
  'userIds', ARRAY(SELECT user_id FROM group_members WHERE group_id = g.id ORDER BY user_id),
  'brandIds', ARRAY(SELECT brand_id FROM group_brands WHERE group_id = g.id ORDER BY brand_id))
  || CASE WHEN g.successor_id IS NULL THEN '{}' ELSE jsonb_build_object('successorId', g.successor_id) END`;

/** What keeps a group from being deleted without a successor. */
export interface Belongings {
  cases: number;
  mailboxes: number;
  filters: number;
  /** Groups that hand over to it. */
  groups: number;
}

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
      `SELECT (${PRESENTED})::text AS json, g.updated_at::text AS version FROM groups g WHERE g.id = $1`,
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

  /** How much belongs to a group, deleted cases included: they can be restored. */
  async belongings(id: number): Promise<Belongings> {
    const row = await this.database.row<Belongings>(
      `SELECT (SELECT count(*) FROM cases WHERE group_id = $1) AS cases,
              (SELECT count(*) FROM mailboxes WHERE group_id = $1) AS mailboxes,
              (SELECT count(*) FROM filters WHERE group_id = $1) AS filters,
              (SELECT count(*) FROM groups WHERE successor_id = $1) AS groups`,
      [id],
    );
    return row ?? { cases: 0, mailboxes: 0, filters: 0, groups: 0 };
  }

  /** Gives mailboxes and filters to the successor, which waits for the cases from now on. */
  async handOver(id: number, successorId: number): Promise<void> {
    await this.database.run('UPDATE mailboxes SET group_id = $2 WHERE group_id = $1', [id, successorId]);
    await this.database.run('UPDATE filters SET group_id = $2 WHERE group_id = $1', [id, successorId]);
    await this.database.run('UPDATE groups SET successor_id = $2 WHERE id = $1', [id, successorId]);
  }

  /** Groups that wait for their last case to leave. */
  dissolving(): Promise<{ id: number; successorId: number }[]> {
    return this.database.rows(
      'SELECT id, successor_id AS "successorId" FROM groups WHERE successor_id IS NOT NULL ORDER BY id',
    );
  }

  async remove(id: number): Promise<void> {
    await this.database.run('DELETE FROM groups WHERE id = $1', [id]);
  }
}
