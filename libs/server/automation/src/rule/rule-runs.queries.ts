import { Injectable } from '@nestjs/common';
import type { ActorStamp, RuleRun, RuleType } from '@bureau/contracts';
import { Database, readCursor, statement, writeCursor } from '@bureau/platform';
import { RunRecord } from './run-record.ts';

const PAGE = statement(
  'rules.runs-of-case',
  `SELECT id, at::text AS place, to_json(at) #>> '{}' AS at, type, actor, sequence, message_id AS "messageId", skipped,
     rule_ids AS "ruleIds", versions, record,
     EXISTS (SELECT FROM messages m WHERE m.id = r.message_id AND m.erased_at IS NOT NULL) AS erased
   FROM rule_runs r
   WHERE case_id = $1 AND ($2::timestamptz IS NULL OR (at, id) < ($2, $3)) ORDER BY r.at DESC, id DESC LIMIT $4`,
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

/** What rules made of what happened to a case. */
@Injectable()
export class RuleRunsQueries {
  constructor(private readonly database: Database) {}

  /** The latest first. No rights are asked. */
  async page(
    caseId: number,
    { limit, cursor }: { limit: number; cursor?: string | undefined },
  ): Promise<{ runs: StoredRun[]; next: string | null }> {
    const before = readCursor(cursor);
    const values = [caseId, before?.at ?? null, before?.id ?? null, limit + 1];
    const rows = await this.database.rows<StoredRun & { place: string; record: unknown }>(PAGE, values);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return {
      runs: shown.map((row) => ({ ...row, record: RunRecord.parse(row.record) })),
      next: rows.length > limit && last ? writeCursor({ at: last.place, id: last.id }) : null,
    };
  }
}
