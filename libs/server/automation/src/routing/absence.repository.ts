import { Injectable } from '@nestjs/common';
import type { Absence } from '@bureau/contracts';
import { Clock, Database, RawJson, statement } from '@bureau/platform';

/** The contract `AbsentUser`, by when they leave. */
const ABSENCES = statement(
  'routing.absences',
  `SELECT json_build_object('items', coalesce(json_agg(json_build_object('user', json_build_object('id', u.id, 'name', u.name),
     'from', a.out_from, 'until', a.out_until,
     'standIn', CASE WHEN s.id IS NOT NULL THEN json_build_object('id', s.id, 'name', s.name) END)
     ORDER BY a.out_from, u.id), '[]'))::text AS json
   FROM routing_agents a JOIN users u ON u.id = a.user_id LEFT JOIN users s ON s.id = a.stand_in_id
   WHERE a.out_until > $1 AND u.disabled_at IS NULL`,
);

/** An absence that has begun and that nothing has been done about yet. Whoever decides about its agent is waited for. */
const BEGIN = statement(
  'routing.begin-absence',
  `UPDATE routing_agents SET out_begun = true WHERE user_id = (
     SELECT user_id FROM routing_agents WHERE out_from <= $1 AND out_until > $1 AND NOT out_begun
     ORDER BY user_id LIMIT 1 FOR UPDATE)
   RETURNING user_id AS "userId", stand_in_id IS NOT NULL AS "hasStandIn"`,
);

/** Who is out of office, and when. */
@Injectable()
export class AbsenceRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Now, or at a time to come: `AbsentUser`s. */
  async list(): Promise<RawJson> {
    const row = await this.database.row<{ json: string }>(ABSENCES, [this.clock.now()]);
    return new RawJson(row?.json ?? '{"items":[]}');
  }

  async of(userId: number): Promise<Absence | null> {
    const row = await this.database.row<{ absence: Absence | null }>(
      `SELECT json_build_object('from', out_from, 'until', out_until, 'standInId', stand_in_id) AS absence
       FROM routing_agents WHERE user_id = $1 AND out_until IS NOT NULL`,
      [userId],
    );
    return row?.absence ?? null;
  }

  /** Whether somebody is out of office at any moment of a time. */
  async overlaps(userId: number, { from, until }: Pick<Absence, 'from' | 'until'>): Promise<boolean> {
    const sql = 'SELECT user_id FROM routing_agents WHERE user_id = $1 AND out_from < $3 AND out_until > $2';
    return (await this.database.row(sql, [userId, from, until])) !== undefined;
  }

  /** The next one whose absence has begun; undefined when there is none. In a transaction, with what is done about it. */
  begin(): Promise<{ userId: number; hasStandIn: boolean } | undefined> {
    return this.database.row(BEGIN, [this.clock.now()]);
  }
}
