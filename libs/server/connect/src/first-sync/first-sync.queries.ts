import { Injectable } from '@nestjs/common';
import {
  FirstSyncFate,
  SyncObject,
  type FirstSync,
  type FirstSyncCounts,
  type FirstSyncRow,
  type RouteCall,
  type salesforceFirstSyncApi,
} from '@bureau/contracts';
import { Database, pageFrom, ProblemError, readCursor, type RawJson } from '@bureau/platform';
import { ConnectionRepository } from '../connection/connection.repository.ts';
import { FieldLabels } from '../log/field-labels.ts';
import { recordUrl } from '../salesforce/index.ts';

/** Rows that are read at once for a download. */
const AT_ONCE = 2_000;

const CURRENT = `SELECT f.id, f.phase, f.state, f.reason, f.calls, f.started_at AS "startedAt", f.finished_at AS "finishedAt",
    (SELECT u.name FROM users u WHERE u.id = f.started_by) AS "startedBy",
    (SELECT coalesce(json_agg(json_build_object('phase', s.phase, 'object', s.object, 'total', s.total, 'seen', s.seen,
       'counts', s.counts)), '[]') FROM salesforce_first_sync_sides s WHERE s.first_sync_id = f.id) AS sides
  FROM salesforce_first_syncs f ORDER BY f.id DESC LIMIT 1`;

interface StoredSide {
  phase: FirstSync['phase'];
  object: SyncObject;
  total: number;
  seen: number;
  counts: Partial<FirstSyncCounts>;
}

type StoredRun = Omit<FirstSync, 'objects' | 'startedAt' | 'finishedAt'> & {
  startedAt: Date;
  finishedAt: Date | null;
  sides: StoredSide[];
};

/** Values: labels, the address of a record with {id} in it, the id to begin after, how many, phase, object, fate. */
const ROWS = `SELECT r.id, f.started_at::text AS at, json_build_object(
    'id', r.id, 'object', r.object, 'fate', r.fate, 'deskId', r.desk_id, 'salesforceId', r.salesforce_id,
    'url', replace($2, '{id}', r.salesforce_id), 'name', r.name,
    'fields', ARRAY(SELECT coalesce($1::jsonb -> r.object ->> field, field) FROM unnest(r.fields) field),
    'reason', r.reason)::text AS json
  FROM (SELECT * FROM salesforce_first_syncs ORDER BY id DESC LIMIT 1) f
  JOIN salesforce_first_sync_rows r ON r.first_sync_id = f.id
  WHERE r.id > $3::bigint AND r.phase = coalesce($5, CASE WHEN f.state = 'previewed' THEN 'preview' ELSE f.phase END)
    AND ($6::text IS NULL OR r.object = $6) AND ($7::text IS NULL OR r.fate = $7)
  ORDER BY r.id LIMIT $4`;

type Filter = Pick<RouteCall<typeof salesforceFirstSyncApi.rows>['query'], 'phase' | 'object' | 'fate'>;
type Asked = RouteCall<typeof salesforceFirstSyncApi.rows>['query'];

/** The first sync, for people. */
@Injectable()
export class FirstSyncQueries {
  constructor(
    private readonly database: Database,
    private readonly labels: FieldLabels,
    private readonly connections: ConnectionRepository,
  ) {}

  /** Null: there was none yet. */
  async current(): Promise<FirstSync | null> {
    const run = await this.database.row<StoredRun & Record<string, unknown>>(CURRENT);
    if (!run) return null;
    const { sides, startedAt, finishedAt, ...plain } = run;
    return {
      ...plain,
      objects: SyncObject.options.flatMap((object) => progressOf(object, sides, run.phase)),
      startedAt: startedAt.toISOString(),
      finishedAt: finishedAt?.toISOString() ?? null,
    };
  }

  /** Throws salesforce.first-sync-unseen. */
  async need(): Promise<FirstSync> {
    const run = await this.current();
    if (!run) throw new ProblemError('salesforce.first-sync-unseen');
    return run;
  }

  async rows({ limit, cursor, ...filter }: Asked): Promise<RawJson> {
    return pageFrom(await this.page(filter, readCursor(cursor)?.id ?? 0, limit + 1), limit);
  }

  /** All of them, some at a time: they need not fit into memory. */
  async *all(filter: Filter): AsyncGenerator<FirstSyncRow[]> {
    let after = 0;
    for (;;) {
      const rows = await this.page(filter, after, AT_ONCE);
      yield rows.map(({ json }) => JSON.parse(json));
      after = rows.at(-1)?.id ?? after;
      if (rows.length < AT_ONCE) return;
    }
  }

  private async page({ phase, object, fate }: Filter, after: number, limit: number) {
    const connection = await this.connections.current();
    return this.database.rows<{ id: number; at: string; json: string }>(ROWS, [
      ...[
        JSON.stringify(await this.labels.all()),
        connection && recordUrl(connection.instanceUrl, '{id}'),
        after,
        limit,
      ],
      ...[phase ?? null, object ?? null, fate ?? null],
    ]);
  }
}

function progressOf(object: SyncObject, sides: readonly StoredSide[], phase: FirstSync['phase']) {
  const mine = sides.filter((side) => side.object === object);
  const now = mine.filter((side) => side.phase === phase);
  if (mine.length === 0) return [];
  return [
    {
      object,
      total: now.reduce((sum, { total }) => sum + total, 0),
      seen: now.reduce((sum, { seen }) => sum + seen, 0),
      planned: countsOf(mine.filter((side) => side.phase === 'preview')),
      done: countsOf(mine.filter((side) => side.phase === 'sync')),
    },
  ];
}

function countsOf(sides: readonly StoredSide[]): FirstSyncCounts {
  const of = (fate: FirstSyncFate) => sides.reduce((sum, { counts }) => sum + (counts[fate] ?? 0), 0);
  return {
    ...{ 'create-in-salesforce': of('create-in-salesforce'), 'create-in-desk': of('create-in-desk') },
    ...{ match: of('match'), update: of('update'), unchanged: of('unchanged') },
    ...{ ambiguous: of('ambiguous'), refused: of('refused'), failed: of('failed') },
  };
}
