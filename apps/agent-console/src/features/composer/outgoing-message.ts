import type { Case, FeedMessage, User } from '@bureau/contracts';
import { networkOf } from '../../plain/network-of.ts';
import { isPost } from './post/is-post.ts';
import type { Writing } from './writing.ts';

/** A reply on its way, as the feed shows it until the desk has answered. */
export function outgoingMessage(writing: Writing, supportCase: Case, user: User): FeedMessage {
  const { customer, mailbox, channel } = supportCase;
  const onNetwork = isPost(supportCase, writing);
  return {
    kind: 'message',
    id: 0,
    sequence: Number.MAX_SAFE_INTEGER,
    at: new Date().toISOString(),
    direction: 'out',
    purpose: writing.mode === 'forward' ? 'forward' : 'message',
    channel: onNetwork || networkOf(supportCase) === null ? channel : 'email',
    subject: onNetwork ? supportCase.subject : (writing.subject ?? supportCase.subject),
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
    post: null,
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
