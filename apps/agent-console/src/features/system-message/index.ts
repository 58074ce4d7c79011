export { SystemMessagePage } from './system-message-page.tsx';
