import { RATINGS_OF, type Rating, type RatingType } from '@bureau/contracts';
import { surveyWordsIn } from '@bureau/domain';
import { COMMENT_CHARACTERS, type OpenSurvey } from '@bureau/feedback';
import { fieldBlock, FORM_END, formBegin, problemBlock, submitBlock } from '../form/form-blocks.ts';
import type { CenterRequest } from '../page/center-request.ts';
import type { Words } from '../snippet/english.ts';
import { phrase } from '../snippet/snippets.ts';
import type { LiquidObjects } from '../theme/liquid-objects.ts';

/** Answers from one network in a minute. */
export const ANSWERS_A_MINUTE = 60;

/** What a customer has chosen or written on the page, before it is sent. */
export interface Chosen {
  rating: Rating | null;
  comment: string;
  /** What was wrong with what was sent; null: nothing. */
  problem: string | null;
}

/** The Liquid object `customer_feedback` and the blocks of its form (product.md 4.4). `url` is the page with the form. */
export function feedbackObjects(
  center: CenterRequest,
  { found, words, url, chosen }: { found: OpenSurvey; words: Words; url: string; chosen: Chosen },
): LiquidObjects {
  const { survey, state, expiresAt } = found;
  const asked = surveyWordsIn(survey.words, [center.language, ...center.brand.languages]);
  const name = (rating: Rating) => ratingName(words, rating, survey.ratingType);
  const { rating, comment } = chosen;
  return {
    customer_feedback: {
      feedback_enabled: state === 'open',
      expired: state === 'expired',
      url,
      about: phrase(words.customer_feedback_case, found.case.id),
      question: asked.question,
      additional_question: asked.additionalQuestion,
      rating,
      rating_type: survey.ratingType,
      rating_name: rating === null ? words.customer_feedback_none : name(rating),
      additional_feedback: comment,
      // The best first.
      choices: [...RATINGS_OF[survey.ratingType]]
        .reverse()
        .map((one) => ({ rating: one, name: name(one), chosen: one === rating })),
      until: phrase(words.customer_feedback_until, dayIn(center.language, expiresAt)),
    },
    form_begin: formBegin(url),
    form_end: FORM_END,
    form_problem: problemBlock(chosen.problem),
    submit_button: submitBlock(words.customer_feedback_submit),
    additional_feedback:
      asked.additionalQuestion === ''
        ? ''
        : fieldBlock({
            name: 'customer_feedback[additional_feedback]',
            label: asked.additionalQuestion,
            value: comment,
            type: 'textarea',
            maxLength: COMMENT_CHARACTERS,
            optional: words.optional,
          }),
  };
}

function ratingName(words: Words, rating: Rating, type: RatingType): string {
  if (type === 'yes_no') return rating === 0 ? words.no : words.yes;
  const names = [
    words.customer_feedback_poor,
    words.customer_feedback_fair,
    words.customer_feedback_good,
    words.customer_feedback_great,
  ];
  return names[rating] ?? '';
}

function dayIn(language: string, day: Date): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day);
}

/** What a form says, as it was sent. */
export function givenIn({ form }: CenterRequest): { rated: string | undefined; comment: string } {
  return {
    rated: form?.get('customer_feedback[rating]'),
    comment: (form?.get('customer_feedback[additional_feedback]') ?? '').trim(),
  };
}

/** What is wrong with an answer; null: nothing. */
export function problemOf(
  words: Words,
  { rating, comment }: { rating: Rating | null; comment: string },
): string | null {
  if (rating === null) return words.customer_feedback_update_fail;
  return comment.length > COMMENT_CHARACTERS ? phrase(words.exceeding_max_chars, COMMENT_CHARACTERS) : null;
}

/** What was said on the scale that is asked now; one that was changed meanwhile says nothing. */
export function ratingOf({ given, survey }: OpenSurvey): Rating | null {
  return given && given.ratingType === survey.ratingType ? given.rating : null;
}
