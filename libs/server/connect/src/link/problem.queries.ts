import { Injectable } from '@nestjs/common';
import type { ProblemGroup, RouteCall, salesforceLinksApi } from '@bureau/contracts';
import { DELETED_HERE } from '@bureau/domain';
import { Database, pageFrom, readCursor, statement, type RawJson } from '@bureau/platform';
import { syncRecord } from '../log/record-names.ts';

/** What was not taken and is not only waiting its turn: of whole records, single fields, and what hangs on a case. */
const PROBLEMS = `
  SELECT o.object, o.desk_id, o.since AS at, o.desk_id AS id, o.problem, o.attempts, NULL::text AS field,
    CASE WHEN NOT o.dead THEN o.not_before END AS retry_at, NULL::text AS child
  FROM salesforce_outbox o WHERE o.problem IS NOT NULL AND o.problem ->> 'code' <> 'WAITS'
  UNION ALL
  SELECT l.object, l.desk_id, l.updated_at, l.desk_id, jsonb_build_object('code', h.value ->> 'code', 'kind', 'field',
      'message', coalesce((SELECT g.detail FROM salesforce_log g
         WHERE g.object = l.object AND g.desk_id = l.desk_id AND g.error_code = h.value ->> 'code'
         ORDER BY g.at DESC LIMIT 1), ''), 'fields', jsonb_build_array(h.key)), l.attempts, h.key, NULL, NULL
  FROM salesforce_links l CROSS JOIN LATERAL jsonb_each(l.held) h
  WHERE l.held <> '{}' AND h.value ->> 'code' <> '${DELETED_HERE}'
  UNION ALL
  SELECT 'case', k.case_id, k.sent_at, k.case_id, k.problem, 1, NULL, NULL, k.kind
  FROM salesforce_children k WHERE k.problem IS NOT NULL`;

const GROUPS = statement(
  'salesforce-problems.groups',
  `SELECT p.object, p.problem ->> 'code' AS code, max(p.problem ->> 'kind') AS kind, p.field, p.child,
     (array_agg(p.problem ->> 'message' ORDER BY p.at DESC))[1] AS message, count(*)::int AS count, max(p.at) AS "latestAt"
   FROM (${PROBLEMS}) p GROUP BY p.object, p.problem ->> 'code', p.field, p.child
   ORDER BY count(*) DESC, 1, 2 LIMIT 200`,
);

const LIST = statement(
  'salesforce-problems.list',
  `SELECT w.id, w.at::text AS at, json_build_object(
     'record', ${syncRecord('w')}, 'problem', w.problem, 'attempts', w.attempts, 'at', w.at, 'retryAt', w.retry_at, 'child', w.child,
     'salesforceId', (SELECT l.salesforce_id FROM salesforce_links l
                      WHERE l.object = w.object AND l.desk_id = w.desk_id))::text AS json
   FROM (${PROBLEMS}) w
   WHERE (w.at, w.id) < (coalesce($1::timestamptz, 'infinity'), coalesce($2::bigint, 0))
     AND ($4::text IS NULL OR w.object = $4) AND ($5::text IS NULL OR w.problem ->> 'code' = $5)
   ORDER BY w.at DESC, w.id DESC LIMIT $3`,
);

type Asked = RouteCall<typeof salesforceLinksApi.problems>['query'];

/** Records that failed, for people. */
@Injectable()
export class ProblemQueries {
  constructor(private readonly database: Database) {}

  async groups(): Promise<ProblemGroup[]> {
    const rows = await this.database.rows<Omit<ProblemGroup, 'latestAt'> & { latestAt: Date }>(GROUPS);
    return rows.map((row) => ({ ...row, latestAt: row.latestAt.toISOString() }));
  }

  async list({ object, code, limit, cursor }: Asked): Promise<RawJson> {
    const place = readCursor(cursor);
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(LIST, [
      ...[place?.at ?? null, place?.id ?? null, limit + 1, object ?? null, code ?? null],
    ]);
    return pageFrom(rows, limit);
  }
}
