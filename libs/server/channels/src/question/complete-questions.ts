import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { completes, placedWords, wordsOf, type PlacedWord } from '@bureau/domain';
import { Database, FreshLists, OnEvent, type MarkedText } from '@bureau/platform';
import type { PublicQuestion, QuestionReader } from './public-questions.queries.ts';
import { FROM, SHOWN } from './shown-questions.statements.ts';

/** Subjects of one list, the latest; what is beyond is still found by the search itself. */
const MOST_SUBJECTS = 20_000;
/** Milliseconds, and lists: one for each brand and kind of reader. */
const LISTS = { freshMs: 10_000, most: 200 };

export type CompletedQuestion = Pick<PublicQuestion, 'id' | 'subject'> & { markedSubject: MarkedText };

interface Subject {
  id: number;
  subject: string;
  words: PlacedWord[];
}

/** Completes what somebody types with subjects of questions, from memory: every key that is pressed asks. */
@Injectable()
export class CompleteQuestions {
  private readonly lists = new FreshLists<Subject>(LISTS);

  constructor(private readonly database: Database) {}

  /** The latest first. */
  async known(reader: QuestionReader, typed: string, atMost: number): Promise<CompletedQuestion[]> {
    const wanted = wordsOf(typed);
    const found: CompletedQuestion[] = [];
    if (wanted.length === 0) return found;
    for (const one of await this.lists.of(`${reader.brandId} ${reader.signedIn}`, () => this.read(reader))) {
      if (found.length >= atMost) break;
      const met = completes(one, wanted);
      if (met) found.push({ id: one.id, subject: one.subject, markedSubject: { text: one.subject, marks: met.marks } });
    }
    return found;
  }

  @OnEvent('question.changed', 'questions.forget-subjects')
  async onQuestionChanged(_: EventPayload<'question.changed'>): Promise<void> {
    this.lists.clear();
  }

  private async read({ brandId, signedIn }: QuestionReader): Promise<Subject[]> {
    const rows = await this.database.rows<{ id: number; subject: string }>(
      `SELECT q.id, q.subject FROM ${FROM} WHERE ${SHOWN} ORDER BY q.created_at DESC, q.id DESC LIMIT ${MOST_SUBJECTS}`,
      [brandId, signedIn],
    );
    return rows.map((row) => ({ ...row, words: placedWords(row.subject) }));
  }
}
