import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@bureau/platform';

/** Who reads: on the pages of which brand, and whether he has proven who he is. */
export interface QuestionReader {
  brandId: number;
  signedIn: boolean;
}

export interface PublicAnswer {
  id: number;
  text: string;
  authorName: string;
  byAgent: boolean;
  up: number;
  down: number;
  isErased: boolean;
  createdAt: Date;
}

export interface PublicQuestion {
  id: number;
  topicId: number;
  subject: string;
  text: string;
  authorName: string;
  /** Who asked, when he had proven who he is. */
  customerId: number | null;
  isErased: boolean;
  bestAnswerId: number | null;
  isClosed: boolean;
  createdAt: Date;
  answersByAgents: number;
  answersByCustomers: number;
}

/**
 * Which questions `q` with case `c` and topic `o` are on the pages of brand `$1` for a reader who is signed in or not (`$2`):
 * what is in the trash, spam or below a hidden topic is not there (S32).
 */
const SHOWN = `q.brand_id = $1 AND q.state = 'published' AND c.deleted_at IS NULL AND c.spam_at IS NULL AND m.hidden_at IS NULL
  AND (o.audience = 'public' OR (o.audience = 'signed-in' AND $2))
  AND EXISTS (SELECT FROM topic_brands g WHERE g.topic_id = o.id AND g.brand_id = $1)`;
const FROM = `questions q JOIN cases c ON c.id = q.case_id JOIN topics o ON o.id = q.topic_id JOIN messages m ON m.id = q.message_id`;

/** A reply that can still be taken back is not there yet; one that was is not there at all. `now` is a placeholder. */
const shownAnswer = (now: string) => `a.state = 'published' AND NOT EXISTS (
  SELECT FROM deliveries d WHERE d.message_id = a.message_id
    AND (d.state = 'cancelled' OR (d.state = 'pending' AND d.attempts = 0 AND d.undo_until > ${now}::timestamptz)))`;

const TEXT = 'left(m.text, greatest(m.visible_length, 0))';
const counted = (byAgent: boolean) =>
  `(SELECT count(*)::int FROM question_answers a WHERE a.question_id = q.id AND a.state = 'published' AND a.by_agent = ${byAgent})`;
const QUESTION = `q.id, q.topic_id AS "topicId", q.subject, ${TEXT} AS text, q.author_name AS "authorName",
  q.customer_id AS "customerId", m.erased_at IS NOT NULL AS "isErased", q.best_answer_id AS "bestAnswerId",
  (q.closed_at IS NOT NULL OR c.status = 'closed') AS "isClosed", q.created_at AS "createdAt",
  ${counted(true)} AS "answersByAgents", ${counted(false)} AS "answersByCustomers"`;

/** Reads questions as visitors see them. */
@Injectable()
export class PublicQuestionsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** How many each topic has; topics without any are left out. */
  async counts({ brandId, signedIn }: QuestionReader): Promise<ReadonlyMap<number, number>> {
    const rows = await this.database.rows<{ topicId: number; count: number }>(
      `SELECT q.topic_id AS "topicId", count(*)::int AS count FROM ${FROM} WHERE ${SHOWN} GROUP BY q.topic_id`,
      [brandId, signedIn],
    );
    return new Map(rows.map(({ topicId, count }) => [topicId, count]));
  }

  /** The latest that guests of a brand can read, of whatever topic. */
  latest(brandId: number, limit: number): Promise<Pick<PublicQuestion, 'id' | 'subject' | 'createdAt'>[]> {
    return this.database.rows(
      `SELECT q.id, q.subject, q.created_at AS "createdAt" FROM ${FROM} WHERE ${SHOWN}
       ORDER BY q.created_at DESC, q.id DESC LIMIT $3`,
      [brandId, false, limit],
    );
  }

  /** The latest of a topic. */
  ofTopic(
    { brandId, signedIn }: QuestionReader,
    topicId: number,
    { limit, offset }: { limit: number; offset: number },
  ) {
    return this.database.rows<PublicQuestion>(
      `SELECT ${QUESTION} FROM ${FROM} WHERE ${SHOWN} AND q.topic_id = $3
       ORDER BY q.created_at DESC, q.id DESC LIMIT $4 OFFSET $5`,
      [brandId, signedIn, topicId, limit, offset],
    );
  }

  find({ brandId, signedIn }: QuestionReader, questionId: number): Promise<PublicQuestion | undefined> {
    return this.database.row<PublicQuestion>(`SELECT ${QUESTION} FROM ${FROM} WHERE ${SHOWN} AND q.id = $3`, [
      ...[brandId, signedIn, questionId],
    ]);
  }

  /** The best first, then those that helped most. Whether the question is there was asked before. */
  answers({ id, bestAnswerId }: Pick<PublicQuestion, 'id' | 'bestAnswerId'>): Promise<PublicAnswer[]> {
    return this.database.rows<PublicAnswer>(
      `SELECT a.id, ${TEXT} AS text, a.author_name AS "authorName", a.by_agent AS "byAgent", a.up, a.down,
         m.erased_at IS NOT NULL AS "isErased", a.created_at AS "createdAt"
       FROM question_answers a JOIN messages m ON m.id = a.message_id
       WHERE a.question_id = $1 AND m.hidden_at IS NULL AND ${shownAnswer('$3')}
       ORDER BY a.id = $2 DESC NULLS LAST, a.up - a.down DESC, a.created_at, a.id LIMIT 200`,
      [id, bestAnswerId, this.clock.now()],
    );
  }
}
