export { AccountPage } from './account-page.tsx';
export { RequiredTwoFactorPage } from './required-two-factor-page.tsx';
