import { domainOf } from './address.ts';

export type Bounce = {
  messageId: string;
  date: Date;
  /** Whom the bounced mail was for, and who gets the bounce. */
  recipient: string;
  returnTo: string;
  /** Enhanced status code (RFC 3463), like 5.2.2. */
  status: string;
  words: string;
  original: Buffer;
};

/**
 * A delivery status notification: multipart/report with a sentence for people, message/delivery-status and the
 * original's headers (RFC 3464, RFC 6522). It must be sent with a null return path (RFC 3464 §2).
 */
export function writeBounce(bounce: Bounce): Buffer {
  const boundary = `bounce-${bounce.messageId.replaceAll(/[^\w]/g, '').slice(0, 40)}`;
  const head = [...headers(bounce, boundary), '', ...sentence(bounce, boundary), ...status(bounce, boundary)];
  return Buffer.concat([
    Buffer.from([...head, `--${boundary}`, 'Content-Type: text/rfc822-headers', '', ''].join('\r\n')),
    headersOf(bounce.original),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
}

function headers({ messageId, date, recipient, returnTo }: Bounce, boundary: string): string[] {
  return [
    `From: Mail Delivery System <MAILER-DAEMON@mx.${domainOf(recipient)}>`,
    `To: ${returnTo}`,
    'Subject: Undelivered mail returned to sender',
    `Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${messageId}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${boundary}"`,
  ];
}

function sentence({ recipient, status, words }: Bounce, boundary: string): string[] {
  return [
    `--${boundary}`,
    'Content-Type: text/plain; charset=utf-8',
    '',
    `This is the mail system of ${domainOf(recipient)}.`,
    '',
    'Your message was accepted at first, but could not be delivered:',
    '',
    `<${recipient}>: ${status} ${words}`,
    '',
  ];
}

function status({ date, recipient, status, words }: Bounce, boundary: string): string[] {
  return [
    `--${boundary}`,
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; mx.${domainOf(recipient)}`,
    `Arrival-Date: ${date.toUTCString().replace('GMT', '+0000')}`,
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Original-Recipient: rfc822; ${recipient}`,
    status.startsWith('5') ? 'Action: failed' : 'Action: delayed',
    `Status: ${status}`,
    `Diagnostic-Code: smtp; ${status.startsWith('5') ? 550 : 450} ${status} ${words}`,
    '',
  ];
}

function headersOf(mail: Buffer): Buffer {
  const ends = [mail.indexOf('\r\n\r\n'), mail.indexOf('\n\n')].filter((at) => at >= 0);
  return ends.length === 0 ? mail : mail.subarray(0, Math.min(...ends) + 1);
}
