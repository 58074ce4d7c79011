export { MAIL_LIMITS, type MailLimits } from './mail-limits.ts';
export { parseMail } from './parse-mail.ts';
