export { ForgottenPasswordPage } from './forgotten-password-page.tsx';
export { InvitationPage } from './invitation-page.tsx';
export { ResetPasswordPage } from './reset-password-page.tsx';
export { SignInPage } from './sign-in-page.tsx';
