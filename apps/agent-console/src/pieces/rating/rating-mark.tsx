import './rating.css';
import { CONTENT_FROM } from '@bureau/contracts';
import type { Rating, RatingType } from '@bureau/contracts';
import { ratingWords as words } from './rating.words.ts';

const STEPS = { four_star: [0, 1, 2, 3], yes_no: [3] } as const;

/** What a rating is called on its scale. */
export function ratingWord(rating: Rating, type: RatingType): string {
  return words[type][rating] ?? '';
}

/** A rating as steps and a word: the word says it, the steps let the eye compare. */
export function RatingMark({ rating, type }: { rating: Rating; type: RatingType }) {
  const word = ratingWord(rating, type);
  return (
    <span className="rating-mark" data-content={rating >= CONTENT_FROM} title={words.rating(word)}>
      <span className="rating-steps" aria-hidden="true">
        {STEPS[type].map((step) => (
          <i key={step} data-reached={rating >= step} />
        ))}
      </span>
      {word}
    </span>
  );
}
