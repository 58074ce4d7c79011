import { Injectable } from '@nestjs/common';
import type { CreateMacro, Macro, MacroVisibility } from '@bureau/contracts';
import { Database, putInOrder, statement } from '@bureau/platform';

/** A macro as it is kept, with how often it was applied in the last 30 days. */
export interface StoredMacro extends Omit<Macro, 'sentences' | 'editable'> {
  version: string;
}

export type MacroSettings = Omit<CreateMacro, 'visibility'> & { visibility: MacroVisibility };

const MACRO = `m.id, m.name, m.description, m.folders, m.actions, m.position, m.enabled,
  CASE m.visibility WHEN 'everyone' THEN jsonb_build_object('for', 'everyone')
    WHEN 'user' THEN jsonb_build_object('for', 'user', 'userId', m.user_id)
    ELSE jsonb_build_object('for', 'groups', 'groupIds',
      ARRAY(SELECT group_id FROM macro_groups WHERE macro_id = m.id ORDER BY group_id)) END AS visibility,
  to_json(m.updated_at) AS "updatedAt", m.updated_at::text AS version,
  (SELECT json_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = m.updated_by) AS "updatedBy",
  coalesce(uses.mine, 0) AS "usedByMe", coalesce(uses.all, 0) AS used`;

/** `$1`: the reader. `$2`: the first of the days that count. */
const FROM = `FROM macros m LEFT JOIN (
    SELECT macro_id, sum(count)::int AS all, (sum(count) FILTER (WHERE user_id = $1))::int AS mine
    FROM macro_uses WHERE day > $2::date - 30 GROUP BY macro_id) uses ON uses.macro_id = m.id`;

const ALL = statement('macros.all', `SELECT ${MACRO} ${FROM} ORDER BY m.visibility = 'user', m.position, m.id`);
const SOME = statement('macros.some', `SELECT ${MACRO} ${FROM} WHERE m.id = ANY($3)`);
const COLUMNS = ['name', 'description', 'folders', 'actions', 'visibility', 'user_id', 'enabled', 'updated_by'];
const INSERT = statement(
  'macros.insert',
  `INSERT INTO macros (${COLUMNS.join(', ')}, position)
   VALUES (${COLUMNS.map((_, index) => `$${index + 1}`).join(', ')}, (SELECT coalesce(max(position), 0) + 1 FROM macros))
   RETURNING id`,
);
const UPDATE = statement(
  'macros.update',
  `UPDATE macros SET ${COLUMNS.map((column, index) => `${column} = $${index + 2}`).join(', ')} WHERE id = $1`,
);
const COUNT = statement(
  'macros.count-use',
  `INSERT INTO macro_uses AS u (macro_id, user_id, day, count) SELECT id, $2, $3::date, 1 FROM unnest($1::bigint[]) AS id
   ORDER BY id ON CONFLICT (macro_id, day, user_id) DO UPDATE SET count = u.count + 1`,
);

/** Who reads, and when: what he has used lately is counted. */
export interface Reader {
  userId: number | null;
  at: Date;
}

/** The only place that speaks SQL for macros themselves. */
@Injectable()
export class MacroRepository {
  constructor(private readonly database: Database) {}

  /** Every macro of the desk in its order, shared ones first. */
  all({ userId, at }: Reader): Promise<StoredMacro[]> {
    return this.database.rows<StoredMacro>(ALL, [userId, at]);
  }

  some({ userId, at }: Reader, macroIds: readonly number[]): Promise<StoredMacro[]> {
    return this.database.rows<StoredMacro>(SOME, [userId, at, macroIds]);
  }

  /** Keeps them from changing until the end of the transaction. */
  async lock(macroIds: readonly number[]): Promise<void> {
    await this.database.run('SELECT FROM macros WHERE id = ANY($1) ORDER BY id FOR UPDATE', [macroIds]);
  }

  async insert(settings: MacroSettings, by: number | null): Promise<number> {
    const row = await this.database.row<{ id: number }>(INSERT, valuesOf(settings, by));
    if (!row) throw new Error('The macro was not saved.');
    await this.share(row.id, groupsOf(settings.visibility));
    return row.id;
  }

  async update(macroId: number, settings: MacroSettings, by: number | null): Promise<void> {
    await this.database.run(UPDATE, [macroId, ...valuesOf(settings, by)]);
    await this.share(macroId, groupsOf(settings.visibility));
  }

  /** What every macro does, and for which groups; none changes until the end of the transaction. */
  lockWithActions(): Promise<(Pick<Macro, 'id' | 'name' | 'actions'> & { groupIds: number[] })[]> {
    return this.database.rows(
      `SELECT id, name, actions, ARRAY(SELECT group_id FROM macro_groups WHERE macro_id = m.id ORDER BY group_id) AS "groupIds"
       FROM macros m ORDER BY id FOR UPDATE`,
    );
  }

  async setActions(macroId: number, actions: Macro['actions']): Promise<void> {
    await this.database.run('UPDATE macros SET actions = $2 WHERE id = $1', [macroId, JSON.stringify(actions)]);
  }

  async delete(macroId: number): Promise<void> {
    await this.database.run('DELETE FROM macros WHERE id = $1', [macroId]);
  }

  /** Puts the named ones first, in this order; the others keep theirs behind them. */
  async reorder(macroIds: readonly number[]): Promise<void> {
    await this.database.run(putInOrder('macros'), [macroIds]);
  }

  async countUse(macroIds: readonly number[], userId: number, at: Date): Promise<void> {
    await this.database.run(COUNT, [macroIds, userId, at]);
  }

  /** Lets exactly these groups work with a macro. */
  async share(macroId: number, groupIds: readonly number[]): Promise<void> {
    await this.database.run('DELETE FROM macro_groups WHERE macro_id = $1 AND group_id <> ALL ($2)', [
      macroId,
      groupIds,
    ]);
    await this.database.run(
      'INSERT INTO macro_groups SELECT $1, id FROM unnest($2::bigint[]) AS id ON CONFLICT DO NOTHING',
      [macroId, groupIds],
    );
  }
}

function groupsOf(visibility: MacroVisibility): readonly number[] {
  return visibility.for === 'groups' ? visibility.groupIds : [];
}

function valuesOf({ visibility, ...settings }: MacroSettings, by: number | null): unknown[] {
  return [
    settings.name,
    settings.description,
    settings.folders,
    JSON.stringify(settings.actions),
    visibility.for,
    visibility.for === 'user' ? visibility.userId : null,
    settings.enabled,
    by,
  ];
}
