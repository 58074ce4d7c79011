import { Injectable } from '@nestjs/common';
import type { RouteCall, salesforceConflictsApi } from '@bureau/contracts';
import { Database, pageFrom, RawJson, readCursor, statement } from '@bureau/platform';
import { FieldLabels } from '../log/field-labels.ts';
import { namedRecords, RECORD_FIELDS, syncRecord } from '../log/record-names.ts';

/** What the values of `k` name. */
const NAMED = namedRecords(`SELECT k.field, x.value #>> '{}'
  FROM (VALUES (k.base_value), (k.desk_value), (k.salesforce_value)) x (value) WHERE k.field IN ${RECORD_FIELDS}`);

/** The contract `SyncConflict` of `k`; `$1` are the labels of fields. */
const CONFLICT = `json_build_object(
  'id', k.id, 'record', ${syncRecord('k')}, 'field', k.field,
  'label', coalesce($1::jsonb -> k.object ->> k.field, k.field),
  'baseValue', k.base_value, 'deskValue', k.desk_value, 'salesforceValue', k.salesforce_value,
  'wins', k.wins,  'records', ${NAMED},
  'deskBy', k.desk_by ->> 'name', 'deskAt', k.desk_at, 'salesforceBy', k.salesforce_by, 'salesforceAt', k.salesforce_at,
  'state', k.state, 'at', k.at, 'resolvedBy', (SELECT u.name FROM users u WHERE u.id = k.resolved_by),
  'resolvedAt', k.resolved_at)::text`;

const LIST = statement(
  'salesforce-conflicts.list',
  `SELECT k.id, k.at::text AS at, ${CONFLICT} AS json FROM salesforce_conflicts k
   WHERE (k.at, k.id) < (coalesce($2::timestamptz, 'infinity'), coalesce($3::bigint, 0))
     AND ((k.state = 'open') = $5) AND ($6::text IS NULL OR k.object = $6)
   ORDER BY k.at DESC, k.id DESC LIMIT $4`,
);

const ONE = statement(
  'salesforce-conflicts.one',
  `SELECT ${CONFLICT} AS json FROM salesforce_conflicts k WHERE k.id = $2`,
);

type Asked = RouteCall<typeof salesforceConflictsApi.list>['query'];

/** Fields that both sides changed, for people. */
@Injectable()
export class ConflictQueries {
  constructor(
    private readonly database: Database,
    private readonly labels: FieldLabels,
  ) {}

  async list({ state, object, limit, cursor }: Asked): Promise<RawJson> {
    const place = readCursor(cursor);
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(LIST, [
      ...[JSON.stringify(await this.labels.all()), place?.at ?? null, place?.id ?? null, limit + 1],
      ...[state === 'open', object ?? null],
    ]);
    return pageFrom(rows, limit);
  }

  async read(conflictId: number): Promise<RawJson> {
    const row = await this.database.row<{ json: string }>(ONE, [JSON.stringify(await this.labels.all()), conflictId]);
    return new RawJson(row?.json ?? 'null');
  }
}
