import { Injectable } from '@nestjs/common';
import type { auditApi, RouteCall } from '@bureau/contracts';
import { Database, pageFrom, readCursor, type RawJson } from '@bureau/platform';

@Injectable()
export class AuditQueries {
  constructor(private readonly database: Database) {}

  async list({ limit, cursor, ...only }: RouteCall<typeof auditApi.list>['query']): Promise<RawJson> {
    const before = readCursor(cursor);
    const values: unknown[] = [before?.at ?? null, before?.id ?? null, limit + 1];
    const conditions = Object.entries({ noun: only.noun, object_id: only.objectId, user_id: only.userId })
      .filter(([, value]) => value !== undefined)
      .map(([column, value]) => `AND ${column} = $${values.push(value)}`);
    if (only.from !== undefined) conditions.push(`AND at >= $${values.push(only.from)}`);
    if (only.until !== undefined) conditions.push(`AND at < $${values.push(only.until)}`);
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      `SELECT id, at::text, jsonb_build_object('id', id, 'at', at, 'actor', actor, 'noun', noun,
         'object', jsonb_build_object('id', object_id, 'name', object_name),
         'action', action, 'before', before, 'after', after)::text AS json
       FROM audit_entries
       WHERE ($1::timestamptz IS NULL OR (at, id) < ($1, $2)) ${conditions.join(' ')}
       ORDER BY at DESC, id DESC LIMIT $3`,
      values,
    );
    return pageFrom(rows, limit);
  }
}
