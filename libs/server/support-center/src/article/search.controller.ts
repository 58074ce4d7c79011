import { Controller } from '@nestjs/common';
import { CompleteTitles, KnowledgeTally, SearchArticleTexts, SuggestArticles, type FoundText } from '@bureau/knowledge';
import { ProblemError, RateLimits } from '@bureau/platform';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { phrase, Snippets } from '../snippet/snippets.ts';
import { resultObject } from './article-objects.ts';
import { articlePath } from './article-paths.ts';
import { readerOf } from './reader-of.ts';

const RESULTS_OF_A_PAGE = 10;
const LAST_PAGE = 30;
const LONGEST_SEARCH = 200;
/** Searches from one network in a minute; what is completed while somebody types is cheap and counted apart. */
const SEARCHES_A_MINUTE = 120;
/** Letters below which nobody can say what was meant. */
const SHORTEST_TYPO = 4;

/** What visitors look for. */
@Controller()
export class SearchPagesController {
  constructor(
    private readonly search: SearchArticleTexts,
    private readonly titles: CompleteTitles,
    private readonly suggest: SuggestArticles,
    private readonly tally: KnowledgeTally,
    private readonly limits: RateLimits,
    private readonly snippets: Snippets,
  ) {}

  @CenterPage('GET', '/customer/portal/articles/search', 'Find articles by words.')
  async find(center: CenterRequest): Promise<CenterAnswer> {
    const typed = (center.query['q'] ?? '').trim().slice(0, LONGEST_SEARCH);
    const page = Math.min(LAST_PAGE, Math.max(1, Math.trunc(Number(center.query['page'])) || 1));
    const { exceeded } = await this.limits.count(`searches:${center.network}`, SEARCHES_A_MINUTE);
    if (exceeded) throw new ProblemError('request.rate-limited');
    const place = { limit: RESULTS_OF_A_PAGE, offset: (page - 1) * RESULTS_OF_A_PAGE };
    const { items, total } = await this.search.run({ reader: readerOf(center) }, typed, place);
    if (page === 1) this.tally.searched(center.brand.id, { language: center.language, typed, found: total });

    const words = this.snippets.of(center.brand.id, center.language);
    const address = (to: number) =>
      `${center.link('/customer/portal/articles/search')}?${new URLSearchParams({ q: typed, page: String(to) }).toString()}`;
    return {
      page: 'page_search_result',
      title: words.search_results,
      objects: {
        search_term: typed,
        number_search_results: total,
        nothing_found: phrase(words.search_nothing, typed),
        search_summary: phrase(total === 1 ? words.result_found_for : words.results_found_for, total, typed),
        search_results: items.map((item) => resultObject(item, center)),
        previous_url: page > 1 ? address(page - 1) : null,
        next_url: page < Math.min(LAST_PAGE, Math.ceil(total / RESULTS_OF_A_PAGE)) ? address(page + 1) : null,
      },
      head: { hidden: true },
    };
  }

  @CenterPage('GET', '/customer/portal/articles/autocomplete', 'Complete what somebody types with titles of articles.')
  async complete(center: CenterRequest): Promise<CenterAnswer> {
    const typed = (center.query['term'] ?? '').slice(0, LONGEST_SEARCH);
    const known = await this.titles.known(readerOf(center), typed);
    const found = known.length > 0 ? known : await this.lookFurther(center, typed);
    return { json: found.map((article) => choiceOf(article, center)), cacheSeconds: 30 };
  }

  @CenterPage('GET', '/customer/portal/articles/suggestions', 'Suggest articles to somebody who writes into a form.')
  async suggestions(center: CenterRequest): Promise<CenterAnswer> {
    const written = (center.query['text'] ?? '').trim().slice(0, LONGEST_SEARCH);
    if (written.length < SHORTEST_TYPO) return { json: [] };
    const { exceeded } = await this.limits.count(`completions:${center.network}`, SEARCHES_A_MINUTE);
    const { brand, language, visitor } = center;
    const found = exceeded ? [] : await this.suggest.run(brand.id, language, visitor, written);
    return { json: found.map((article) => choiceOf(article, center)), cacheSeconds: 30 };
  }

  /** A word that no title begins with may be misspelled; whoever asks too much of that is told nothing more. */
  private async lookFurther(center: CenterRequest, typed: string): Promise<FoundText[]> {
    if (typed.trim().length < SHORTEST_TYPO) return [];
    const { exceeded } = await this.limits.count(`completions:${center.network}`, SEARCHES_A_MINUTE);
    return exceeded ? [] : this.titles.searched(readerOf(center), typed);
  }
}

/** As the script, and Desk.com's, takes it: where it is, how it is drawn, what it is called. */
function choiceOf(article: FoundText, center: CenterRequest): { id: string; label: string; value: string } {
  const { subject } = resultObject(article, center);
  return { id: center.link(articlePath(article)), label: String(subject), value: article.subject.text };
}
