import { Injectable } from '@nestjs/common';
import type { SyncAction, SyncChild, SyncObject, SyncValue, SyncWay } from '@bureau/contracts';
import { Database, statement } from '@bureau/platform';

/** A field that went across, or should have. */
export interface CrossedField {
  field: string;
  before: SyncValue;
  after: SyncValue;
}

export interface SyncLogLine {
  at: Date;
  direction: SyncWay;
  object: SyncObject | SyncChild;
  deskId: number | null;
  salesforceId: string | null;
  action: SyncAction;
  fields?: readonly CrossedField[];
  errorCode?: string | null;
  /** Why, in words. */
  detail?: string;
}

const ADD = statement(
  'salesforce-log.add',
  `INSERT INTO salesforce_log (at, direction, object, desk_id, salesforce_id, action, fields, error_code, detail)
   SELECT l.at, l.direction, l.object, l."deskId", l."salesforceId", l.action, l.fields, l."errorCode", l.detail
   FROM jsonb_to_recordset($1) AS l (at timestamptz, direction text, object text, "deskId" bigint, "salesforceId" text,
     action text, fields jsonb, "errorCode" text, detail text)`,
);

/** Enough to suspect a loop. A conflict that Salesforce won was written to the desk, at the same moment as the rest of its row. */
const WRITES = statement(
  'salesforce-log.writes-of',
  `SELECT DISTINCT floor(extract(epoch FROM l.at) * 1000)::bigint AS at FROM salesforce_log l
   WHERE l.object = $1 AND l.desk_id = $2 AND l.at > $3
     AND (l.action = 'updated' OR (l.action = 'conflict' AND l.direction = 'to_desk'))
   ORDER BY 1 DESC LIMIT 20`,
);

/** The only place that writes the log of the sync. */
@Injectable()
export class SyncLogRepository {
  constructor(private readonly database: Database) {}

  add(line: SyncLogLine): Promise<void> {
    return this.addMany([line]);
  }

  async addMany(lines: readonly SyncLogLine[]): Promise<void> {
    if (lines.length === 0) return;
    const all = lines.map((line) => ({ fields: [], errorCode: null, detail: '', ...line }));
    await this.database.run(ADD, [JSON.stringify(all)]);
  }

  /** When the sync changed a record on either side since then, in milliseconds. */
  async writesSince(object: SyncObject, deskId: number, since: Date): Promise<number[]> {
    const rows = await this.database.rows<{ at: number }>(WRITES, [object, deskId, since]);
    return rows.map(({ at }) => at);
  }

  /** Whether the same has been said of a row of Salesforce since then. */
  async wasTold(
    { object, salesforceId, errorCode }: Required<Pick<SyncLogLine, 'object' | 'salesforceId' | 'errorCode'>>,
    since: Date,
  ): Promise<boolean> {
    const row = await this.database.row(
      'SELECT FROM salesforce_log WHERE object = $1 AND salesforce_id = $2 AND error_code = $3 AND at > $4 LIMIT 1',
      [object, salesforceId, errorCode, since],
    );
    return row !== undefined;
  }

  /** Lines older than that, so many at once; returns how many there were. */
  forgetBefore(before: Date, limit: number): Promise<number> {
    return this.database.run(
      'DELETE FROM salesforce_log WHERE id IN (SELECT id FROM salesforce_log WHERE at < $1 ORDER BY at LIMIT $2)',
      [before, limit],
    );
  }
}
