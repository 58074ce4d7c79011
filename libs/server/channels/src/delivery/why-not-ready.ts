import { PasswordUnreadable } from '../mailbox/mail-passwords.ts';
import type { HandOver } from './judge-hand-over.ts';

/** What is stored of a message makes no mail, today or tomorrow. */
export class MailNotComposed extends Error {
  constructor(cause: unknown) {
    super(`The message could not be put into a mail: ${String(cause)}`, { cause });
  }
}

const NOTHING_LEFT = { kind: 'broken', handedOver: false, replyCode: null } as const;

/**
 * What it means that a mail did not even get to the sender: a message that makes no mail is given up, a password that
 * cannot be read waits for an administrator, everything else (the database was away) is the desk's own and passes.
 */
export function whyNotReady(error: unknown): HandOver {
  if (error instanceof MailNotComposed) {
    return { ...NOTHING_LEFT, command: 'API', hopeless: true, words: error.message };
  }
  if (error instanceof PasswordUnreadable) {
    return { ...NOTHING_LEFT, command: 'AUTH', hopeless: false, words: error.message };
  }
  const words = `The desk could not read what belongs into the mail: ${String(error)}`;
  return { ...NOTHING_LEFT, command: 'API', hopeless: false, ours: true, words };
}
