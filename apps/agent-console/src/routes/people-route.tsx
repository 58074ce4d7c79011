import { companiesApi, customersApi } from '@bureau/contracts';
import type { Route } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { EmptyState } from '@bureau/ui';
import { useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { ComponentType } from 'react';
import { PlainPage } from '../app/frame.tsx';
import { words } from '../app/words.ts';
import { PageSkeleton } from '../pieces/admin-page/index.ts';
import type { AdminPageProps } from '../pieces/admin-page/index.ts';
import { late } from '../pieces/late/index.ts';

interface People {
  name: string;
  route: Route;
  to: '/customers/{-$item}' | '/companies/{-$item}';
  page: ComponentType<AdminPageProps>;
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
  },
  companies: {
    name: words.companies,
    route: companiesApi.list,
    to: '/companies/{-$item}',
    page: late(
      () => import('../features/companies/index.ts'),
      (m) => m.CompaniesPage,
    ),
  },
} satisfies Record<string, People>;

export interface PeopleRouteProps extends Pick<AdminPageProps, 'item' | 'query'> {
  of: keyof typeof pages;
}

/** Customers or companies, loaded when they are first looked at. */
export function PeopleRoute({ of, item, query }: PeopleRouteProps) {
  const session = useSession();
  const navigate = useNavigate();
  const { name, route, to, page: Page }: People = pages[of];
  const go: AdminPageProps['go'] = (next) =>
    void navigate({ to, params: { item: next.item }, search: next.query ?? {}, replace: next.replace });
  return (
    <PlainPage name={name}>
      <div className="page-scroller">
        {can(session, route) ? (
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
