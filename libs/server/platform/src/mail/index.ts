export { MailModule } from './mail.module.ts';
export { Notices, sendNotice, type Notice } from './notices.ts';
