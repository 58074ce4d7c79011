import { Injectable } from '@nestjs/common';
import { readRating } from '@bureau/domain';
import { FindSurvey, SubmitFeedback } from '@bureau/feedback';
import { ProblemError, RateLimits } from '@bureau/platform';
import type { CenterAnswer } from '../page/center-answer.ts';
import type { CenterRequest } from '../page/center-request.ts';
import { Snippets } from '../snippet/snippets.ts';
import type { LiquidObjects } from '../theme/liquid-objects.ts';
import { ANSWERS_A_MINUTE, feedbackObjects, givenIn, problemOf, ratingOf } from './feedback-objects.ts';

/** A case on whose page its customer is, who may see it, and the path of that page. */
interface RatedPage {
  caseId: number;
  path: string;
}

/** The survey on the page of a customer's own case, while it is resolved. */
@Injectable()
export class RateCase {
  constructor(
    private readonly surveys: FindSurvey,
    private readonly submit: SubmitFeedback,
    private readonly limits: RateLimits,
    private readonly snippets: Snippets,
  ) {}

  /** Nothing while there is nothing to rate, or nobody asks. */
  async objects(center: CenterRequest, { caseId, path }: RatedPage): Promise<LiquidObjects> {
    const found = await this.surveys.ofCase(center.brand.id, caseId);
    if (found?.state !== 'open') return {};
    const words = this.snippets.of(center.brand.id, center.language);
    const chosen = { rating: ratingOf(found), comment: found.given?.comment ?? '', problem: null };
    const url = center.link(`${path}/feedback`);
    const { customer_feedback, form_begin, submit_button, additional_feedback } = feedbackObjects(center, {
      ...{ found, words, url, chosen },
    });
    return { customer_feedback, rate_form: form_begin, rate_button: submit_button, additional_feedback };
  }

  /** Throws feedback.not-found, feedback.disabled, feedback.expired, request.rate-limited. */
  async answer(center: CenterRequest, { caseId, path }: RatedPage): Promise<CenterAnswer> {
    const { exceeded } = await this.limits.count(`feedback:${center.network}`, ANSWERS_A_MINUTE);
    if (exceeded) throw new ProblemError('request.rate-limited');
    const found = await this.surveys.ofCase(center.brand.id, caseId);
    if (!found) throw new ProblemError('feedback.not-found');
    const words = this.snippets.of(center.brand.id, center.language);
    const { comment, rated } = givenIn(center);
    const rating = readRating(rated, found.survey.ratingType);
    const problem = problemOf(words, { rating, comment });
    if (rating === null || problem !== null) return { redirect: center.link(path), notice: problem ?? '' };
    await this.submit.ofCase(center.brand.id, caseId, { rating, comment });
    return { redirect: center.link(path), notice: words.customer_feedback_update_ok };
  }
}
