import { feedbackReportApi } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { EmptyState } from '@bureau/ui';
import { useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import { PlainPage } from '../app/frame.tsx';
import { railWords } from '../app/rail.words.ts';
import { words } from '../app/words.ts';
import { PageSkeleton } from '../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../pieces/admin-page/index.ts';
import { late } from '../pieces/late/index.ts';

const Page = late(
  () => import('../features/feedback-report/index.ts'),
  (m) => m.FeedbackReportPage,
);

/** What the desk can tell of its work, loaded when it is first looked at. */
export function InsightsRoute({ query }: Pick<AdminPageProps, 'query'>) {
  const session = useSession();
  const navigate = useNavigate();
  const go: AdminPageProps['go'] = (next) =>
    void navigate({ to: '/insights', search: next.query ?? {}, replace: next.replace });
  return (
    <PlainPage name={railWords.insights}>
      <div className="page-scroller">
        {can(session, feedbackReportApi.read) ? (
          <Suspense fallback={<PageSkeleton />}>
            <Page item={null} query={query} go={go} />
          </Suspense>
        ) : (
          <EmptyState icon="alert">{words.forbidden}</EmptyState>
        )}
      </div>
    </PlainPage>
  );
}
