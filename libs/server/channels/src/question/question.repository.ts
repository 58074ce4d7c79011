import { Injectable } from '@nestjs/common';
import type { Actor, CaseStatus, Fate, PostState, QuestionModeration } from '@bureau/contracts';
import { caseAccess } from '@bureau/cases';
import { Database } from '@bureau/platform';
import { QNA } from './question-post.ts';

/** What verbs decide on; locked. */
export interface HeldQuestion {
  id: number;
  brandId: number;
  caseId: number;
  customerId: number | null;
  subject: string;
  state: PostState;
  closedAt: Date | null;
  bestAnswerId: number | null;
  caseStatus: CaseStatus;
}

interface NewPost {
  messageId: number;
  authorName: string;
  customerId: number | null;
  state: PostState;
  at: Date;
}

const HELD = `q.id, q.brand_id AS "brandId", q.case_id AS "caseId", q.customer_id AS "customerId", q.subject, q.state,
  q.closed_at AS "closedAt", q.best_answer_id AS "bestAnswerId", c.status AS "caseStatus"
  FROM questions q JOIN cases c ON c.id = q.case_id`;

/** The only place that speaks SQL for writing questions and answers. */
@Injectable()
export class QuestionRepository {
  constructor(private readonly database: Database) {}

  /** Locked until the end of the transaction; undefined when the actor may not see its case. */
  async hold(actor: Actor, questionId: number): Promise<HeldQuestion | undefined> {
    const access = caseAccess(actor, 2);
    return this.database.row<HeldQuestion>(
      `SELECT ${HELD} WHERE q.id = $1 AND c.deleted_at IS NULL AND ${access.sql} FOR UPDATE OF q`,
      [questionId, ...access.values],
    );
  }

  /** The question of an answer. */
  async questionOf(answerId: number): Promise<number | undefined> {
    const row = await this.database.row<{ id: number }>(
      'SELECT question_id AS id FROM question_answers WHERE id = $1',
      [answerId],
    );
    return row?.id;
  }

  /** Whether questions may be asked below a topic on the pages of a brand by whom. */
  async takesQuestions(brandId: number, topicId: number, signedIn: boolean): Promise<boolean> {
    const row = await this.database.row(
      `SELECT FROM topics o JOIN topic_brands b ON b.topic_id = o.id AND b.brand_id = $1
       WHERE o.id = $2 AND o.allow_questions AND (o.audience = 'public' OR (o.audience = 'signed-in' AND $3))`,
      [brandId, topicId, signedIn],
    );
    return row !== undefined;
  }

  async ask(
    question: NewPost & { brandId: number; topicId: number; caseId: number; subject: string; language: string },
  ): Promise<number> {
    const { brandId, topicId, caseId, messageId, subject, language, authorName, customerId, state, at } = question;
    const row = await this.database.row<{ id: number }>(
      `INSERT INTO questions (brand_id, topic_id, case_id, message_id, subject, language, author_name, customer_id, state, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [brandId, topicId, caseId, messageId, subject, language, authorName, customerId, state, at],
    );
    if (!row) throw new Error('The question was not kept.');
    return row.id;
  }

  async answer(questionId: number, answer: NewPost & { userId: number | null; byAgent: boolean }): Promise<void> {
    const { messageId, authorName, customerId, userId, byAgent, state, at } = answer;
    await this.database.run(
      `INSERT INTO question_answers (question_id, message_id, author_name, customer_id, user_id, by_agent, state, created_at)
       VALUES ($1, $2, coalesce((SELECT coalesce(nullif(u.public_name, ''), u.name) FROM users u WHERE u.id = $5), $3),
         $4, $5, $6, $7, $8)`,
      [questionId, messageId, authorName, customerId, userId, byAgent, state, at],
    );
  }

  /** It came here, not by mail. What somebody else than the asker said is an aside: no mail to the asker quotes it. */
  async markPublic(messageId: number, { byAsker }: { byAsker: boolean }): Promise<void> {
    await this.database.run(
      "UPDATE messages SET channel = 'qna', purpose = CASE WHEN $2 THEN purpose ELSE 'aside' END WHERE id = $1",
      [messageId, byAsker],
    );
  }

  async judge(
    table: 'questions' | 'question_answers',
    id: number,
    { state, userId, at }: { state: PostState; userId: number | null; at: Date },
  ): Promise<void> {
    await this.database.run(`UPDATE ${table} SET state = $2, moderated_at = $3, moderated_by = $4 WHERE id = $1`, [
      ...[id, state, at, userId],
    ]);
  }

  /** Whether the answer is on the page of the question. */
  async isShown(questionId: number, answerId: number): Promise<boolean> {
    const row = await this.database.row(
      "SELECT FROM question_answers WHERE id = $1 AND question_id = $2 AND state = 'published'",
      [answerId, questionId],
    );
    return row !== undefined;
  }

  async choose(questionId: number, answerId: number | null): Promise<void> {
    await this.database.run('UPDATE questions SET best_answer_id = $2 WHERE id = $1', [questionId, answerId]);
  }

  async close(questionId: number, at: Date | null): Promise<void> {
    await this.database.run('UPDATE questions SET closed_at = $2 WHERE id = $1', [questionId, at]);
  }

  /** One vote of one voter, which may change; the sums follow. */
  async vote(answerId: number, voter: string, helpful: boolean): Promise<void> {
    await this.database.run('SELECT FROM question_answers WHERE id = $1 FOR UPDATE', [answerId]);
    await this.database.run(
      `INSERT INTO answer_votes (answer_id, voter, helpful) VALUES ($1, $2, $3)
       ON CONFLICT (answer_id, voter) DO UPDATE SET helpful = $3`,
      [answerId, voter, helpful],
    );
    await this.database.run(
      `UPDATE question_answers a SET up = v.up, down = v.down
       FROM (SELECT count(*) FILTER (WHERE helpful) AS up, count(*) FILTER (WHERE NOT helpful) AS down
             FROM answer_votes WHERE answer_id = $1) v WHERE a.id = $1`,
      [answerId],
    );
  }

  async moderation(brandId: number): Promise<QuestionModeration> {
    const row = await this.database.row<{ moderation: QuestionModeration }>(
      'SELECT moderation FROM question_settings WHERE brand_id = $1',
      [brandId],
    );
    return row?.moderation ?? 'guests';
  }

  async setModeration(brandId: number, moderation: QuestionModeration): Promise<void> {
    await this.database.run(
      `INSERT INTO question_settings (brand_id, moderation) VALUES ($1, $2)
       ON CONFLICT (brand_id) DO UPDATE SET moderation = $2`,
      [brandId, moderation],
    );
  }

  /** What became of a post, for whoever sent it. */
  receipt(
    brandId: number,
    submissionId: string,
  ): Promise<{ fate: Fate; questionId: number | null; state: PostState | null } | undefined> {
    return this.database.row(
      `SELECT i.fate, coalesce(q.id, a.question_id) AS "questionId", coalesce(q.state, a.state) AS state
       FROM intake_items i JOIN mailboxes m ON m.id = i.mailbox_id
         LEFT JOIN questions q ON q.message_id = i.message_id LEFT JOIN question_answers a ON a.message_id = i.message_id
       WHERE i.source = '${QNA}' AND i.external_id = $1 AND m.brand_id = $2`,
      [submissionId, brandId],
    );
  }
}
