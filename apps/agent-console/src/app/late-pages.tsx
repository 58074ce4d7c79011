import { Skeleton } from '@bureau/ui';
import { lazy, Suspense } from 'react';
import type { ComponentType, FunctionComponent } from 'react';

/** What is not needed to show cases comes after them: each page when somebody goes there, most of them when nothing else is to do. */
const loading = {
  signIn: () => import('../features/sign-in/index.ts'),
  setUp: () => import('../features/set-up/index.ts'),
  intake: () => import('../routes/intake-route.tsx'),
  search: () => import('../routes/search-route.tsx'),
  notifications: () => import('../features/notifications/notifications-page.tsx'),
  twoFactor: () => import('../features/account/required-two-factor-page.tsx'),
};

export const SignInPage = late(() => loading.signIn().then((m) => m.SignInPage));
export const ForgottenPasswordPage = late(() => loading.signIn().then((m) => m.ForgottenPasswordPage));
export const InvitationPage = late(() => loading.signIn().then((m) => m.InvitationPage));
export const ResetPasswordPage = late(() => loading.signIn().then((m) => m.ResetPasswordPage));
export const SetUpPage = late(() => loading.setUp().then((m) => m.SetUpPage));
export const IntakeRoute = late(() => loading.intake().then((m) => m.IntakeRoute));
export const IntakeItemRoute = late(() => loading.intake().then((m) => m.IntakeItemRoute));
export const SearchRoute = late(() => loading.search().then((m) => m.SearchRoute));
export const NotificationsPage = late(() => loading.notifications().then((m) => m.NotificationsPage));
export const RequiredTwoFactorPage = late(() => loading.twoFactor().then((m) => m.RequiredTwoFactorPage));

function late<P extends object>(load: () => Promise<ComponentType<P>>): FunctionComponent<P> {
  const Page = lazy(() => load().then((page) => ({ default: page })));
  return function LatePage(props: P) {
    return (
      <Suspense fallback={<Skeleton rows={6} />}>
        <Page {...props} />
      </Suspense>
    );
  };
}
