import { articlesApi } from '@bureau/contracts';
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
  () => import('../features/knowledge/index.ts'),
  (m) => m.KnowledgePage,
);

/** The knowledge base, loaded when it is first looked at. */
export function KnowledgeRoute({ item, query }: Pick<AdminPageProps, 'item' | 'query'>) {
  const session = useSession();
  const navigate = useNavigate();
  const go: AdminPageProps['go'] = (next) =>
    void navigate({
      to: '/articles/{-$item}',
      params: { item: next.item },
      search: next.query ?? {},
      replace: next.replace,
    });
  return (
    <PlainPage name={railWords.articles}>
      <div className="page-scroller">
        {can(session, articlesApi.list) ? (
          <Suspense fallback={<PageSkeleton />}>
            <Page item={item} query={query} go={go} />
          </Suspense>
        ) : (
          <EmptyState icon="alert">{words.forbidden}</EmptyState>
        )}
      </div>
    </PlainPage>
  );
}
