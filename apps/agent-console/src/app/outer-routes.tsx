import { createRoute, lazyRouteComponent, redirect, useNavigate } from '@tanstack/react-router';
import { Gate } from './gate.tsx';
import {
  AuthorizationPage,
  ForgottenPasswordPage,
  InvitationPage,
  ResetPasswordPage,
  SetUpPage,
} from './late-pages.tsx';
import { root } from './root-route.tsx';
import { useSignOut } from './use-sign-out.ts';

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/set-up',
  validateSearch: ({ token }: Record<string, unknown>) => ({ token: typeof token === 'string' ? token : '' }),
  component: function SetUp() {
    const { token } = setUp.useSearch();
    const navigate = useNavigate();
    return <SetUpPage token={token} onDone={() => void navigate({ to: '/' })} />;
  },
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: function Invitation() {
    const { token } = invitation.useParams();
    const navigate = useNavigate();
    return <InvitationPage key={token} token={token} onDone={() => void navigate({ to: '/', replace: true })} />;
  },
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset/$token',
  component: function Reset() {
    const { token } = reset.useParams();
    return <ResetPasswordPage key={token} token={token} />;
  },
});

const forgottenPassword = createRoute({
  getParentRoute: () => root,
  path: '/forgotten-password',
  component: ForgottenPasswordPage,
});

/** Where an application sends somebody; whoever is not signed in signs in first, at this very address. */
const authorization = createRoute({
  getParentRoute: () => root,
  path: '/oauth/authorize',
  validateSearch: ({ oauth_token: token }: Record<string, unknown>) => ({
    oauth_token: typeof token === 'string' || typeof token === 'number' ? String(token) : '',
  }),
  component: function Authorization() {
    const { oauth_token: token } = authorization.useSearch();
    return (
      <Gate>
        <LetIn key={token} token={token} />
      </Gate>
    );
  },
});

function LetIn({ token }: { token: string }) {
  return <AuthorizationPage token={token} onSignOut={useSignOut()} />;
}

const ui = createRoute({
  getParentRoute: () => root,
  path: '/ui',
  component: lazyRouteComponent(() => import('./ui-page.tsx'), 'UiDemo'),
});

/** Addresses of pages that have moved into the administration; bookmarks and mails still hold them. */
const moved = ['mailboxes', 'system-log'].map((place) =>
  createRoute({
    getParentRoute: () => root,
    path: `/${place}`,
    beforeLoad: () => {
      // TanStack Router's way to send a reader elsewhere is to throw.
      throw redirect({ to: '/admin/{-$place}/{-$item}', params: { place, item: undefined }, replace: true });
    },
  }),
);

/** What is there before somebody has signed in, and addresses that lead elsewhere. */
export const outerRoutes = [setUp, invitation, reset, forgottenPassword, authorization, ui, ...moved] as const;
