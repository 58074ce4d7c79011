export { AuthorizationPage } from './authorization-page.tsx';
