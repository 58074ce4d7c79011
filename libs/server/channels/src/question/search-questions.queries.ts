import { Injectable } from '@nestjs/common';
import type { Closeness, SoughtWords } from '@bureau/domain';
import {
  Clock,
  Database,
  MARK_END,
  MARK_START,
  readMarks,
  statement,
  toBeMarked,
  type MarkedText,
  type Statement,
} from '@bureau/platform';
import type { PublicQuestion, QuestionReader } from './public-questions.queries.ts';
import { AROUND, QUESTION, SHOWN, shownAnswer, textOf } from './shown-questions.statements.ts';

export interface FoundQuestion extends PublicQuestion {
  markedSubject: MarkedText;
  /** Of the question, or of the answer that was found. */
  excerpt: MarkedText;
  /** As of articles that the same search found. */
  rank: number;
}

export interface FoundQuestions {
  items: FoundQuestion[];
  /** Counted up to {@link CANDIDATES} posts. */
  total: number;
}

interface FoundRow extends PublicQuestion {
  subjectMarks: string;
  excerptMarks: string;
  rank: number;
  total: number;
}

const CANDIDATES = 300;
const WEIGHTS = `'{0.05, 0.2, 0.6, 1}'`;
const MARKS = `StartSel=${MARK_START}, StopSel=${MARK_END}`;

/** Finds questions by their words and those of their answers, as far as a reader may see them. */
@Injectable()
export class SearchQuestionsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** The best first. `subjectsOnly`: while somebody types. */
  async find(
    { brandId, signedIn }: QuestionReader,
    { closeness, wanted, language }: SoughtWords,
    { limit, subjectsOnly = false }: { limit: number; subjectsOnly?: boolean },
  ): Promise<FoundQuestions> {
    const sought = [brandId, signedIn, language, JSON.stringify(wanted), limit];
    const rows = subjectsOnly
      ? await this.database.rows<FoundRow>(FIND[closeness].subjects, sought)
      : await this.database.rows<FoundRow>(FIND[closeness].all, [...sought, this.clock.now()]);
    return {
      items: rows.map(({ total: _, subjectMarks, excerptMarks, ...question }) => ({
        ...question,
        markedSubject: readMarks(subjectMarks),
        excerpt: readMarks(excerptMarks),
      })),
      total: rows[0]?.total ?? 0,
    };
  }
}

const FIND: Record<Closeness, { all: Statement; subjects: Statement }> = {
  typed: both('typed'),
  meant: both('meant'),
  some: both('some'),
};

function both(closeness: Closeness): { all: Statement; subjects: Statement } {
  return {
    all: statement(`questions.find.${closeness}`, findSql(closeness, false)),
    subjects: statement(`questions.find.${closeness}.subjects`, findSql(closeness, true)),
  };
}

/** `$1` brand, `$2` signed in, `$3` language, `$4` what the words may mean, `$5` how many, `$6` now (unless subjects alone). */
function findSql(closeness: Closeness, subjectsOnly: boolean): string {
  const loose = closeness === 'some';
  const met = loose ? `(SELECT count(*) FROM unnest((SELECT parts FROM asked)) AS part WHERE w.document @@ part)` : '1';
  const least = loose ? 'WHERE met >= (SELECT greatest(1, least(2, ceil(cardinality(parts) / 3.0))) FROM asked)' : '';
  const ofSubject = `ts_filter(w.document, '{a}')`;
  const where = subjectsOnly
    ? `w.answer_id IS NULL AND ${ofSubject} @@ (SELECT query FROM asked)`
    : `(w.answer_id IS NULL OR EXISTS (SELECT FROM question_answers a JOIN messages n ON n.id = a.message_id
        WHERE a.id = w.answer_id AND ${shownAnswer('$6', 'n')}))`;
  return `WITH asked AS MATERIALIZED (
      SELECT parts, ${loose ? 'any_of' : 'all_of'}(parts) AS query FROM (SELECT article_queries($3, $4::jsonb) AS parts) p),
    hit AS MATERIALIZED (
      SELECT w.message_id, w.question_id, w.document, q.best_answer_id IS NOT NULL AS solved
      FROM question_words w JOIN questions q ON q.id = w.question_id ${AROUND}
      WHERE w.document @@ (SELECT query FROM asked) AND ${SHOWN} AND ${where} LIMIT ${CANDIDATES}),
    ranked AS (
      SELECT w.question_id, w.message_id, ${met} AS met,
        (2 * ts_rank(${WEIGHTS}, ${ofSubject}, asked.query) + ts_rank(${WEIGHTS}, w.document, asked.query, 1))
          * CASE WHEN w.solved THEN 1 ELSE 0.75 END AS rank
      FROM hit w CROSS JOIN asked),
    best AS (SELECT DISTINCT ON (question_id) * FROM ranked ${least} ORDER BY question_id, met DESC, rank DESC, message_id),
    shown AS (SELECT *, (count(*) OVER ())::int AS total FROM best ORDER BY met DESC, rank DESC, question_id LIMIT $5)
    SELECT ${QUESTION}, s.total, (100 * s.met + s.rank)::float8 AS rank,
      ts_headline(article_words($3), ${toBeMarked('q.subject')}, asked.query, 'HighlightAll=true, ${MARKS}') AS "subjectMarks",
      ${subjectsOnly ? `''` : `ts_headline(article_words($3), ${toBeMarked(`left(${textOf('f')}, 20000)`)}, asked.query, 'MaxWords=36, MinWords=20, ${MARKS}')`} AS "excerptMarks"
    FROM shown s JOIN questions q ON q.id = s.question_id ${AROUND}
      JOIN messages f ON f.id = s.message_id CROSS JOIN asked
    ORDER BY s.met DESC, s.rank DESC, s.question_id`;
}
