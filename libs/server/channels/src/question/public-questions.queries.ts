import { Injectable } from '@nestjs/common';
import { Clock, Database } from '@bureau/platform';
import { FROM, QUESTION, SHOWN, shownAnswer, textOf } from './shown-questions.statements.ts';

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
      `SELECT a.id, ${textOf()} AS text, a.author_name AS "authorName", a.by_agent AS "byAgent", a.up, a.down,
         m.erased_at IS NOT NULL AS "isErased", a.created_at AS "createdAt"
       FROM question_answers a JOIN messages m ON m.id = a.message_id
       WHERE a.question_id = $1 AND ${shownAnswer('$3')}
       ORDER BY a.id = $2 DESC NULLS LAST, a.up - a.down DESC, a.created_at, a.id LIMIT 200`,
      [id, bestAnswerId, this.clock.now()],
    );
  }
}
