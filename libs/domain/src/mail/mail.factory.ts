import type { InboundMail } from './inbound-mail.ts';

/** A plain mail from Ana to support, for tests; `given` replaces fields. */
export function aMail(given: Partial<InboundMail> = {}): InboundMail {
  return {
    messageId: 'one@customer.example',
    inReplyTo: [],
    references: [],
    from: { name: 'Ana', address: 'ana@customer.example' },
    sender: null,
    replyTo: [],
    to: [{ name: '', address: 'support@larkspur.example' }],
    cc: [],
    originalSender: null,
    deliveredTo: [],
    subject: 'Grinder makes a noise',
    date: new Date('2026-11-03T09:30:00Z'),
    text: 'It rattles.',
    html: null,
    attachments: [],
    headers: [],
    allHeaders: [],
    notices: [],
    contentHash: '0'.repeat(64),
    ...given,
  };
}

/** A text file as attachment, for delivery reports and returned mails. */
export function aPart(contentType: string, text: string): InboundMail['attachments'][number] {
  const content = new TextEncoder().encode(text.replace(/\n/g, '\r\n'));
  return {
    fileName: 'part.txt',
    contentType,
    size: content.length,
    sha256: '0'.repeat(64),
    contentId: null,
    inline: false,
    content,
  };
}
