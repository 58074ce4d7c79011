/** C0 and C1 controls, line and paragraph separators: whatever some reader of headers may take for the end of a line. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

/** Whatever looks like an encoded word (RFC 2047) would be decoded by the receiver into what it likes (S8). */
const ENCODED_WORD = /=\?(?=[^\s?]{1,60}\?[bqBQ]\?)/g;

/** Bidirectional overrides turn names around; no header needs them. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

/**
 * Text for an unstructured header or a display name: one line, nothing that a receiver could read as another header.
 * At most `limit` characters.
 */
export function headerText(text: string, limit = 500): string {
  const line = text.toWellFormed().replace(BREAKS, ' ').replace(OVERRIDES, '').replace(ENCODED_WORD, '= ?');
  return line.replace(/ {2,}/g, ' ').trim().slice(0, limit);
}

/** A Message-ID as a header names it; null for what is none, such as an id with a line break or an encoded word in it. */
export function headerId(messageId: string): string | null {
  const id = messageId.replace(/^<|>$/g, '');
  return /^(?!.*=\?)[\x21-\x3b\x3d\x3f-\x7e]{1,900}$/.test(id) ? `<${id}>` : null;
}
