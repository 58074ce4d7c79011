import { Injectable } from '@nestjs/common';
import type { Rating, RatingType, WriteSurvey } from '@bureau/contracts';
import { surveyState, type SurveyState } from '@bureau/domain';
import { Clock, ProblemError } from '@bureau/platform';
import { SurveyRepository } from '../survey/survey.repository.ts';
import { FeedbackRepository, type RatedCase } from './feedback.repository.ts';

/** A survey about one resolution of a case, as its customer finds it. */
export interface OpenSurvey {
  case: RatedCase;
  resolution: number;
  /** When no answer is taken any more. */
  expiresAt: Date;
  state: SurveyState;
  survey: WriteSurvey;
  /** What he has said already. */
  given: { rating: Rating; ratingType: RatingType; comment: string } | null;
}

const DAY_MS = 86_400_000;

/** Finds the survey that a customer wants to answer; looking changes nothing. */
@Injectable()
export class FindSurvey {
  constructor(
    private readonly feedback: FeedbackRepository,
    private readonly surveys: SurveyRepository,
    private readonly clock: Clock,
  ) {}

  /**
   * What the key of a mail opens, on the pages of the brand of its case only (security.md S32). One for a case that was
   * merged opens the case that it went into. Throws feedback.not-found.
   */
  async byKey(brandId: number, key: string): Promise<OpenSurvey> {
    const asked = await this.feedback.byKey(key);
    const rated = asked && (await this.feedback.presentCase(asked.caseId));
    if (!asked || !rated || rated.brandId !== brandId) throw new ProblemError('feedback.not-found');
    const { expiresAt } = asked;
    return this.present(rated, { expiresAt, resolution: rated.id === asked.caseId ? asked.resolution : latest(rated) });
  }

  /** For the page of a case: null while it was never resolved, or is open again. */
  async ofCase(brandId: number, caseId: number): Promise<OpenSurvey | null> {
    const rated = await this.feedback.presentCase(caseId);
    if (!rated || rated.id !== caseId || rated.brandId !== brandId) return null;
    const isDone = rated.status === 'resolved' || rated.status === 'closed';
    if (!isDone || rated.resolvedAt === null) return null;
    const { expiresAfterDays } = await this.surveys.of(brandId);
    const expiresAt = new Date(rated.resolvedAt.getTime() + expiresAfterDays * DAY_MS);
    return this.present(rated, { expiresAt, resolution: latest(rated) });
  }

  private async present(
    rated: RatedCase,
    { resolution, expiresAt }: { resolution: number; expiresAt: Date },
  ): Promise<OpenSurvey> {
    const { version: _, ...survey } = await this.surveys.of(rated.brandId);
    const kept = await this.feedback.find(rated.id, resolution);
    const given =
      kept && kept.rating !== null && kept.ratingType !== null
        ? { rating: kept.rating, ratingType: kept.ratingType, comment: kept.comment }
        : null;
    const state = surveyState(survey, expiresAt, this.clock.now());
    return { case: rated, resolution, expiresAt, state, survey, given };
  }
}

function latest({ resolutionCount }: RatedCase): number {
  return Math.max(1, resolutionCount);
}
