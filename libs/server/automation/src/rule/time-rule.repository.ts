import { Injectable } from '@nestjs/common';
import { conditionSql } from '@bureau/cases';
import { languageOf, withoutHidden, type Asking, type Crossing, type Vocabulary } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';
import type { CompiledRule } from './compiled-rule.ts';

/** Cases that are looked at in one go. */
export const CASES_AT_ONCE = 200;

/** Cases that may have come to be what a rule asks for, and those that may have left it. */
export interface Asked {
  rule: CompiledRule;
  asking: Asking;
  vocabulary: Vocabulary;
  /** Only cases behind this one. */
  after: number;
}

const MS = (column: string) => `floor(extract(epoch FROM ${column}) * 1000)::bigint`;
const CROSSING = statement(
  'rules.crossing',
  `SELECT version, ${MS('at')} AS at, ${MS('active_at')} AS "activeAt", armed, slot, intervals
   FROM rule_crossings WHERE rule_id = $1 AND case_id = $2`,
);
const CROSSED = statement(
  'rules.crossed',
  `INSERT INTO rule_crossings (rule_id, case_id, version, at, active_at, slot, intervals)
   SELECT $1, id, $3, $4, active_at, $5, $6 FROM cases WHERE id = $2
   ON CONFLICT (rule_id, case_id) DO UPDATE SET version = excluded.version, at = excluded.at,
     active_at = excluded.active_at, armed = false, slot = excluded.slot, intervals = excluded.intervals`,
);
const ARM = statement('rules.arm', 'UPDATE rule_crossings SET armed = true WHERE rule_id = $1 AND case_id = $2');

/** Which cases a time rule has been applied to, and which ones may be next. */
@Injectable()
export class TimeRuleRepository {
  constructor(private readonly database: Database) {}

  /** Cases that meet the conditions as far as the database can say, and that the rule is not resting on. Closed ones stay closed. */
  candidates({ rule, asking, vocabulary, after }: Asked): Promise<{ id: number }[]> {
    const asked = conditionSql(withoutHidden(rule.conditions), {
      first: 5,
      asking,
      vocabulary: languageOf('time', vocabulary).vocabulary,
    });
    return this.database.rows<{ id: number }>(
      `SELECT c.id FROM cases c
       WHERE c.id > $3 AND c.status <> 'closed' AND ($4::bigint IS NULL OR c.brand_id = $4) AND ${asked.sql}
         AND NOT EXISTS (SELECT FROM rule_crossings x WHERE x.rule_id = $1 AND x.case_id = c.id AND x.version = $2
                           AND NOT x.armed AND x.active_at = c.active_at)
       ORDER BY c.id LIMIT ${CASES_AT_ONCE}`,
      [rule.id, rule.version, after, rule.brandId, ...asked.values],
    );
  }

  /** Cases that a rule rests on, behind one of them. */
  resting({ rule, after }: Pick<Asked, 'rule' | 'after'>): Promise<{ id: number }[]> {
    return this.database.rows<{ id: number }>(
      `SELECT case_id AS id FROM rule_crossings WHERE rule_id = $1 AND NOT armed AND case_id > $2
       ORDER BY case_id LIMIT ${CASES_AT_ONCE}`,
      [rule.id, after],
    );
  }

  crossing(ruleId: number, caseId: number): Promise<Crossing | undefined> {
    return this.database.row<{ [K in keyof Crossing]: Crossing[K] }>(CROSSING, [ruleId, caseId]);
  }

  /** Remembers that a rule was applied, with the case's activity as the rule has left it. */
  async crossed(
    { id, version }: CompiledRule,
    caseId: number,
    { at, slot, intervals }: { at: Date; slot: number; intervals: number },
  ): Promise<void> {
    await this.database.run(CROSSED, [id, caseId, version, at, slot, intervals]);
  }

  async arm(ruleId: number, caseId: number): Promise<void> {
    await this.database.run(ARM, [ruleId, caseId]);
  }
}
