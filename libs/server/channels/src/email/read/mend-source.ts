import type { MailNotice } from '@bureau/domain';
import { latin1 } from './decode-charset.ts';
import { mendBoundaries } from './mend-boundaries.ts';

/** The bytes to take apart, and what had to be changed in them. The raw source itself is kept elsewhere, unchanged. */
export interface MendedSource {
  bytes: Uint8Array;
  notices: MailNotice[];
}

/**
 * Makes bytes readable as a mail: bare CR line ends become LF, an mbox `From ` line goes, a text without any header
 * gets an empty header block, unfindable parts are found. Sound mail comes back as it is, without a copy.
 */
export function mendSource(raw: Uint8Array): MendedSource {
  const notices: MailNotice[] = [];
  let bytes = withoutMboxLine(withoutLeadingBlank(raw));

  if (hasBareCarriageReturns(bytes)) {
    bytes = Buffer.from(latin1(bytes).replace(/\r\n?/g, '\n'), 'latin1');
    notices.push({
      code: 'line-ends-mended',
      message: 'The mail used line ends that no standard allows; they were mended.',
    });
  }
  if (!startsWithHeader(bytes)) {
    bytes = Buffer.concat([Buffer.from('\n'), bytes]);
    notices.push({ code: 'headers-missing', message: 'The mail has no headers; all of it is shown as text.' });
  }
  const parts = mendBoundaries(bytes);
  if (parts.broken) {
    notices.push({
      code: 'structure-broken',
      message: 'The parts of the mail are not marked as declared; it was read as well as it goes.',
    });
  }
  return { bytes: parts.bytes, notices };
}

function withoutLeadingBlank(bytes: Uint8Array): Uint8Array {
  let start = 0;
  while (bytes[start] === 0x0a || bytes[start] === 0x0d) start++;
  const rest = bytes.subarray(start);
  return start > 0 && startsWithHeader(rest) ? rest : bytes;
}

/** The envelope line of mbox files (RFC 4155) is no header, though some fetchers leave it in. */
function withoutMboxLine(bytes: Uint8Array): Uint8Array {
  if (!/^>?From \S/.test(latin1(bytes.subarray(0, 100)))) return bytes;
  const rest = bytes.subarray(bytes.indexOf(0x0a) + 1);
  return startsWithHeader(rest) ? rest : bytes;
}

/** Only the header block decides: in a body a bare CR is content. */
function hasBareCarriageReturns(bytes: Uint8Array): boolean {
  const head = latin1(bytes.subarray(0, 64 * 1024));
  const end = /\r?\n\r?\n|\r\r/.exec(head)?.index ?? head.length;
  return /\r(?!\n)(?:[!-9;-~]+[ \t]*:|[ \t]|\r|$)/.test(head.slice(0, end + 2).replace(/\r+\n/g, '\n'));
}

function startsWithHeader(bytes: Uint8Array): boolean {
  return /^[!-9;-~]+[ \t]*:/.test(latin1(bytes.subarray(0, 1000)));
}
