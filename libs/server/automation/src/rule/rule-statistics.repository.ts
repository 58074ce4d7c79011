import { Injectable } from '@nestjs/common';
import type { RuleStatistics } from '@bureau/contracts';
import { Clock, Database } from '@bureau/platform';

/** How long runs are kept and counted. */
export const KEPT_DAYS = 30;
const DAY = 86_400_000;
const AT_ONCE = 2_000;

/** How often rules are considered and applied, by the day. */
@Injectable()
export class RuleStatisticsRepository {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** By rule; those of which nothing is known are missing. What happened within the last minute may be missing too. */
  async ofLastMonth(ruleIds: readonly number[]): Promise<Map<number, RuleStatistics>> {
    const rows = await this.database.rows<RuleStatistics & { id: number }>(
      `SELECT rule_id AS id, sum(considered)::integer AS considered, sum(applied)::integer AS applied,
         sum(failed)::integer AS failed, to_json(max(last_applied_at)) #>> '{}' AS "lastAppliedAt"
       FROM rule_days WHERE rule_id = ANY($1) AND day > $2::date GROUP BY rule_id`,
      [ruleIds, this.daysAgo(KEPT_DAYS)],
    );
    return new Map(rows.map(({ id, ...statistics }) => [id, statistics]));
  }

  /** Counts runs that nobody has counted yet, each once; returns how many that were. */
  async countNewRuns(): Promise<number> {
    const row = await this.database.row<{ count: number }>(
      `WITH fresh AS (
         UPDATE rule_runs SET counted = true
         WHERE id IN (SELECT id FROM rule_runs WHERE NOT counted ORDER BY id LIMIT ${AT_ONCE} FOR UPDATE SKIP LOCKED)
         RETURNING at, rule_ids, applied, failed
       ), each AS (
         SELECT rule.id, fresh.at, rule.id = ANY(fresh.applied) AS applied, rule.id = ANY(fresh.failed) AS failed
         FROM fresh, unnest(fresh.rule_ids) AS rule (id) WHERE EXISTS (SELECT FROM rules r WHERE r.id = rule.id)
       ), counted AS (
         INSERT INTO rule_days (rule_id, day, considered, applied, failed, last_applied_at)
         SELECT id, (at AT TIME ZONE 'UTC')::date, count(*), count(*) FILTER (WHERE applied), count(*) FILTER (WHERE failed),
           max(at) FILTER (WHERE applied)
         FROM each GROUP BY 1, 2 ORDER BY 1, 2
         ON CONFLICT (rule_id, day) DO UPDATE SET considered = rule_days.considered + excluded.considered,
           applied = rule_days.applied + excluded.applied, failed = rule_days.failed + excluded.failed,
           last_applied_at = greatest(rule_days.last_applied_at, excluded.last_applied_at)
       ) SELECT count(*) AS count FROM fresh`,
    );
    return row?.count ?? 0;
  }

  /** Forgets what is older than a month; returns how many runs that were. Call again while there are more. */
  async forgetOld(): Promise<number> {
    const [runs, days] = [this.daysAgo(KEPT_DAYS), this.daysAgo(KEPT_DAYS + 1)];
    await this.database.run('DELETE FROM rule_days WHERE day < $1::date', [days]);
    await this.database.run('DELETE FROM rule_rests WHERE until < $1', [runs]);
    await this.database.run('DELETE FROM rule_crossings WHERE armed AND at < $1', [runs]);
    await this.database.run(
      `DELETE FROM rule_versions v WHERE v.created_at < $1 AND NOT EXISTS (SELECT FROM rules r WHERE r.id = v.rule_id)
         AND NOT EXISTS (SELECT FROM rule_runs n WHERE v.rule_id = ANY(n.rule_ids) LIMIT 1)`,
      [runs],
    );
    return this.database.run(
      `DELETE FROM rule_runs WHERE id IN (SELECT id FROM rule_runs WHERE at < $1 ORDER BY at LIMIT ${AT_ONCE})`,
      [runs],
    );
  }

  private daysAgo(days: number): Date {
    return new Date(this.clock.now().getTime() - days * DAY);
  }
}
