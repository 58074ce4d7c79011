import { Injectable } from '@nestjs/common';
import type { Standing } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::bigint`;

// Times that have not come yet are from a clock that has been put back.
const STANDING = statement(
  'rules.standing',
  `SELECT
     (SELECT count(*) FROM rule_runs r
      WHERE r.case_id = $2 AND r.at > $3 AND r.at <= $4 AND r.applied @> ARRAY[$1::bigint]
        AND NOT EXISTS (SELECT FROM rules WHERE id = $1 AND renewed_at >= r.at AND renewed_at <= $4)) AS times,
     (SELECT json_build_object('since', ${MS('since')}, 'until', ${MS('until')}) FROM rule_rests
      WHERE rule_id = $1 AND case_id = $2) AS rest`,
);
const REST = statement(
  'rules.rest',
  `WITH resting AS (
     INSERT INTO rule_rests (rule_id, case_id, since, until) VALUES ($1, $2, $3, $4)
     ON CONFLICT (rule_id, case_id) DO UPDATE SET since = excluded.since, until = excluded.until RETURNING case_id
   )
   SELECT count(*) + 1 AS count FROM rule_rests WHERE rule_id = $1 AND case_id <> $2 AND since > $5 AND since <= $3`,
);

export interface Rest {
  ruleId: number;
  caseId: number;
}

/** Which rules rest on which cases. */
@Injectable()
export class RuleRestRepository {
  constructor(private readonly database: Database) {}

  /** What a rule, as it is, has done to a case after `since` and up to `now`, and whether it rests there. */
  async standing({ ruleId, caseId }: Rest, { since, now }: { since: Date; now: Date }): Promise<Standing> {
    const row = await this.database.row<{ [K in keyof Standing]: Standing[K] }>(STANDING, [ruleId, caseId, since, now]);
    return row ?? { times: 0, rest: null };
  }

  /** Begins a rest. Returns on how many cases the rule has come to rest after `since`, this one counted. */
  async begin(
    { ruleId, caseId }: Rest,
    { now, until, since }: { now: Date; until: Date; since: Date },
  ): Promise<number> {
    return (await this.database.row<{ count: number }>(REST, [ruleId, caseId, now, until, since]))?.count ?? 1;
  }

  /** Lets a rule begin anew: whoever has corrected it, or switched it on again, wants to see it work. */
  async renew(ruleId: number, at: Date): Promise<void> {
    await this.database.run('UPDATE rules SET renewed_at = $2 WHERE id = $1', [ruleId, at]);
    await this.database.run('DELETE FROM rule_rests WHERE rule_id = $1', [ruleId]);
  }
}
