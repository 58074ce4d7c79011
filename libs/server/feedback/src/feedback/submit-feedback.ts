import { Injectable } from '@nestjs/common';
import { CaseRepository, RecordCaseChange, SYSTEM } from '@bureau/cases';
import { RATING_WORDS, RATINGS_OF, stampOf, type Actor, type Rating } from '@bureau/contracts';
import { surveyState } from '@bureau/domain';
import { Clock, InvalidInput, Outbox, ProblemError, Transactional } from '@bureau/platform';
import { SurveyRepository } from '../survey/survey.repository.ts';
import { FindSurvey, type OpenSurvey } from './find-survey.ts';
import { FeedbackRepository } from './feedback.repository.ts';

/** Characters of the words that come with a rating. */
export const COMMENT_CHARACTERS = 5_000;

/** How often one answer may be changed. */
const CHANGES_AT_MOST = 100;

export interface FeedbackGiven {
  rating: Rating;
  comment: string;
}

/** Keeps what a customer says of a resolution: once for each, changed as often as he likes until its time is over. */
@Injectable()
export class SubmitFeedback {
  constructor(
    private readonly find: FindSurvey,
    private readonly feedback: FeedbackRepository,
    private readonly surveys: SurveyRepository,
    private readonly cases: CaseRepository,
    private readonly recordChange: RecordCaseChange,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** With the key of a mail. Throws feedback.not-found, feedback.disabled, feedback.expired, request.invalid. */
  @Transactional()
  async byKey(brandId: number, key: string, given: FeedbackGiven): Promise<void> {
    await this.keep(await this.find.byKey(brandId, key), given);
  }

  /** On the page of his own case. Throws feedback.not-found, feedback.disabled, feedback.expired, request.invalid. */
  @Transactional()
  async ofCase(brandId: number, caseId: number, given: FeedbackGiven): Promise<void> {
    const found = await this.find.ofCase(brandId, caseId);
    if (!found) throw new ProblemError('feedback.not-found');
    await this.keep(found, given);
  }

  private async keep(found: OpenSurvey, { rating, comment }: FeedbackGiven): Promise<void> {
    const { case: rated, resolution, expiresAt } = found;
    // The case first, as every write does: whoever asks at this moment waits, or is waited for.
    const supportCase = await this.cases.lock(SYSTEM, rated.id);
    if (!supportCase) throw new ProblemError('feedback.not-found');
    const survey = await this.surveys.of(rated.brandId);
    const at = this.clock.now();
    const state = surveyState(survey, expiresAt, at);
    if (state !== 'open') throw new ProblemError(`feedback.${state}`);
    const { ratingType } = survey;
    const ratings: readonly Rating[] = RATINGS_OF[ratingType];
    if (!ratings.includes(rating)) {
      throw new InvalidInput([{ path: 'rating', message: 'Choose one of the answers.' }]);
    }

    const kept = await this.feedback.hold(rated.id, resolution);
    const words = comment.slice(0, COMMENT_CHARACTERS);
    if (kept.rating === rating && kept.ratingType === ratingType && kept.comment === words) return;
    if (kept.changes >= CHANGES_AT_MOST) throw new ProblemError('feedback.expired');
    await this.feedback.save(kept.id, { rating, ratingType, comment: words, at });

    const isLatest = !(await this.feedback.hasLater(kept));
    const changes = [{ field: 'rating', from: wordFor(kept.rating), to: wordFor(rating) }];
    const actor: Actor = { kind: 'customer', customerId: rated.customerId, name: rated.customerName };
    const sequence = await this.recordChange.run(actor, supportCase, {
      event: 'case.rated',
      changes,
      patch: isLatest ? { rating, ratingType, ratedAt: at } : {},
      context: { feedbackId: kept.id, ratingType },
      // Rules have a fact of their own for this.
      suppressRules: true,
      at,
    });
    await this.outbox.add('satisfaction.submitted', {
      ...{ caseId: rated.id, sequence, messageId: null, feedbackId: kept.id, rating, ratingType, comment: words },
      ...{ resolution, changes, actor: stampOf(actor) },
    });
  }
}

function wordFor(rating: Rating | null): string | null {
  return rating === null ? null : (RATING_WORDS[rating] ?? null);
}
