import { Injectable } from '@nestjs/common';
import {
  LABEL_USES_COUNTED,
  LabelName,
  permits,
  type Actor,
  type Label,
  type LabelUse,
  type ListLabels,
} from '@bureau/contracts';
import { Database, InvalidInput, putInOrder, statement } from '@bureau/platform';

/** The lock keeps a label from going for good before the case that gets it is written. */
const RESOLVE = statement(
  'labels.resolve',
  'SELECT id, name FROM labels WHERE removed_at IS NULL AND name = ANY($1::text[]) FOR KEY SHARE',
);

const CREATE_MISSING = statement(
  'labels.create-missing',
  `INSERT INTO labels (name, types, position)
   SELECT name, '{case}', (SELECT coalesce(max(position), 0) FROM labels) + row_number() OVER ()
   FROM unnest($1::text[]) AS name ORDER BY name
   ON CONFLICT (name) WHERE removed_at IS NULL DO NOTHING`,
);

const LABEL = `json_build_object('id', id, 'name', name, 'description', description, 'color', color, 'types', types,
  'enabled', enabled, 'position', position, 'createdAt', created_at, 'updatedAt', updated_at) AS label`;

/** What a write of a label sets. */
export type LabelFields = Pick<Label, 'name' | 'description' | 'color' | 'types' | 'enabled'>;

/** The only place that speaks SQL for labels. One that is being deleted is already not there. */
@Injectable()
export class LabelRepository {
  constructor(private readonly database: Database) {}

  /**
   * The ids of labels by name, in the order of the names, each once. Missing ones are created for an actor who may
   * create labels. Throws request.invalid naming each label that there is not, at `labels`.
   */
  async resolve(actor: Actor, names: readonly string[]): Promise<number[]> {
    const wanted = [...new Set(names.map((name) => name.trim()))];
    const known = await this.idsByName(wanted);
    const missing = wanted.filter((name) => !known.has(name));
    if (missing.length === 0) return idsOf(wanted, known);

    checkNew(actor, missing);
    await this.database.run(CREATE_MISSING, [missing]);
    return idsOf(wanted, await this.idsByName(wanted));
  }

  async list({ type, enabled, q }: ListLabels): Promise<Label[]> {
    const pattern = q ? `%${q.replace(/[\\%_]/g, '\\$&')}%` : null;
    const rows = await this.database.rows<{ label: Label }>(
      `SELECT ${LABEL} FROM labels
       WHERE removed_at IS NULL AND ($1::text IS NULL OR $1 = ANY(types)) AND ($2::boolean IS NULL OR enabled = $2)
         AND ($3::text IS NULL OR name ILIKE $3)
       ORDER BY position, id`,
      [type ?? null, enabled ?? null, pattern],
    );
    return rows.map(({ label }) => label);
  }

  async find(labelId: number): Promise<Label | undefined> {
    const sql = `SELECT ${LABEL} FROM labels WHERE id = $1 AND removed_at IS NULL`;
    return (await this.database.row<{ label: Label }>(sql, [labelId]))?.label;
  }

  /** As {@link find}, until the end of the transaction nobody else writes it. */
  async lock(labelId: number): Promise<Label | undefined> {
    const sql = `SELECT ${LABEL} FROM labels WHERE id = $1 AND removed_at IS NULL FOR NO KEY UPDATE`;
    return (await this.database.row<{ label: Label }>(sql, [labelId]))?.label;
  }

  async insert({ name, description, color, types, enabled }: LabelFields): Promise<Label> {
    const row = await this.database.row<{ label: Label }>(
      `INSERT INTO labels (name, description, color, types, enabled, position)
       VALUES ($1, $2, $3, $4, $5, (SELECT coalesce(max(position), 0) + 1 FROM labels)) RETURNING ${LABEL}`,
      [name, description, color, types, enabled],
    );
    if (!row) throw new Error('The label was not created.');
    return row.label;
  }

  async save(labelId: number, { name, description, color, types, enabled }: LabelFields): Promise<Label> {
    const row = await this.database.row<{ label: Label }>(
      `UPDATE labels SET name = $2, description = $3, color = $4, types = $5, enabled = $6 WHERE id = $1
       RETURNING ${LABEL}`,
      [labelId, name, description, color, types, enabled],
    );
    if (!row) throw new Error('The label was not saved.');
    return row.label;
  }

  /** Labels that are not named keep their order behind those that are. */
  async order(ids: readonly number[]): Promise<void> {
    await this.database.run(putInOrder('labels', 'removed_at IS NULL'), [ids]);
  }

  /** From now on it is not there, though cases still carry it. */
  async markRemoved(labelId: number, at: Date): Promise<void> {
    await this.database.run('UPDATE labels SET removed_at = $2 WHERE id = $1', [labelId, at]);
  }

  /** Waits for every write that was about to give the label to a case. */
  async delete(labelId: number): Promise<void> {
    await this.database.run('DELETE FROM labels WHERE id = $1', [labelId]);
  }

  /** Those of the trash count: they can be taken out again. By the index on labels, and never beyond the limit. */
  uses(): Promise<LabelUse[]> {
    return this.database.rows<LabelUse>(
      `SELECT l.id AS "labelId", least(u.count, $1) AS count, u.count > $1 AS more
       FROM labels l CROSS JOIN LATERAL (SELECT count(*) FROM (
         SELECT FROM cases c WHERE c.label_ids @> ARRAY[l.id] AND c.label_ids <> '{}' LIMIT $1 + 1) found) u
       WHERE l.removed_at IS NULL`,
      [LABEL_USES_COUNTED],
    );
  }

  /** Ids of at most `limit` cases that carry a label, in order. */
  async carriers(labelId: number, limit: number): Promise<number[]> {
    const rows = await this.database.rows<{ id: number }>(
      `SELECT id FROM cases WHERE label_ids @> ARRAY[$1::bigint] AND label_ids <> '{}' ORDER BY id LIMIT $2`,
      [labelId, limit],
    );
    return rows.map(({ id }) => id);
  }

  /** Labels whose removal began and did not end. */
  async beingRemoved(): Promise<number[]> {
    const sql = 'SELECT id FROM labels WHERE removed_at IS NOT NULL ORDER BY id';
    return (await this.database.rows<{ id: number }>(sql)).map(({ id }) => id);
  }

  private async idsByName(names: readonly string[]): Promise<Map<string, number>> {
    if (names.length === 0) return new Map();
    const rows = await this.database.rows<{ id: number; name: string }>(RESOLVE, [names]);
    return new Map(rows.map(({ id, name }) => [name, id]));
  }
}

function checkNew(actor: Actor, missing: readonly string[]): void {
  const errors = missing.flatMap((name) => {
    if (!permits(actor, 'labels:create')) {
      return [{ path: 'labels', message: `There is no label "${name}"; choose one that there is.` }];
    }
    const problem = LabelName.safeParse(name).error?.issues[0]?.message;
    return problem === undefined ? [] : [{ path: 'labels', message: `"${name}": ${problem}` }];
  });
  if (errors.length > 0) throw new InvalidInput(errors);
}

function idsOf(names: readonly string[], known: Map<string, number>): number[] {
  return names.flatMap((name) => known.get(name) ?? []);
}
