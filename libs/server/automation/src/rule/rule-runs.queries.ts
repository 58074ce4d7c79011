import { Injectable } from '@nestjs/common';
import type { ActorStamp, RuleRun, RuleType } from '@bureau/contracts';
import { Database, readCursor, statement, writeCursor } from '@bureau/platform';
import { RunRecord } from './run-record.ts';

const RUNS = `SELECT id, at::text AS place, to_json(at) #>> '{}' AS at, type, actor, sequence, message_id AS "messageId",
     skipped, rule_ids AS "ruleIds", versions, record,
     EXISTS (SELECT FROM messages m WHERE m.id = r.message_id AND m.erased_at IS NOT NULL) AS erased
   FROM rule_runs r`;
const PAGE = statement(
  'rules.runs-of-case',
  `${RUNS} WHERE case_id = $1 AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3)) AND ($5::bigint[] IS NULL OR rule_ids && $5)
   ORDER BY r.at DESC, id DESC LIMIT $4`,
);
const ONE = statement('rules.run-of-case', `${RUNS} WHERE case_id = $1 AND id = $2`);
/** Runs of a case follow each other, so what a rule wrote is from its first run that ended at or behind that place. */
const LED_TO = statement(
  'rules.run-that-led-to',
  `${RUNS} WHERE case_id = $1 AND until_sequence >= $3 AND $2 = ANY(rule_ids) ORDER BY until_sequence, id LIMIT 1`,
);

/** A run as it is kept. */
export interface StoredRun {
  id: number;
  at: string;
  type: RuleType;
  actor: ActorStamp;
  sequence: number | null;
  messageId: number | null;
  /** The content of its message is gone. */
  erased: boolean;
  skipped: RuleRun['skipped'];
  ruleIds: number[];
  versions: number[];
  record: RunRecord;
}

type FoundRun = Omit<StoredRun, 'record'> & { place: string; record: unknown };

/** What rules made of what happened to a case. */
@Injectable()
export class RuleRunsQueries {
  constructor(private readonly database: Database) {}

  /** The latest first; `ruleIds`: only those in which one of these was considered. No rights are asked. */
  async page(
    caseId: number,
    { limit, cursor, ruleIds }: { limit: number; cursor?: string | undefined; ruleIds: readonly number[] | null },
  ): Promise<{ runs: StoredRun[]; next: string | null }> {
    const before = readCursor(cursor);
    const values = [caseId, before?.at ?? null, before?.id ?? null, limit + 1, ruleIds];
    const rows = await this.database.rows<FoundRun>(PAGE, values);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      runs: shown.map(read),
      next: rows.length > limit && last ? writeCursor({ at: last.place, id: last.id }) : null,
    };
  }

  async find(caseId: number, runId: number): Promise<StoredRun | undefined> {
    const row = await this.database.row<FoundRun>(ONE, [caseId, runId]);
    return row && read(row);
  }

  /** The run in which a rule did what stands at a place of the case's history; nothing when it is not known any more. */
  async thatLedTo(caseId: number, { ruleId, sequence }: { ruleId: number; sequence: number }): Promise<StoredRun[]> {
    return (await this.database.rows<FoundRun>(LED_TO, [caseId, ruleId, sequence])).map(read);
  }
}

function read(row: FoundRun): StoredRun {
  return { ...row, record: RunRecord.parse(row.record) };
}
