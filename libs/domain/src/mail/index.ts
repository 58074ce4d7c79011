export * from './inbound-mail.ts';
export * from './mail-address.ts';
