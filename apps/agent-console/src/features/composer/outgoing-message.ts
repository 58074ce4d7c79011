import type { Case, FeedMessage, User } from '@bureau/contracts';
import type { Writing } from './writing.ts';

/** A reply on its way, as the feed shows it until the desk has answered. */
export function outgoingMessage(writing: Writing, supportCase: Case, user: User): FeedMessage {
  const { customer, mailbox } = supportCase;
  return {
    kind: 'message',
    id: 0,
    sequence: Number.MAX_SAFE_INTEGER,
    at: new Date().toISOString(),
    direction: 'out',
    purpose: writing.mode === 'forward' ? 'forward' : 'message',
    channel: supportCase.channel,
    subject: writing.subject ?? supportCase.subject,
    text: writing.text,
    visibleLength: writing.text.length,
    html: null,
    hasRemoteImages: false,
    from: { name: user.name, address: mailbox?.address ?? '' },
    to: writing.to?.map((address) => ({ name: '', address })) ?? [
      { name: customer.name, address: customer.address ?? '' },
    ],
    cc: [],
    bcc: [],
    messageId: null,
    author: { kind: 'user', id: user.id, name: user.name },
    automatic: null,
    sender: null,
    notices: [],
    intakeId: null,
    hidden: false,
    erasedAt: null,
    replaces: null,
    delivery: {
      id: 0,
      state: 'pending',
      attempts: 0,
      undoUntil: null,
      nextAttemptAt: null,
      sentAt: null,
      response: null,
      replacedBy: null,
    },
    attachments: [],
  };
}
