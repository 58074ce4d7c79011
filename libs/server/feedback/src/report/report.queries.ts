import { Injectable } from '@nestjs/common';
import { caseAccess } from '@bureau/cases';
import type { Actor, FeedbackBehindQuery, FeedbackReportQuery } from '@bureau/contracts';
import { Database, pageFrom, RawJson, readCursor } from '@bureau/platform';
import { COUNTED, DAYS, DIMENSIONS, FIGURES, momentsIn } from './report.statements.ts';

const ROWS_AT_MOST = 200;

/** Counts what customers said, and lists the cases behind every figure by the very same words. */
@Injectable()
export class FeedbackReportQueries {
  constructor(private readonly database: Database) {}

  /** The contract `FeedbackReport`, of the cases that the actor may see. */
  async read(actor: Actor, { by, every, from, to, brandId }: FeedbackReportQuery): Promise<RawJson> {
    const { tz, since, until } = await this.days({ from, to });
    const access = caseAccess(actor, 8);
    const { joins, key, name } = DIMENSIONS[by];
    const row = await this.database.row<{ json: string }>(
      `WITH ${momentsIn(access)},
       keyed AS (SELECT ${key} AS key, ${FIGURES} AS figures FROM moments m ${joins} GROUP BY 1),
       named AS (
         SELECT jsonb_build_object('key', k.key, 'name', ${name}) || k.figures AS item, (k.figures ->> 'answered')::int AS answered
         FROM keyed k ORDER BY answered DESC, (k.figures ->> 'asked')::int DESC, k.key LIMIT ${ROWS_AT_MOST}
       ),
       timed AS (
         SELECT jsonb_build_object('from', d.day::date) || ${FIGURES} AS item, d.day
         FROM generate_series(date_trunc($3, $6::date::timestamp), $7::date::timestamp, ('1 ' || $3)::interval) d(day)
           LEFT JOIN moments m ON m.period = d.day::date GROUP BY d.day
       )
       SELECT jsonb_build_object('timeZone', $5::text,
         'total', (SELECT ${FIGURES} FROM moments m),
         'rows', (SELECT coalesce(jsonb_agg(item ORDER BY answered DESC, item ->> 'name'), '[]') FROM named),
         'periods', (SELECT coalesce(jsonb_agg(item ORDER BY day), '[]') FROM timed))::text AS json`,
      [since, until, every, brandId ?? null, tz, from, to, ...access.values],
    );
    return new RawJson(row?.json ?? '');
  }

  /** The cases of one figure, the latest first: as many as the report says. */
  async behind(actor: Actor, asked: FeedbackBehindQuery): Promise<RawJson> {
    const { by, every, from, to, brandId, figure, key, period, limit, cursor } = asked;
    const place = readCursor(cursor);
    const { tz, since, until } = await this.days({ from, to });
    const access = caseAccess(actor, 11);
    const { joins, key: column } = DIMENSIONS[by];
    const isKey = key === undefined ? 'true' : key === 'none' ? `${column} IS NULL` : `${column}::text = $6`;
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      `WITH ${momentsIn(access)},
       page AS (
         SELECT m.* FROM moments m ${key === undefined ? '' : joins}
         WHERE ${COUNTED[figure]} AND ${isKey} AND $6::text IS NOT DISTINCT FROM $6 AND ($7::date IS NULL OR m.period = $7)
           AND (m.at, m.id) < (coalesce($8::timestamptz, 'infinity'), coalesce($9::bigint, 0))
         ORDER BY m.at DESC, m.id DESC LIMIT $10
       )
       SELECT m.id, m.at::text AS at, json_build_object(
         'case', json_build_object('id', c.id, 'subject', c.subject, 'status', c.status),
         'customer', json_build_object('id', p.id, 'name', p.name),
         'assignee', (SELECT json_build_object('id', u.id, 'name', u.name) FROM users u WHERE u.id = m.assignee_id),
         'resolution', m.resolution, 'askedAt', m.asked_at, 'rating', m.rating, 'ratingType', m.rating_type,
         'comment', m.comment, 'submittedAt', m.submitted_at)::text AS json
       FROM page m JOIN cases c ON c.id = m.case_id JOIN customers p ON p.id = c.customer_id ORDER BY m.at DESC, m.id DESC`,
      [
        ...[since, until, every, brandId ?? null, tz, key ?? null, period ?? null],
        ...[place?.at ?? null, place?.id ?? null, limit + 1, ...access.values],
      ],
    );
    return pageFrom(rows, limit);
  }

  /** The days of the desk as moments: so the plan knows how few rows lie between them. */
  private async days({
    from,
    to,
  }: {
    from: string;
    to: string;
  }): Promise<{ tz: string; since: string; until: string }> {
    const days = await this.database.row<{ tz: string; since: string; until: string }>(DAYS, [from, to]);
    if (!days) throw new Error('The desk has no settings.');
    return days;
  }
}
