import { Injectable } from '@nestjs/common';
import type { ActorStamp, RuleRun, RuleType } from '@bureau/contracts';
import { HEARD_FACTS, type HeardFact } from '@bureau/domain';
import { Database, statement } from '@bureau/platform';
import type { RunRecord } from './run-record.ts';

const NAMES = HEARD_FACTS.map((name) => `'${name}'`).join(', ');

/** Who hears of which fact: what `handled_events` calls them. */
export const SUBSCRIBER_OF: Record<HeardFact, string> = {
  'case.opened': 'rules-on-opened',
  'case.updated': 'rules-on-updated',
  'message.received': 'rules-on-received',
  'message.replied': 'rules-on-replied',
  'note.added': 'rules-on-note',
  'satisfaction.submitted': 'rules-on-satisfaction',
};
const SUBSCRIBERS = Object.values(SUBSCRIBER_OF)
  .map((name) => `'${name}'`)
  .join(', ');

const LOCK = statement('rules.lock-case', `SELECT pg_advisory_xact_lock(hashtextextended('rules', $1::bigint))`);

/**
 * The facts of a case up to the named one that nobody has considered yet, in their order. One that another process has in
 * hand but has not begun is among them: it finds itself considered when its turn comes.
 */
const DUE = statement(
  'rules.due',
  `WITH mine AS (
     SELECT max(id) AS id FROM outbox
     WHERE (payload ->> 'caseId')::bigint = $1 AND name = $2 AND (payload ->> 'sequence')::integer = $3 AND name IN (${NAMES})
   ), done AS (
     SELECT greatest(since_event, coalesce((SELECT event_id FROM rule_cursors WHERE case_id = $1), 0)) AS id FROM rules_version
   )
   SELECT o.id, o.name, o.payload FROM outbox o, mine, done
   WHERE (o.payload ->> 'caseId')::bigint = $1 AND o.name IN (${NAMES}) AND o.id > done.id AND o.id <= mine.id
     AND (o.id = mine.id OR NOT EXISTS (
       SELECT FROM handled_events h WHERE h.event_id = o.id AND h.subscriber IN (${SUBSCRIBERS})))
   ORDER BY o.id`,
);
const CONSIDERED = statement(
  'rules.considered',
  `INSERT INTO rule_cursors (case_id, event_id) SELECT id, $2 FROM cases WHERE id = $1
   ON CONFLICT (case_id) DO UPDATE SET event_id = greatest(rule_cursors.event_id, excluded.event_id)`,
);
const STORE = statement(
  'rules.store-run',
  `INSERT INTO rule_runs (case_id, type, sequence, message_id, actor, at, skipped, rule_ids, versions, applied, failed, record,
                          until_sequence)
   SELECT $1, $2, $3, (SELECT id FROM messages WHERE id = $4), $5, $6, $7, $8, $9, $10, $11, $12, sequence FROM cases WHERE id = $1
   ON CONFLICT DO NOTHING`,
);
const FAILED = statement(
  'rules.failed',
  `INSERT INTO rule_failures (rule_id, in_a_row) SELECT id, 1 FROM rules WHERE id = $1
   ON CONFLICT (rule_id) DO UPDATE SET in_a_row = rule_failures.in_a_row + 1 RETURNING in_a_row AS count`,
);
const WORKED = statement('rules.worked', 'DELETE FROM rule_failures WHERE rule_id = $1');

export interface DueFact {
  id: number;
  name: string;
  payload: unknown;
}

/** One thing that happened to a case, and what the rules of a type made of it. */
export interface RunToStore {
  caseId: number;
  type: RuleType;
  sequence: number | null;
  messageId: number | null;
  actor: ActorStamp;
  at: Date;
  skipped: RuleRun['skipped'];
  ruleIds: readonly number[];
  versions: readonly number[];
  applied: readonly number[];
  failed: readonly number[];
  record: RunRecord;
}

/** What has been considered, and what came of it. */
@Injectable()
export class RuleRunRepository {
  constructor(private readonly database: Database) {}

  /** Until the end of the transaction no other process considers rules for this case. */
  async lockCase(caseId: number): Promise<void> {
    await this.database.run(LOCK, [caseId]);
  }

  /** What is to be considered by whoever has the case's lock. */
  due(caseId: number, { name, sequence }: { name: HeardFact; sequence: number }): Promise<DueFact[]> {
    return this.database.rows<DueFact>(DUE, [caseId, name, sequence]);
  }

  async considered(caseId: number, eventId: number): Promise<void> {
    await this.database.run(CONSIDERED, [caseId, eventId]);
  }

  async store(run: RunToStore): Promise<void> {
    await this.database.run(STORE, [
      run.caseId,
      run.type,
      run.sequence,
      run.messageId,
      JSON.stringify(run.actor),
      run.at,
      run.skipped,
      run.ruleIds,
      run.versions,
      run.applied,
      run.failed,
      JSON.stringify(run.record),
    ]);
  }

  /** Counts a failure; returns how many there have been in a row. */
  async countFailure(ruleId: number): Promise<number> {
    return (await this.database.row<{ count: number }>(FAILED, [ruleId]))?.count ?? 0;
  }

  async forgetFailures(ruleId: number): Promise<void> {
    await this.database.run(WORKED, [ruleId]);
  }
}
