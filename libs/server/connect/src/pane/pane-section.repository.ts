import { Injectable } from '@nestjs/common';
import type { AddPaneSection, PaneSection, WritePaneSection } from '@bureau/contracts';
import { Database } from '@bureau/platform';

const COLUMNS = `id, part, label, salesforce_object AS "salesforceObject", match, fields, sort, at_most AS "limit",
  role_ids AS "roleIds", position`;

type Row = PaneSection & Record<string, unknown>;

/** The only place that writes what the pane shows. */
@Injectable()
export class PaneSectionRepository {
  constructor(private readonly database: Database) {}

  all(): Promise<PaneSection[]> {
    return this.database.rows<Row>(`SELECT ${COLUMNS} FROM salesforce_pane_sections ORDER BY position, id`);
  }

  /** Those that this user's role sees. */
  ofUser(userId: number): Promise<PaneSection[]> {
    return this.database.rows<Row>(
      `SELECT ${COLUMNS} FROM salesforce_pane_sections
       WHERE role_ids IS NULL OR (SELECT u.role_id FROM users u WHERE u.id = $1) = ANY (role_ids)
       ORDER BY position, id`,
      [userId],
    );
  }

  /** Undefined: it is gone. Nobody else changes it until the transaction ends. */
  lock(id: number): Promise<PaneSection | undefined> {
    return this.database.row<Row>(`SELECT ${COLUMNS} FROM salesforce_pane_sections WHERE id = $1 FOR UPDATE`, [id]);
  }

  async add(section: AddPaneSection): Promise<PaneSection> {
    const added = await this.database.row<Row>(
      `INSERT INTO salesforce_pane_sections
         (part, label, salesforce_object, match, fields, sort, at_most, role_ids, position)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, coalesce($9, (SELECT coalesce(max(position), 0) + 1 FROM salesforce_pane_sections)))
       RETURNING ${COLUMNS}`,
      [...valuesOf(section), section.position ?? null],
    );
    if (!added) throw new Error('The section was not added.');
    return added;
  }

  /** What stands there, and behind it, moves on by one; where nothing does, nothing moves. */
  async makeRoomAt(position: number): Promise<void> {
    await this.database.run(
      `UPDATE salesforce_pane_sections SET position = position + 1
       WHERE position >= $1 AND EXISTS (SELECT FROM salesforce_pane_sections WHERE position = $1)`,
      [position],
    );
  }

  async write(id: number, section: WritePaneSection): Promise<PaneSection | undefined> {
    return this.database.row<Row>(
      `UPDATE salesforce_pane_sections SET part = $1, label = $2, salesforce_object = $3, match = $4, fields = $5,
         sort = $6, at_most = $7, role_ids = $8
       WHERE id = $9 RETURNING ${COLUMNS}`,
      [...valuesOf(section), id],
    );
  }

  async remove(id: number): Promise<void> {
    await this.database.run('DELETE FROM salesforce_pane_sections WHERE id = $1', [id]);
  }
}

function valuesOf({ part, label, salesforceObject, match, fields, sort, limit, roleIds }: WritePaneSection): unknown[] {
  return [
    ...[part, label, salesforceObject, JSON.stringify(match), fields],
    ...[sort && JSON.stringify(sort), limit, roleIds],
  ];
}
