import { createHash } from 'node:crypto';
import type { InboundAttachment, MailNotice } from '@bureau/domain';
import { decodeHeaderText } from './decode-header.ts';
import type { MailPart } from './split-parts.ts';

/** Where the files came from. */
export interface AttachmentContext {
  /** Decides which images are shown in the text and so are no downloads. */
  html: string | null;
  /** Gets a line for each made-up name. */
  notices: MailNotice[];
}

/** The files of a mail, each with a name, none left out, bytes untouched. */
export function toAttachments(files: readonly MailPart[], { html, notices }: AttachmentContext): InboundAttachment[] {
  const shown = contentIdsIn(html);
  const attachments = files.map((file, index) => toAttachment(file, index + 1, shown));
  if (files.some((file) => readName(file) === '')) {
    notices.push({ code: 'name-made-up', message: 'Attachments without a name were given one.' });
  }
  return attachments;
}

/** A file that was no MIME part of its own. */
export function fileFrom(fileName: string, content: Uint8Array, contentType = 'application/octet-stream'): MailPart {
  const none = { charset: null, flowed: 'no', disposition: 'attachment', contentId: null } as const;
  return { kind: 'leaf', contentType, fileName, content, ...none };
}

function toAttachment(file: MailPart, position: number, shown: ReadonlySet<string>): InboundAttachment {
  return {
    fileName: readName(file) || madeUpName(file.contentType, position),
    contentType: file.contentType,
    size: file.content.length,
    sha256: createHash('sha256').update(file.content).digest('hex'),
    contentId: file.contentId,
    inline: file.contentId !== null && shown.has(file.contentId) && file.contentType.startsWith('image/'),
    // A copy of its own: parts may be views into the whole mail, which would travel between threads with each of them.
    content: new Uint8Array(file.content),
  };
}

/** The last path segment, decoded; a name that is a path elsewhere is only a name here. */
function readName(file: MailPart): string {
  const name = file.fileName === null ? '' : decodeFileName(file.fileName);
  return name.replace(/^.*[\\/]/s, '').trim();
}

/** mailparser leaves raw 8-bit names as one character a byte. */
function decodeFileName(name: string): string {
  return /[^\u0000-\u00ff]/.test(name) ? name.replace(/[\u0000-\u001f\u007f]+/g, ' ') : decodeHeaderText(name);
}

const EXTENSIONS: Record<string, string> = {
  'message/rfc822': 'eml',
  'message/delivery-status': 'txt',
  'message/disposition-notification': 'txt',
  'message/feedback-report': 'txt',
  'text/rfc822-headers': 'txt',
  'text/plain': 'txt',
  'text/html': 'html',
  'text/calendar': 'ics',
  'text/csv': 'csv',
  'text/vcard': 'vcf',
  'text/x-vcard': 'vcf',
  'image/jpeg': 'jpg',
  'image/jpg': 'jpg',
  'image/svg+xml': 'svg',
  'application/ms-tnef': 'dat',
  'application/pkcs7-signature': 'p7s',
  'application/pgp-signature': 'asc',
  'application/octet-stream': 'bin',
};

function madeUpName(contentType: string, position: number): string {
  if (contentType === 'application/ms-tnef') return 'winmail.dat';
  const [kind = '', subtype = ''] = contentType.split('/');
  const extension = EXTENSIONS[contentType] ?? (/^[a-z0-9]{2,5}$/.test(subtype) ? subtype : 'bin');
  const stem = contentType === 'message/rfc822' ? 'message' : kind === 'image' ? 'image' : 'attachment';
  return `${stem}-${position}.${extension}`;
}

function contentIdsIn(html: string | null): Set<string> {
  const ids = [...(html ?? '').matchAll(/\bcid:([^"'\s>)]+)/gi)].map((match) => safeDecode(match[1] ?? ''));
  return new Set(ids);
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
