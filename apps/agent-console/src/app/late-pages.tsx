import { Skeleton } from '@bureau/ui';
import { Suspense } from 'react';
import type { ComponentType, FunctionComponent } from 'react';
import { late } from '../pieces/late/index.ts';

/** What is not needed to show cases comes after them: each page when somebody goes there. */
const signIn = () => import('../features/sign-in/index.ts');
const setUp = () => import('../features/set-up/index.ts');
const intake = () => import('../routes/intake-route.tsx');
const search = () => import('../routes/search-route.tsx');
const adminFrame = () => import('./admin-frame.tsx');
const adminHome = () => import('./admin-home.tsx');
const authorization = () => import('../features/authorization/index.ts');
const notifications = () => import('../features/notifications/notifications-page.tsx');
const twoFactor = () => import('../features/account/required-two-factor-page.tsx');

export const SignInPage = latePage(signIn, (code) => code.SignInPage);
export const ForgottenPasswordPage = latePage(signIn, (code) => code.ForgottenPasswordPage);
export const InvitationPage = latePage(signIn, (code) => code.InvitationPage);
export const ResetPasswordPage = latePage(signIn, (code) => code.ResetPasswordPage);
export const SetUpPage = latePage(setUp, (code) => code.SetUpPage);
export const IntakeRoute = latePage(intake, (code) => code.IntakeRoute);
export const IntakeItemRoute = latePage(intake, (code) => code.IntakeItemRoute);
export const SearchRoute = latePage(search, (code) => code.SearchRoute);
export const AdminRoute = latePage(adminFrame, (code) => code.AdminRoute);
export const AdminFrame = latePage(adminFrame, (code) => code.AdminFrame);
export const AdminHome = latePage(adminHome, (code) => code.AdminHome);
export const NotificationsPage = latePage(notifications, (code) => code.NotificationsPage);
export const AuthorizationPage = latePage(authorization, (code) => code.AuthorizationPage);
export const RequiredTwoFactorPage = latePage(twoFactor, (code) => code.RequiredTwoFactorPage);

function latePage<Code, Props extends object>(
  load: () => Promise<Code>,
  pick: (code: Code) => ComponentType<Props>,
): FunctionComponent<Props> {
  const Page = late(load, pick);
  return function LatePage(props: Props) {
    return (
      <Suspense fallback={<Skeleton rows={6} />}>
        <Page {...props} />
      </Suspense>
    );
  };
}
