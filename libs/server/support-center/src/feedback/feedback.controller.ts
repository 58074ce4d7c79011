import { Controller } from '@nestjs/common';
import { readRating } from '@bureau/domain';
import { FindSurvey, SubmitFeedback, type OpenSurvey } from '@bureau/feedback';
import { ProblemError, RateLimits } from '@bureau/platform';
import type { CenterAnswer } from '../page/center-answer.ts';
import { CenterPage } from '../page/center-page.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { Snippets } from '../snippet/snippets.ts';
import { ANSWERS_A_MINUTE, feedbackObjects, givenIn, problemOf, ratingOf, type Chosen } from './feedback-objects.ts';

/**
 * The survey behind the link of a mail. Looking at it counts nothing, whatever the address says: programs that check mails
 * follow every link. Only the button of the form answers.
 */
@Controller()
export class FeedbackPagesController {
  constructor(
    private readonly surveys: FindSurvey,
    private readonly submit: SubmitFeedback,
    private readonly limits: RateLimits,
    private readonly snippets: Snippets,
  ) {}

  @CenterPage('GET', '/customer/portal/feedback/:key', 'Ask a customer what he thinks of the answer to his case.', {
    evenClosed: true,
  })
  async look(center: CenterRequest): Promise<CenterAnswer> {
    const found = await this.find(center);
    const { survey, given } = found;
    const rating = readRating(center.query['rating'], survey.ratingType) ?? ratingOf(found);
    return this.page(center, found, { rating, comment: given?.comment ?? '', problem: null });
  }

  @CenterPage('POST', '/customer/portal/feedback/:key', 'Keep what a customer thinks of the answer to his case.', {
    evenClosed: true,
  })
  async answer(center: CenterRequest): Promise<CenterAnswer> {
    const { exceeded } = await this.limits.count(`feedback:${center.network}`, ANSWERS_A_MINUTE);
    if (exceeded) throw new ProblemError('request.rate-limited');
    const found = await this.find(center);
    const { comment, rated } = givenIn(center);
    const rating = readRating(rated, found.survey.ratingType);
    if (found.state !== 'open') return this.page(center, found, { rating: null, comment: '', problem: null });

    const words = this.snippets.of(center.brand.id, center.language);
    const problem = problemOf(words, { rating, comment });
    if (rating === null || problem !== null) return this.page(center, found, { rating, comment, problem });
    await this.submit.byKey(center.brand.id, keyOf(center), { rating, comment });
    return { redirect: center.link(`${center.path}/completed`) };
  }

  @CenterPage('GET', '/customer/portal/feedback/:key/completed', 'Thank a customer for what he said.', {
    evenClosed: true,
  })
  async completed(center: CenterRequest): Promise<CenterAnswer> {
    const found = await this.find(center);
    if (!found.given) return { redirect: center.link(pathTo(center)) };
    const chosen = { rating: ratingOf(found), comment: found.given.comment, problem: null };
    return { ...this.page(center, found, chosen), page: 'customer_feedback_completed' };
  }

  /** Throws feedback.not-found. */
  private find(center: CenterRequest): Promise<OpenSurvey> {
    return this.surveys.byKey(center.brand.id, keyOf(center));
  }

  private page(center: CenterRequest, found: OpenSurvey, chosen: Chosen) {
    const words = this.snippets.of(center.brand.id, center.language);
    return {
      page: 'customer_feedback' as const,
      title: words.customer_feedback_title,
      objects: feedbackObjects(center, { found, words, url: center.link(pathTo(center)), chosen }),
      status: chosen.problem === null ? statusOf(found) : 422,
      head: { hidden: true },
    };
  }
}

function statusOf({ state }: OpenSurvey): number {
  return state === 'expired' ? 410 : 200;
}

function keyOf({ params }: CenterRequest): string {
  return params['key'] ?? '';
}

function pathTo(center: CenterRequest): string {
  return `/customer/portal/feedback/${encodeURIComponent(keyOf(center))}`;
}
