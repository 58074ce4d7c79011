export { AccountPage } from './lazy-account-page.tsx';
export { RequiredTwoFactorPage } from './required-two-factor-page.tsx';
