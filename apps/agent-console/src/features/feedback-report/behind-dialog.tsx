import { feedbackReportApi } from '@bureau/contracts';
import type { FeedbackBehind, FeedbackFigure, RouteInput } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Button, Dialog, ErrorState, Link, RelativeTime, Skeleton, StatusMark } from '@bureau/ui';
import { RatingMark } from '../../pieces/rating/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { feedbackReportWords as words } from './feedback-report.words.ts';

/** Which figure somebody wants to look behind. */
export interface Behind {
  figure: FeedbackFigure;
  key?: string;
  period?: string;
  /** Of what it is, in words. */
  name: string;
}

interface BehindDialogProps {
  asked: RouteInput<typeof feedbackReportApi.read>['query'];
  behind: Behind;
  onClose: () => void;
}

/** The cases behind a figure: as many as it says. */
export function BehindDialog({ asked, behind: { name, ...behind }, onClose }: BehindDialogProps) {
  const cases = usePages(feedbackReportApi.behind, { query: { ...asked, ...behind } });
  return (
    <Dialog isOpen onClose={onClose} title={words.behind(words.figures[behind.figure], name)} size="wide">
      {cases.isPending && <Skeleton rows={4} />}
      {cases.isError && (
        <ErrorState
          what={words.behindFailed}
          safe={words.safe}
          advice={problemText(cases.error)}
          onRetry={() => void cases.refetch()}
          isRetrying={cases.isFetching}
        />
      )}
      <ul className="report-behind">
        {cases.items.map((one) => (
          <li key={`${one.case.id} ${one.resolution}`}>
            <BehindCase one={one} />
          </li>
        ))}
      </ul>
      {cases.hasNextPage && (
        <Button size="small" isPending={cases.isFetchingNextPage} onPress={() => void cases.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Dialog>
  );
}

function BehindCase({ one }: { one: FeedbackBehind }) {
  const { case: supportCase, customer, rating, ratingType, comment, assignee, submittedAt, askedAt } = one;
  const at = submittedAt ?? askedAt;
  return (
    <>
      <p className="report-behind-head">
        <StatusMark status={supportCase.status} compact />
        <Link href={`/cases/inbox/${supportCase.id}`}>
          #{supportCase.id} {supportCase.subject}
        </Link>
        {at !== null && <RelativeTime at={at} />}
      </p>
      <p className="report-behind-said">
        {rating === null || ratingType === null ? (
          <span className="report-none">{words.notAnswered}</span>
        ) : (
          <RatingMark rating={rating} type={ratingType} />
        )}
        <span className="report-none">
          {customer.name}
          {assignee && ` · ${assignee.name}`}
        </span>
      </p>
      {comment !== '' && <p className="report-behind-words">{comment}</p>}
    </>
  );
}
