import type { AutomaticKind, CaseStatus, DeliveryState, SenderVerdict } from '@bureau/contracts';

const statuses: Record<CaseStatus, string> = {
  new: 'New',
  open: 'Open',
  pending: 'Pending',
  resolved: 'Resolved',
  closed: 'Closed',
};

const verdicts: Record<SenderVerdict, string> = {
  verified: 'Verified sender',
  unverified: 'Unverified sender',
  failed: 'Sender check failed',
  unknown: 'Sender not checked',
};

const automatic: Record<AutomaticKind, string> = {
  'auto-reply': 'Automatic reply',
  bounce: 'Bounce',
  list: 'Mailing list',
  'auto-answer': 'Sent automatically',
};

const deliveries: Record<DeliveryState, string> = {
  pending: 'Waiting to be sent',
  sending: 'Sending',
  sent: 'Sent',
  failed: 'Not delivered',
  unknown: 'Nobody knows whether it was delivered',
  cancelled: 'Taken back',
  bounced: 'Bounced',
};

const channels: Record<string, string> = {
  email: 'e-mail',
  phone: 'phone',
  chat: 'chat',
  twitter: 'X',
  facebook: 'Facebook',
  qna: 'question',
};

/** What the feed of a case says. */
export const feedWords = {
  note: 'Internal note',
  noteBy: (who: string) => `Internal note by ${who}`,
  edited: 'edited',
  feed: 'What was said and done',
  empty: 'Nothing was said in this case yet.',
  failed: 'The messages of this case could not be loaded.',
  safe: 'Your draft and everything received are safe.',
  earlier: (count: number) => (count === 1 ? 'Show 1 earlier message' : `Show ${count} earlier entries`),
  newBelow: 'New message below',
  statuses,
  verdicts,
  automatic,
  deliveries,
  channels,
  to: 'To',
  cc: 'Cc',
  details: 'Details',
  senderDetails: { spf: 'SPF', dkim: 'DKIM', dmarc: 'DMARC' },
  messageDetails: 'Sender, recipients and source of this message',
  rawSource: 'Source as received',
  showQuoted: 'Show quoted text',
  hideQuoted: 'Hide quoted text',
  showAll: 'Show all',
  showLess: 'Show less',
  imagesBlocked: 'Images from the internet are not shown: they would tell the sender that you read this.',
  showImages: 'Show images',
  mailFrame: (author: string) => `Message of ${author}`,
  attachments: 'Attachments',
  download: 'Download',
  undo: (seconds: number) => `Undo · ${seconds} s`,
  retry: 'Send again',
  nextAttempt: 'Next attempt',
  attempts: (count: number) => `${count} attempts`,
  settle: 'Say what happened',
  settleSent: 'It was delivered',
  settleFailed: 'It was not delivered',
  settleAsk: 'Look in the mailbox of the receiver or the log of the mail server, then say what you found.',
  settled: 'Noted.',
  retried: 'Sending again.',
  actionFailed: 'That did not work.',
  takenBack: (who: string) => `${who} took a message back before it left`,
  showTakenBack: 'Show it',
  hideTakenBack: 'Hide it',
  emptyMessage: 'This message has no text.',
  you: 'You',
  nobody: 'nobody',
  fields: {
    status: 'status',
    priority: 'priority',
    assignee: 'assignee',
    group: 'group',
    subject: 'subject',
  },
  events: {
    opened: (who: string) => `${who} opened this case`,
    reopened: (who: string) => `${who} reopened this case`,
    changed: (who: string, changes: string) => `${who} changed ${changes}`,
    other: (who: string, event: string) => `${who} · ${event}`,
    change: (field: string, from: string, to: string) => `${field} ${from} → ${to}`,
    why: (reason: string) => `Why: ${reason}`,
  },
} as const;
