import { intakeApi } from '@bureau/contracts';
import type { Route } from '@bureau/contracts';
import { can, useSession } from '@bureau/client';
import { EmptyState } from '@bureau/ui';
import { createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import type { RouterHistory } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { AccountPage } from '../features/account/index.ts';
import { intakeFilterOf } from '../features/intake/index.ts';
import { NotificationsLive, notificationsWords } from '../features/notifications/index.ts';
import { CaseDesk } from '../routes/case-desk.tsx';
import { NextCaseKey } from '../pieces/next-case/index.ts';
import { CasesRoute } from '../routes/cases-route.tsx';
import { NewCaseRoute } from '../routes/new-case-route.tsx';
import { PlaceRoute } from '../routes/place-route.tsx';
import { ConsoleActions } from './console-actions.tsx';
import { ConsolePalette } from './console-palette.tsx';
import { FocusOnArrival } from './focus-on-arrival.tsx';
import { PlainPage } from './frame.tsx';
import { Gate } from './gate.tsx';
import { LateRouting } from './late-routing.tsx';
import {
  AdminFrame,
  AdminHome,
  AdminRoute,
  IntakeItemRoute,
  IntakeRoute,
  NotificationsPage,
  SearchRoute,
} from './late-pages.tsx';
import { Live } from './live.tsx';
import { NewerConsole } from './newer-console.tsx';
import { Broken } from './page-faces.tsx';
import { outerRoutes } from './outer-routes.tsx';
import { root } from './root-route.tsx';
import { words } from './words.ts';

/** Everything behind the sign-in. */
const desk = createRoute({
  getParentRoute: () => root,
  id: 'desk',
  component: () => (
    <Gate>
      <Live>
        <NewerConsole />
        <ConsoleActions />
        <ConsolePalette />
        <NextCaseKey />
        <NotificationsLive />
        <LateRouting />
        <FocusOnArrival />
        <CaseDesk>
          <Outlet />
        </CaseDesk>
      </Live>
    </Gate>
  ),
});

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    // TanStack Router's way to send a reader elsewhere is to throw.
    throw redirect({ to: '/cases/$filter/{-$caseId}', params: { filter: 'inbox', caseId: undefined }, replace: true });
  },
});

const cases = createRoute({
  getParentRoute: () => desk,
  path: '/cases/$filter/{-$caseId}',
  component: function Cases() {
    const { filter, caseId } = cases.useParams();
    return <CasesRoute address={filter} caseId={idOf(caseId)} />;
  },
});

const search = createRoute({
  getParentRoute: () => desk,
  path: '/search/{-$caseId}',
  validateSearch: ({ q, from }: Record<string, unknown>) => ({
    // What looks like a number was read as one.
    q: typeof q === 'string' || typeof q === 'number' ? String(q) : '',
    from: typeof from === 'string' || typeof from === 'number' ? String(from) : 'inbox',
  }),
  component: function Search() {
    const { q, from } = search.useSearch();
    return <SearchRoute q={q} from={from} caseId={idOf(search.useParams().caseId)} />;
  },
});

function idOf(written: string | undefined): number | null {
  const id = Number(written);
  return Number.isInteger(id) && id > 0 ? id : null;
}

const intake = createRoute({
  getParentRoute: () => desk,
  path: '/intake',
  validateSearch: intakeFilterOf,
  component: function Intake() {
    const filter = intake.useSearch();
    return (
      <Allowed route={intakeApi.list} name={words.intake}>
        <IntakeRoute filter={filter} />
      </Allowed>
    );
  },
});

const intakeItem = createRoute({
  getParentRoute: () => desk,
  path: '/intake/$intakeId',
  component: function IntakeItem() {
    const { intakeId } = intakeItem.useParams();
    return (
      <Allowed route={intakeApi.get} name={words.intake}>
        <IntakeItemRoute intakeId={Number(intakeId)} />
      </Allowed>
    );
  },
});

const admin = createRoute({
  getParentRoute: () => desk,
  path: '/admin/{-$place}/{-$item}',
  validateSearch: textsOf,
  component: function Admin() {
    const { place, item } = admin.useParams();
    return <AdminRoute place={place ?? null} item={item ?? null} query={admin.useSearch()} home={<AdminHome />} />;
  },
});

const newCase = createRoute({
  getParentRoute: () => desk,
  path: '/new-case',
  validateSearch: textsOf,
  component: function NewCase() {
    return <NewCaseRoute customerId={idOf(newCase.useSearch().customer)} />;
  },
});

const customers = createRoute({
  getParentRoute: () => desk,
  path: '/customers/{-$item}',
  validateSearch: textsOf,
  component: function Customers() {
    return <PlaceRoute of="customers" item={customers.useParams().item ?? null} query={customers.useSearch()} />;
  },
});

const companies = createRoute({
  getParentRoute: () => desk,
  path: '/companies/{-$item}',
  validateSearch: textsOf,
  component: function Companies() {
    return <PlaceRoute of="companies" item={companies.useParams().item ?? null} query={companies.useSearch()} />;
  },
});

const articles = createRoute({
  getParentRoute: () => desk,
  path: '/articles/{-$item}',
  validateSearch: textsOf,
  component: function Articles() {
    return <PlaceRoute of="articles" item={articles.useParams().item ?? null} query={articles.useSearch()} />;
  },
});

const insights = createRoute({
  getParentRoute: () => desk,
  path: '/insights/{-$item}',
  validateSearch: textsOf,
  component: function Insights() {
    return <PlaceRoute of="insights" item={insights.useParams().item ?? null} query={insights.useSearch()} />;
  },
});

/** What an address says behind the `?`, all of it as text. */
function textsOf(said: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, String(value)]));
}

const account = createRoute({
  getParentRoute: () => desk,
  path: '/account/{-$section}',
  component: function Account() {
    const { section } = account.useParams();
    return (
      <PlainPage name={words.account}>
        <AccountPage section={section} />
      </PlainPage>
    );
  },
});

const notifications = createRoute({
  getParentRoute: () => desk,
  path: '/notifications',
  component: () => (
    <PlainPage name={notificationsWords.title}>
      <NotificationsPage />
    </PlainPage>
  ),
});

/** A page beside the navigation of the administration that only some may see; the others are told so. */
function Allowed({ route, name, children }: { route: Route; name: string; children: ReactNode }) {
  const session = useSession();
  return (
    <AdminFrame name={name} current="page">
      {can(session, route) ? children : <EmptyState icon="alert">{words.forbidden}</EmptyState>}
    </AdminFrame>
  );
}

const routeTree = root.addChildren([
  home,
  desk.addChildren([
    cases,
    search,
    intake,
    intakeItem,
    newCase,
    customers,
    companies,
    articles,
    insights,
    admin,
    notifications,
    account,
  ]),
  ...outerRoutes,
]);

/** The places of the console. Addresses hold filter, search and selection, so that each can be kept and shared. */
export function createConsoleRouter(history?: RouterHistory) {
  return createRouter({ routeTree, history, defaultErrorComponent: Broken, scrollRestoration: false });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
