import { Controller } from '@nestjs/common';
import { KnowledgeTally, SuggestArticles } from '@bureau/knowledge';
import { ProblemError, RateLimits } from '@bureau/platform';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { phrase, Snippets } from '../snippet/snippets.ts';
import { pagerBlock } from '../theme/blocks.ts';
import { completions, COMPLETIONS_A_MINUTE, SearchCenter, SHORTEST_TYPO } from './search-center.ts';

const RESULTS_OF_A_PAGE = 10;
/** Everything before a page is ranked with it. */
const LAST_PAGE = 10;
const LONGEST_SEARCH = 200;
/** From one network; what is completed while somebody types is cheap and counted apart. */
const SEARCHES_A_MINUTE = 120;

/** What visitors look for. */
@Controller()
export class SearchPagesController {
  constructor(
    private readonly search: SearchCenter,
    private readonly suggest: SuggestArticles,
    private readonly tally: KnowledgeTally,
    private readonly limits: RateLimits,
    private readonly snippets: Snippets,
  ) {}

  @CenterPage('GET', '/customer/portal/articles/search', 'Find articles and questions by words.')
  async find(center: CenterRequest): Promise<CenterAnswer> {
    const typed = (center.query['q'] ?? '').trim().slice(0, LONGEST_SEARCH);
    const page = Math.min(LAST_PAGE, Math.max(1, Math.trunc(Number(center.query['page'])) || 1));
    const { exceeded } = await this.limits.count(`searches:${center.network}`, SEARCHES_A_MINUTE);
    if (exceeded) throw new ProblemError('request.rate-limited');
    const place = { limit: RESULTS_OF_A_PAGE, offset: (page - 1) * RESULTS_OF_A_PAGE };
    const { items, total } = await this.search.find(center, typed, place);
    if (page === 1) this.tally.searched(center.brand.id, { language: center.language, typed, found: total });

    const words = this.snippets.of(center.brand.id, center.language);
    const address = (to: number) =>
      `${center.link('/customer/portal/articles/search')}?${new URLSearchParams({ q: typed, page: String(to) }).toString()}`;
    const previous_url = page > 1 ? address(page - 1) : null;
    const next_url = page < Math.min(LAST_PAGE, Math.ceil(total / RESULTS_OF_A_PAGE)) ? address(page + 1) : null;
    return {
      page: 'page_search_result',
      title: words.search_results,
      objects: {
        search_term: typed,
        number_search_results: total,
        nothing_found: phrase(words.search_nothing, typed),
        search_summary: phrase(total === 1 ? words.result_found_for : words.results_found_for, total, typed),
        search_results: items,
        previous_url,
        next_url,
        more_search_block: pagerBlock(
          { previous: previous_url, next: next_url },
          { label: words.search_results, previous: words.prev, next: words.next },
        ),
      },
      head: { hidden: true },
    };
  }

  @CenterPage('GET', '/customer/portal/articles/autocomplete', 'Complete what somebody types with titles.')
  async complete(center: CenterRequest): Promise<CenterAnswer> {
    const typed = (center.query['term'] ?? '').slice(0, LONGEST_SEARCH);
    return { json: await this.search.complete(center, typed), cacheSeconds: 30 };
  }

  @CenterPage('GET', '/customer/portal/articles/suggestions', 'Suggest articles to somebody who writes into a form.')
  async suggestions(center: CenterRequest): Promise<CenterAnswer> {
    const written = (center.query['text'] ?? '').trim().slice(0, LONGEST_SEARCH);
    if (written.length < SHORTEST_TYPO) return { json: [] };
    const { exceeded } = await this.limits.count(`completions:${center.network}`, COMPLETIONS_A_MINUTE);
    const { brand, language, visitor } = center;
    const found = exceeded ? [] : await this.suggest.run(brand.id, language, visitor, written);
    return { json: completions(center, found), cacheSeconds: 30 };
  }
}
