import './place-route.css';
import { articlesApi, companiesApi, customersApi, feedbackReportApi } from '@bureau/contracts';
import type { Route, SyncObject } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { EmptyState } from '@bureau/ui';
import { useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { ComponentType } from 'react';
import { PlainPage } from '../app/frame.tsx';
import { railWords } from '../app/rail.words.ts';
import { words } from '../app/words.ts';
import { PageSkeleton } from '../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../pieces/admin-page/index.ts';
import { late } from '../pieces/late/index.ts';
import { LateSalesforce } from './late-salesforce.tsx';

interface Place {
  name: string;
  route: Route;
  to: '/customers/{-$item}' | '/companies/{-$item}' | '/articles/{-$item}' | '/insights/{-$item}';
  page: ComponentType<AdminPageProps>;
  /** What its records are to Salesforce. */
  synced?: SyncObject;
}

const pages = {
  customers: {
    name: words.customers,
    route: customersApi.list,
    to: '/customers/{-$item}',
    page: late(
      () => import('../features/customers/index.ts'),
      (m) => m.CustomersPage,
    ),
    synced: 'customer',
  },
  companies: {
    name: words.companies,
    route: companiesApi.list,
    to: '/companies/{-$item}',
    page: late(
      () => import('../features/companies/index.ts'),
      (m) => m.CompaniesPage,
    ),
    synced: 'company',
  },
  articles: {
    name: railWords.articles,
    route: articlesApi.list,
    to: '/articles/{-$item}',
    page: late(
      () => import('../features/knowledge/index.ts'),
      (m) => m.KnowledgePage,
    ),
  },
  insights: {
    name: railWords.insights,
    route: feedbackReportApi.read,
    to: '/insights/{-$item}',
    page: late(
      () => import('../features/feedback-report/index.ts'),
      (m) => m.FeedbackReportPage,
    ),
  },
} satisfies Record<string, Place>;

export interface PlaceRouteProps extends Pick<AdminPageProps, 'item' | 'query'> {
  of: keyof typeof pages;
}

/** A place of the rail beside the cases, loaded when it is first looked at. */
export function PlaceRoute({ of, item, query }: PlaceRouteProps) {
  const session = useSession();
  const navigate = useNavigate();
  const { name, route, to, page: Page, synced }: Place = pages[of];
  const go: AdminPageProps['go'] = (next) =>
    void navigate({ to, params: { item: next.item }, search: next.query ?? {}, replace: next.replace });
  return (
    <PlainPage name={name}>
      <div className="page-scroller">
        {can(session, route) ? (
          <div className="place">
            <Suspense fallback={<PageSkeleton />}>
              <Page item={item} query={query} go={go} />
            </Suspense>
            {synced && !query.edit && Number(item) > 0 && <LateSalesforce object={synced} deskId={Number(item)} />}
          </div>
        ) : (
          <EmptyState icon="alert">{words.forbidden}</EmptyState>
        )}
      </div>
    </PlainPage>
  );
}
