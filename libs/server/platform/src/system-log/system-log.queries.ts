import { Injectable } from '@nestjs/common';
import type { RouteCall, systemLogApi } from '@bureau/contracts';
import { Database, pageFrom, readCursor } from '../database/index.ts';
import type { RawJson } from '../http/index.ts';

@Injectable()
export class SystemLogQueries {
  constructor(private readonly database: Database) {}

  async list({ limit, cursor, level, part }: RouteCall<typeof systemLogApi.list>['query']): Promise<RawJson> {
    const before = readCursor(cursor);
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      `SELECT id, at::text, jsonb_build_object('id', id, 'at', at, 'level', level, 'part', part, 'message', message,
                                         'details', details)::text AS json
       FROM system_log
       WHERE ($1::timestamptz IS NULL OR (at, id) < ($1, $2)) AND ($3::text IS NULL OR level = $3)
         AND ($4::text IS NULL OR part = $4)
       ORDER BY at DESC, id DESC LIMIT $5`,
      [before?.at ?? null, before?.id ?? null, level ?? null, part ?? null, limit + 1],
    );
    return pageFrom(rows, limit);
  }
}
