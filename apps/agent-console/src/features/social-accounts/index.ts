export { SocialAccountsPage } from './social-accounts-page.tsx';
