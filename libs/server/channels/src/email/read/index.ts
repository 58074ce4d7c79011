export { findToken } from './find-token.ts';
export { MAIL_LIMITS, type MailLimits } from './mail-limits.ts';
export { MailReader, type MailReaderOptions } from './mail-reader.ts';
export { MessageTokens, type MessageIdFacts, type TokenFacts } from './message-token.ts';
export { parseMail } from './parse-mail.ts';
export { UnreadableMail, type UnreadableReason } from './unreadable-mail.ts';
export { verifySender, type Envelope, type VerifyOptions } from './verify-sender.ts';
