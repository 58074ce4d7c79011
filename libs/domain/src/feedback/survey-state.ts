import { RATINGS_OF, type Rating, type RatingType } from '@bureau/contracts';

/** Whether an answer is taken: the brand asks, and the time is not over. */
export type SurveyState = 'open' | 'disabled' | 'expired';

export function surveyState(survey: { enabled: boolean }, expiresAt: Date, now: Date): SurveyState {
  if (!survey.enabled) return 'disabled';
  return expiresAt <= now ? 'expired' : 'open';
}

/** What somebody chose on a page or in a link, when this scale knows it; null otherwise. */
export function readRating(text: string | undefined, type: RatingType): Rating | null {
  const ratings: readonly Rating[] = RATINGS_OF[type];
  return ratings.find((rating) => `${rating}` === text?.trim()) ?? null;
}
