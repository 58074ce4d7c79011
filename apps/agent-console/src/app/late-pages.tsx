import { Skeleton } from '@bureau/ui';
import { Suspense } from 'react';
import type { ComponentType, FunctionComponent } from 'react';
import { late } from '../pieces/late/index.ts';

/** What is not needed to show cases comes after them: each page when somebody goes there, most of them when nothing else is to do. */
const loading = {
  signIn: () => import('../features/sign-in/index.ts'),
  setUp: () => import('../features/set-up/index.ts'),
  intake: () => import('../routes/intake-route.tsx'),
  search: () => import('../routes/search-route.tsx'),
  adminFrame: () => import('./admin-frame.tsx'),
  adminHome: () => import('./admin-home.tsx'),
  notifications: () => import('../features/notifications/notifications-page.tsx'),
  twoFactor: () => import('../features/account/required-two-factor-page.tsx'),
};

export const SignInPage = latePage(() => loading.signIn().then((m) => m.SignInPage));
export const ForgottenPasswordPage = latePage(() => loading.signIn().then((m) => m.ForgottenPasswordPage));
export const InvitationPage = latePage(() => loading.signIn().then((m) => m.InvitationPage));
export const ResetPasswordPage = latePage(() => loading.signIn().then((m) => m.ResetPasswordPage));
export const SetUpPage = latePage(() => loading.setUp().then((m) => m.SetUpPage));
export const IntakeRoute = latePage(() => loading.intake().then((m) => m.IntakeRoute));
export const IntakeItemRoute = latePage(() => loading.intake().then((m) => m.IntakeItemRoute));
export const SearchRoute = latePage(() => loading.search().then((m) => m.SearchRoute));
export const AdminRoute = latePage(() => loading.adminFrame().then((m) => m.AdminRoute));
export const AdminFrame = latePage(() => loading.adminFrame().then((m) => m.AdminFrame));
export const AdminHome = latePage(() => loading.adminHome().then((m) => m.AdminHome));
export const NotificationsPage = latePage(() => loading.notifications().then((m) => m.NotificationsPage));
export const RequiredTwoFactorPage = latePage(() => loading.twoFactor().then((m) => m.RequiredTwoFactorPage));

function latePage<P extends object>(load: () => Promise<ComponentType<P>>): FunctionComponent<P> {
  const Page = late(() => load().then((page) => ({ default: page })));
  return function LatePage(props: P) {
    return (
      <Suspense fallback={<Skeleton rows={6} />}>
        <Page {...props} />
      </Suspense>
    );
  };
}
