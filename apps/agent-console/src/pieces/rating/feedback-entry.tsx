import type { Feedback } from '@bureau/contracts';
import { Link, RelativeTime } from '@bureau/ui';
import type { ReactNode } from 'react';
import { RatingMark } from './rating-mark.tsx';
import { ratingWords as words } from './rating.words.ts';

interface FeedbackEntryProps {
  feedback: Feedback;
  /** Names the case it is about, where that is not the one on the screen. */
  hrefOf?: (caseId: number) => string;
  action?: ReactNode;
}

/** What a customer said of one resolution: the rating, when, and the words beneath. */
export function FeedbackEntry({ feedback, hrefOf, action }: FeedbackEntryProps) {
  const { rating, ratingType, comment, resolution, submittedAt, changedAt, erasedAt, assignee } = feedback;
  return (
    <article className="feedback-entry">
      <header>
        <RatingMark rating={rating} type={ratingType} />
        <span className="feedback-about">
          <RelativeTime at={changedAt} />
          {changedAt !== submittedAt && ` · ${words.changed}`}
          {resolution > 1 && ` · ${words.resolution(resolution)}`}
        </span>
        {action}
      </header>
      {comment !== '' && <p className="feedback-words">{comment}</p>}
      {erasedAt !== null && <p className="feedback-about">{words.erased}</p>}
      {hrefOf && (
        <p className="feedback-about">
          <Link href={hrefOf(feedback.case.id)}>
            #{feedback.case.id} {feedback.case.subject}
          </Link>
          {assignee && ` · ${words.handledBy(assignee.name)}`}
        </p>
      )}
    </article>
  );
}
