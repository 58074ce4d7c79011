import { createHash } from 'node:crypto';
import { simpleParser, type AddressObject, type Attachment, type ParsedMail } from 'mailparser';
import { normalAddress, type NamedAddress } from './address.ts';

export type AttachmentView = {
  fileName: string;
  contentType: string;
  size: number;
  sha256: string;
  inline: boolean;
};

export type MailContent = {
  from: NamedAddress | null;
  to: NamedAddress[];
  cc: NamedAddress[];
  replyTo: NamedAddress[];
  subject: string;
  /** ISO 8601, from the Date header. */
  date: string | null;
  text: string;
  /** As written, with inline images as data URIs; never to be trusted. */
  html: string | null;
  messageId: string;
  inReplyTo: string;
  references: string[];
  /** The headers that say what kind of mail this is, names in lower case. */
  headers: Record<string, string>;
  attachments: AttachmentView[];
};

const TELLING_HEADERS = [
  'auto-submitted',
  'precedence',
  'x-auto-response-suppress',
  'list-id',
  'list-unsubscribe',
  'reply-to',
  'return-path',
  'dkim-signature',
  'content-language',
  'x-mailer',
];

/** Reads a mail as a person's mail program would. */
export async function readMail(raw: Buffer): Promise<MailContent> {
  const mail = await simpleParser(raw);
  return {
    from: people(mail.from)[0] ?? null,
    to: people(mail.to),
    cc: people(mail.cc),
    replyTo: people(mail.replyTo),
    subject: mail.subject ?? '',
    date: mail.date && !Number.isNaN(mail.date.getTime()) ? mail.date.toISOString() : null,
    text: mail.text ?? '',
    html: mail.html || null,
    messageId: mail.messageId ?? '',
    inReplyTo: mail.inReplyTo ?? '',
    references: [mail.references ?? []].flat(),
    headers: tellingHeaders(mail),
    attachments: mail.attachments.map(describe),
  };
}

/** The bytes of one attachment, counted from 0 in the order of `readMail`. */
export async function readAttachment(raw: Buffer, index: number) {
  const found = (await simpleParser(raw)).attachments[index];
  return found && { ...describe(found, index), content: found.content };
}

function describe(attachment: Attachment, index: number): AttachmentView {
  return {
    fileName: attachment.filename ?? `attachment-${index + 1}`,
    contentType: attachment.contentType,
    size: attachment.content.length,
    sha256: createHash('sha256').update(attachment.content).digest('hex'),
    inline: attachment.related,
  };
}

function people(field: AddressObject | AddressObject[] | undefined): NamedAddress[] {
  const entries = [field ?? []].flat().flatMap((list) => list.value);
  const flat = entries.flatMap((entry) => entry.group ?? [entry]);
  return flat.flatMap(({ address, name }) => (address ? [{ name, address: normalAddress(address) }] : []));
}

function tellingHeaders(mail: ParsedMail): Record<string, string> {
  const telling = mail.headerLines.filter(({ key }) => TELLING_HEADERS.includes(key));
  return Object.fromEntries(telling.map(({ key, line }) => [key, line.slice(line.indexOf(':') + 1).trim()]));
}
