import { Injectable } from '@nestjs/common';
import type { salesforceLogApi, RouteCall } from '@bureau/contracts';
import { Database, pageFrom, readCursor, statement, type RawJson } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { recordUrl } from '../salesforce/index.ts';
import { FieldLabels } from './field-labels.ts';
import { namedRecords, RECORD_FIELDS, recordName } from './record-names.ts';

/** What the fields of `l` name. */
const NAMED = namedRecords(`SELECT f ->> 'field', x.id FROM jsonb_array_elements(l.fields) f
  CROSS JOIN LATERAL (VALUES (f ->> 'before'), (f ->> 'after')) x (id) WHERE f ->> 'field' IN ${RECORD_FIELDS}`);

/** Values: at, id, limit + 1, direction, object, action, desk id, labels, where `{id}` opens in Salesforce. */
const LIST = statement(
  'salesforce-log.list',
  `SELECT l.id, l.at::text AS at, json_build_object(
     'id', l.id, 'at', l.at, 'direction', l.direction, 'object', l.object, 'deskId', l.desk_id, 'name', ${recordName('l')},
     'salesforceId', l.salesforce_id, 'url', replace($9, '{id}', l.salesforce_id), 'action', l.action,
     'fields', (SELECT coalesce(json_agg(json_build_object('field', f ->> 'field',
                  'label', coalesce($8::jsonb -> l.object ->> (f ->> 'field'), f ->> 'field'),
                  'before', f -> 'before', 'after', f -> 'after')), '[]') FROM jsonb_array_elements(l.fields) f),
     'records', ${NAMED}, 'errorCode', l.error_code, 'detail', l.detail)::text AS json
   FROM salesforce_log l
   WHERE (l.at, l.id) < (coalesce($1::timestamptz, 'infinity'), coalesce($2::bigint, 0))
     AND ($4::text IS NULL OR l.direction = $4) AND ($5::text IS NULL OR l.object = $5)
     AND ($6::text IS NULL OR l.action = $6) AND ($7::bigint IS NULL OR l.desk_id = $7)
   ORDER BY l.at DESC, l.id DESC LIMIT $3`,
);

type Asked = RouteCall<typeof salesforceLogApi.list>['query'];

/** What the sync did, for people. */
@Injectable()
export class SyncLogQueries {
  constructor(
    private readonly database: Database,
    private readonly labels: FieldLabels,
    private readonly connections: ConnectionRepository,
  ) {}

  async list({ direction, object, action, deskId, limit, cursor }: Asked): Promise<RawJson> {
    const place = readCursor(cursor);
    const connection = await this.connections.current();
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(LIST, [
      ...[place?.at ?? null, place?.id ?? null, limit + 1, direction ?? null, object ?? null, action ?? null],
      ...[
        deskId ?? null,
        JSON.stringify(await this.labels.all()),
        connection && recordUrl(connection.instanceUrl, '{id}'),
      ],
    ]);
    return pageFrom(rows, limit);
  }
}
