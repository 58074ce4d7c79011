export * from './classify-mail.ts';
export * from './fold-quotes.ts';
export * from './inbound-mail.ts';
export * from './mail-address.ts';
export * from './may-answer.ts';
export * from './normalise-subject.ts';
export * from './read-bounce.ts';
export * from './thread-mail.ts';
