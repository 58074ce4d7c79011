export { FeedbackEntry } from './feedback-entry.tsx';
export { RatingMark, ratingWord } from './rating-mark.tsx';
