import { Injectable } from '@nestjs/common';
import { caseAccess } from '@bureau/cases';
import type { Actor, PageQuery } from '@bureau/contracts';
import { Database, pageFrom, ProblemError, RawJson, readCursor } from '@bureau/platform';

/** What is new in message `m`; nothing of what was erased. */
const TEXT = 'left(m.text, greatest(m.visible_length, 0))';

const ANSWERS = `(SELECT coalesce(json_agg(json_build_object('id', a.id, 'text', ${TEXT}, 'authorName', a.author_name,
    'byAgent', a.by_agent, 'isKnown', a.by_agent OR a.customer_id IS NOT NULL, 'state', a.state, 'up', a.up, 'down', a.down,
    'createdAt', a.created_at) ORDER BY a.created_at, a.id), '[]')
  FROM question_answers a JOIN messages m ON m.id = a.message_id WHERE a.question_id = q.id)`;

/** The contract `Question` from `q`, its case `c`, brand `b` and message `m`. */
const PRESENTED = `json_build_object('id', q.id, 'brand', json_build_object('id', b.id, 'name', b.name),
  'topic', (SELECT json_build_object('id', o.id, 'name', n.name) FROM topics o JOIN topic_translations n
            ON n.topic_id = o.id AND n.language = o.language WHERE o.id = q.topic_id),
  'case', json_build_object('id', c.id, 'status', c.status), 'subject', q.subject, 'text', ${TEXT},
  'authorName', q.author_name, 'isKnown', q.customer_id IS NOT NULL, 'state', q.state, 'bestAnswerId', q.best_answer_id,
  'closedAt', q.closed_at, 'createdAt', q.created_at, 'answers', ${ANSWERS})`;

const FROM = `questions q JOIN cases c ON c.id = q.case_id JOIN brands b ON b.id = q.brand_id JOIN messages m ON m.id = q.message_id`;

/** Reads questions for those who work here. */
@Injectable()
export class QuestionsQueries {
  constructor(private readonly database: Database) {}

  /** The contract `Question`. Throws question.not-found. */
  async read(actor: Actor, questionId: number): Promise<RawJson> {
    const access = caseAccess(actor, 2);
    const row = await this.database.row<{ json: string }>(
      `SELECT ${PRESENTED}::text AS json FROM ${FROM} WHERE q.id = $1 AND c.deleted_at IS NULL AND ${access.sql}`,
      [questionId, ...access.values],
    );
    if (!row) throw new ProblemError('question.not-found');
    return new RawJson(row.json);
  }

  /** The contract `{ question }`. Whether the actor may see the case was asked before. */
  async ofCase(caseId: number): Promise<RawJson> {
    const row = await this.database.row<{ json: string }>(
      `SELECT ${PRESENTED}::text AS json FROM ${FROM} WHERE q.case_id = $1 ORDER BY q.id LIMIT 1`,
      [caseId],
    );
    return new RawJson(`{"question":${row?.json ?? 'null'}}`);
  }

  /** The contract `Page<WaitingPost>`, the oldest first, of the cases that the actor may see. */
  async waiting(actor: Actor, { limit, cursor }: PageQuery): Promise<RawJson> {
    const place = readCursor(cursor);
    const access = caseAccess(actor, 4);
    const rows = await this.database.rows<{ id: number; at: string; json: string }>(
      `SELECT w.id, w.at::text AS at, json_build_object('kind', w.kind, 'id', w.post_id, 'questionId', q.id,
         'brand', json_build_object('id', b.id, 'name', b.name), 'caseId', c.id, 'subject', q.subject, 'text', ${TEXT},
         'authorName', w.author_name, 'isKnown', w.customer_id IS NOT NULL, 'createdAt', w.at)::text AS json
       FROM (
         SELECT 'question' AS kind, id AS post_id, id AS question_id, message_id, author_name, customer_id, created_at AS at,
           message_id AS id FROM questions WHERE state = 'waiting'
         UNION ALL
         SELECT 'answer', id, question_id, message_id, author_name, customer_id, created_at, message_id
         FROM question_answers WHERE state = 'waiting'
       ) w JOIN questions q ON q.id = w.question_id JOIN cases c ON c.id = q.case_id JOIN brands b ON b.id = q.brand_id
         JOIN messages m ON m.id = w.message_id
       WHERE c.deleted_at IS NULL AND c.spam_at IS NULL AND ${access.sql}
         AND (w.at, w.id) > (coalesce($1::timestamptz, '-infinity'), coalesce($2::bigint, 0))
       ORDER BY w.at, w.id LIMIT $3`,
      [place?.at ?? null, place?.id ?? null, limit + 1, ...access.values],
    );
    return pageFrom(rows, limit);
  }

  /** The contract `{ items: QuestionSettings[] }`. */
  async settings(actor: Actor): Promise<RawJson> {
    const brandIds = 'access' in actor ? actor.access.brandIds : null;
    const row = await this.database.row<{ json: string }>(
      `SELECT json_build_object('items', coalesce(json_agg(json_build_object('brand', json_build_object('id', b.id, 'name', b.name),
         'moderation', coalesce(s.moderation, 'guests')) ORDER BY b.id), '[]'))::text AS json
       FROM brands b LEFT JOIN question_settings s ON s.brand_id = b.id WHERE $1::bigint[] IS NULL OR b.id = ANY($1)`,
      [brandIds],
    );
    return new RawJson(row?.json ?? '{"items":[]}');
  }
}
