import { Controller } from '@nestjs/common';
import { LONGEST_COMMENT, ReadingQueries, VoteOnArticle } from '@bureau/knowledge';
import { ProblemError, RateLimits } from '@bureau/platform';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { Snippets } from '../snippet/snippets.ts';
import { articlePath, readIdSlug } from './article-paths.ts';
import { readerOf } from './reader-of.ts';
import { newVoter, voterOf } from './visitor-hash.ts';

/** Votes from one network in a minute, on everything and on one article. */
const VOTES_A_MINUTE = 30;
const VOTES_ON_ONE = 5;

/** Counts whether an article helped. Only the button of the form votes; looking at a page never does. */
@Controller()
export class VotePagesController {
  constructor(
    private readonly votes: VoteOnArticle,
    private readonly reading: ReadingQueries,
    private readonly limits: RateLimits,
    private readonly snippets: Snippets,
  ) {}

  @CenterPage('POST', '/customer/portal/articles/:idSlug/rate', 'Keep whether an article helped, and why.')
  async rate(center: CenterRequest): Promise<CenterAnswer> {
    const articleId = readIdSlug(center.params['idSlug'] ?? '')?.id ?? 0;
    const rating = center.form?.get('rating');
    if (rating !== '0' && rating !== '1') throw new ProblemError('request.invalid');
    await this.checkPatience(center, articleId);
    const reader = readerOf(center);
    const article = await this.reading.article(reader, articleId);
    if (!article) throw new ProblemError('route.not-found');

    const known = voterOf(center);
    const { voter, cookie } = known === null ? newVoter(center) : { voter: known, cookie: null };
    const comment = center.form?.has('comment')
      ? center.form.get('comment').trim().slice(0, LONGEST_COMMENT)
      : undefined;
    await this.votes.run(reader, { articleId, visitor: voter, helpful: rating === '1', comment });
    return {
      redirect: `${center.link(articlePath(article))}?voted=1#helpful`,
      notice: this.snippets.of(center.brand.id, center.language).vote_counted,
      ...(cookie === null ? {} : { cookies: [cookie] }),
    };
  }

  private async checkPatience({ network }: CenterRequest, articleId: number): Promise<void> {
    const all = await this.limits.count(`article-votes:${network}`, VOTES_A_MINUTE);
    const one = await this.limits.count(`article-votes:${network}:${articleId}`, VOTES_ON_ONE);
    if (all.exceeded || one.exceeded) throw new ProblemError('request.rate-limited');
  }
}
