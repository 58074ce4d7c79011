export * from './channels.module.ts';
export * from './delivery/delivery.entity.ts';
export * from './email/smtp/smtp-receiver.ts';
export * from './intake/intake-item.entity.ts';
export * from './intake/receive-mail.ts';
export * from './mailbox/mailbox.entity.ts';
export * from './mailbox/mailbox.repository.ts';
export * from './set-up/set-up-desk.ts';
