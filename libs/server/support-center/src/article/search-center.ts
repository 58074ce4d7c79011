import { Injectable } from '@nestjs/common';
import { CompleteQuestions, SearchQuestionsQueries, type FoundQuestions } from '@bureau/channels';
import { CompleteTitles, SearchArticleTexts } from '@bureau/knowledge';
import { RateLimits } from '@bureau/platform';
import type { CenterRequest } from '../page/center-request.ts';
import { questionPath } from '../question/question-paths.ts';
import { foundQuestionObject } from '../question/question-objects.ts';
import { Snippets } from '../snippet/snippets.ts';
import type { LiquidObjects } from '../theme/liquid-objects.ts';
import { marked, resultObject } from './article-objects.ts';
import { articlePath } from './article-paths.ts';
import { readerOf } from './reader-of.ts';

/** As the script, and Desk.com's, takes it: where it is, how it is drawn, what it is called. */
export interface Completion {
  id: string;
  label: string;
  value: string;
}

/** Completions from one network in a minute that ask the database. */
export const COMPLETIONS_A_MINUTE = 120;
const COMPLETIONS = 8;
/** Questions keep room among what is completed, however many articles there are. */
const LEAST_QUESTIONS = 2;
/** Letters below which nobody can say what was meant. */
export const SHORTEST_TYPO = 4;
const NO_QUESTIONS: FoundQuestions = { items: [], total: 0 };

/** Searches what a brand has in public: its articles, and its questions where it takes some. */
@Injectable()
export class SearchCenter {
  constructor(
    private readonly articles: SearchArticleTexts,
    private readonly titles: CompleteTitles,
    private readonly questions: SearchQuestionsQueries,
    private readonly subjects: CompleteQuestions,
    private readonly limits: RateLimits,
    private readonly snippets: Snippets,
  ) {}

  /** The objects `search_results` from `offset` on, articles and questions as well as they are met. */
  async find(
    center: CenterRequest,
    typed: string,
    { offset, limit }: { offset: number; limit: number },
  ): Promise<{ items: LiquidObjects[]; total: number }> {
    const reader = readerOf(center);
    const most = { limit: offset + limit };
    let questions = NO_QUESTIONS;
    const articles = await this.articles.run({ reader }, typed, most, async (sought) => {
      if (center.brand.offers.questions) questions = await this.questions.find(reader, sought, most);
      return questions.total;
    });
    const words = this.snippets.of(center.brand.id, center.language);
    const found = [
      ...articles.items.map((item) => ({ rank: item.rank, draw: () => resultObject(item, center) })),
      ...questions.items.map((item) => ({ rank: item.rank, draw: () => foundQuestionObject(item, center, words) })),
    ];
    const shown = found.sort((a, b) => b.rank - a.rank).slice(offset, offset + limit);
    return { items: shown.map(({ draw }) => draw()), total: articles.total + questions.total };
  }

  /** From memory; what nothing begins with may be misspelled. Whoever asks too much of that is told nothing more. */
  async complete(center: CenterRequest, typed: string): Promise<Completion[]> {
    const reader = readerOf(center);
    const articles = await this.titles.known(reader, typed);
    const questions = center.brand.offers.questions ? await this.subjects.known(reader, typed, COMPLETIONS) : [];
    if (articles.length + questions.length === 0) return this.completeFurther(center, typed);
    const room = COMPLETIONS - Math.min(questions.length, LEAST_QUESTIONS);
    return completions(center, articles.slice(0, room), questions);
  }

  private async completeFurther(center: CenterRequest, typed: string): Promise<Completion[]> {
    if (typed.trim().length < SHORTEST_TYPO) return [];
    const { exceeded } = await this.limits.count(`completions:${center.network}`, COMPLETIONS_A_MINUTE);
    if (exceeded) return [];
    const reader = readerOf(center);
    let questions = NO_QUESTIONS;
    const articles = await this.titles.searched(reader, typed, async (sought) => {
      const subjects = { limit: COMPLETIONS, subjectsOnly: true };
      if (center.brand.offers.questions) questions = await this.questions.find(reader, sought, subjects);
      return questions.total;
    });
    return completions(center, articles, questions.items);
  }
}

type Named = Parameters<typeof marked>[0];

/** Articles first, as many as there is room for. */
export function completions(
  center: CenterRequest,
  articles: readonly { id: number; slug: string; subject: Named }[],
  questions: readonly { id: number; subject: string; markedSubject: Named }[] = [],
): Completion[] {
  const all = [
    ...articles.map((article) => ({ path: articlePath(article), named: article.subject })),
    ...questions.map((question) => ({ path: questionPath(question), named: question.markedSubject })),
  ];
  return all
    .slice(0, COMPLETIONS)
    .map(({ path, named }) => ({ id: center.link(path), label: marked(named).html, value: named.text }));
}
