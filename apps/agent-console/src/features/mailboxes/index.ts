export { MailboxesPage } from './mailboxes-page.tsx';
