import './person-feedback.css';
import { CONTENT_FROM, feedbackApi } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { FeedbackEntry } from '../rating/index.ts';
import { problemText } from '../../plain/problem-words.ts';
import { personFeedbackWords as words } from './person-feedback.words.ts';

interface PersonFeedbackProps {
  customerId: number;
  hrefOf: (caseId: number) => string;
}

/** Everything that a customer ever said of our work, the latest first. */
export function PersonFeedback({ customerId, hrefOf }: PersonFeedbackProps) {
  const feedback = useRoute(feedbackApi.ofCustomer, { params: { customerId } });
  if (feedback.isPending) return <Skeleton rows={3} />;
  if (feedback.isError) {
    return (
      <ErrorState
        what={words.failed}
        safe={words.safe}
        advice={problemText(feedback.error)}
        onRetry={() => void feedback.refetch()}
        isRetrying={feedback.isFetching}
      />
    );
  }
  const { items } = feedback.data;
  if (items.length === 0) return <EmptyState>{words.none}</EmptyState>;
  return (
    <ul className="person-feedback">
      {items.map((one) => (
        <li key={one.id}>
          <FeedbackEntry feedback={one} hrefOf={hrefOf} />
        </li>
      ))}
    </ul>
  );
}

/** In how many of his answers a customer was content; null while he has given none. */
export function useContentInWords(customerId: number): string | null {
  const items = useRoute(feedbackApi.ofCustomer, { params: { customerId } }).data?.items ?? [];
  if (items.length === 0) return null;
  return words.content(items.filter(({ rating }) => rating >= CONTENT_FROM).length, items.length);
}
