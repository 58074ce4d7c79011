import type { MailAddress } from '@bureau/contracts';

export interface MailFile {
  fileName: string;
  contentType: string;
  content: Uint8Array;
}

export interface WrittenMail {
  from: MailAddress;
  to: MailAddress;
  subject: string;
  at: Date;
  /** Without angle brackets, like the two below. */
  messageId: string;
  inReplyTo: string | null;
  references: readonly string[];
  text: string;
  html: string | null;
  files: readonly MailFile[];
  /** More header lines, without line ends. */
  headers?: readonly string[];
}

/** The bytes of a mail as a customer's program would send it (RFC 5322, RFC 2045), lines ended by CRLF. */
export function writeMail(mail: WrittenMail): Uint8Array {
  const root = bodyPart(mail);
  const head = [
    ...(mail.headers ?? []),
    `From: ${named(mail.from)}`,
    `To: ${named(mail.to)}`,
    `Subject: ${encoded(mail.subject)}`,
    `Date: ${mail.at.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${mail.messageId}>`,
    ...(mail.inReplyTo === null ? [] : [`In-Reply-To: <${mail.inReplyTo}>`]),
    ...(mail.references.length === 0 ? [] : [`References: ${mail.references.map((id) => `<${id}>`).join('\r\n ')}`]),
    'MIME-Version: 1.0',
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n${root}`);
}

/** What a reader gets as text of such a mail: a lone part ends with the mail's last line end. */
export function readText({ text, html, files }: Pick<WrittenMail, 'text' | 'html' | 'files'>): string {
  return html === null && files.length === 0 ? `${text}\n` : text;
}

function bodyPart({ text, html, files, messageId }: WrittenMail): string {
  const plain = `Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${crlf(text)}`;
  if (html === null && files.length === 0) return `${plain}\r\n`;
  const rich =
    html === null
      ? null
      : `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n${crlf(html)}`;
  const words = rich === null ? plain : multipart('alternative', [plain, rich], messageId);
  return files.length === 0 ? words : multipart('mixed', [words, ...files.map(filePart)], messageId);
}

function multipart(kind: string, parts: string[], messageId: string): string {
  const boundary = `=_${kind}_${messageId.replace(/[^a-z0-9]/gi, '').slice(0, 24)}`;
  const inside = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inside}--${boundary}--\r\n`;
}

function filePart({ fileName, contentType, content }: MailFile): string {
  const lines = Buffer.from(content)
    .toString('base64')
    .replace(/.{76}(?=.)/g, '$&\r\n');
  return [
    `Content-Type: ${contentType}; name="${fileName}"`,
    `Content-Disposition: attachment; filename="${fileName}"`,
    'Content-Transfer-Encoding: base64',
    '',
    lines,
  ].join('\r\n');
}

function named({ name, address }: MailAddress): string {
  if (name === '') return `<${address}>`;
  return /^[\w .'-]*$/.test(name) ? `${name} <${address}>` : `${encoded(name)} <${address}>`;
}

/** RFC 2047: words of at most 45 bytes in base64, so that each stays below the 75 characters that one may have. */
function encoded(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > 45) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  return [...words, word].map((part) => `=?utf-8?B?${Buffer.from(part).toString('base64')}?=`).join('\r\n ');
}

function crlf(text: string): string {
  return text.replace(/\n/g, '\r\n');
}
