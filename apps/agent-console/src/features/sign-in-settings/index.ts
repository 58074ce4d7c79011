export { SignInSettingsPage } from './sign-in-settings-page.tsx';
