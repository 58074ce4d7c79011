import { decodeCharset, latin1 } from './decode-charset.ts';

/** One header field as it stands in the mail: `value` unfolded, one character a byte. */
export interface RawHeader {
  /** Lower case. */
  name: string;
  value: string;
}

/**
 * The header fields of a mail's top block, in order, duplicates kept. Lines that are no field and no continuation are
 * skipped. `bytes` holds at least the header block; reading ends at the first empty line.
 */
export function readHeaders(bytes: Uint8Array): RawHeader[] {
  const headers: RawHeader[] = [];
  for (const line of latin1(bytes).split(/\r?\n/)) {
    if (line === '') break;

    const last = headers.at(-1);
    if (/^[ \t]/.test(line)) {
      if (last) last.value += line;
      continue;
    }
    const field = /^([!-9;-~]+)[ \t]*:(.*)$/s.exec(line);
    if (field?.[1] !== undefined) headers.push({ name: field[1].toLowerCase(), value: field[2] ?? '' });
  }
  return headers;
}

/** The first value of a field, one character a byte, or null. */
export function rawValue(headers: readonly RawHeader[], name: string): string | null {
  return headers.find((header) => header.name === name)?.value ?? null;
}

/**
 * A header value as people read it: raw 8-bit bytes as UTF-8, else windows-1252 (RFC 6532 and what came before it),
 * encoded words decoded (RFC 2047), control characters gone, space folded to one.
 */
export function decodeHeaderText(value: string): string {
  const text = decodeCharset(Buffer.from(value, 'latin1'), null).text;
  return decodeWords(text)
    .replace(/[\u0000-\u001f\u007f\u2028\u2029]+/g, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

const WORD = /=\?([^?\s]+)\?([BbQq])\?([^?]*)\?=/g;

/** Plain text has no charset; an encoded word has one, and its bytes wait for those of its neighbours. */
type Piece = { charset: null; text: string } | { charset: string; bytes: Buffer[] };

/**
 * Decodes RFC 2047 encoded words. Neighbours in one charset are joined as bytes first, because many mailers cut a
 * character in two between words. Unknown charsets are guessed. Never throws.
 */
export function decodeWords(text: string): string {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(WORD)) {
    const between = text.slice(end, match.index);
    const last = pieces.at(-1);
    const adjoins = last !== undefined && last.charset !== null && /^\s*$/.test(between);
    if (!adjoins) pieces.push({ charset: null, text: between });

    const [whole, tag = '', encoding = '', content = ''] = match;
    const charset = tag.replace(/\*.*$/, '').toLowerCase();
    const bytes = /b/i.test(encoding) ? Buffer.from(content, 'base64') : unescapeQ(content);
    if (adjoins && last.charset === charset) last.bytes.push(bytes);
    else pieces.push({ charset, bytes: [bytes] });
    end = match.index + whole.length;
  }
  return pieces.map(readPiece).join('') + text.slice(end);
}

function readPiece(piece: Piece): string {
  return piece.charset === null ? piece.text : decodeCharset(Buffer.concat(piece.bytes), piece.charset).text;
}

function unescapeQ(content: string): Buffer {
  const text = content.replace(/_/g, ' ');
  const bytes = text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, /[^\u0000-\u00ff]/.test(bytes) ? 'utf8' : 'latin1');
}
