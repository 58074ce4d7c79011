/** Bytes as text, and whether the charset had to be guessed. */
export interface DecodedText {
  text: string;
  guessed: boolean;
}

/** Names in use that the WHATWG Encoding Standard does not list. */
const OTHER_NAMES: Record<string, string> = {
  cp1250: 'windows-1250',
  cp1252: 'windows-1252',
  'ansi_x3.4-1968': 'us-ascii',
  'iso-8859-8-e': 'iso-8859-8',
  'iso-10646-ucs-2': 'utf-16be',
  ks_c_5601: 'euc-kr',
  cp949: 'euc-kr',
  cp936: 'gbk',
  cp932: 'shift_jis',
};

/**
 * Text from bytes in the declared charset. Undeclared, unknown, or plainly wrong declarations are guessed: UTF-8 when
 * the bytes are valid UTF-8, else windows-1252, which has a character for nearly every byte. Never throws.
 */
export function decodeCharset(bytes: Uint8Array, declared: string | null): DecodedText {
  const name = charsetName(declared);
  if (name === 'utf-7') return { text: decodeUtf7(latin1(bytes)), guessed: false };
  if (name === null || name === 'us-ascii') return guess(bytes, name !== null);

  const decoder = decoderFor(name);
  if (!decoder) return { ...guess(bytes, false), guessed: true };
  if (decoder.encoding === 'iso-2022-jp') return { text: decoder.decode(withoutIdleEscapes(bytes)), guessed: false };
  if (decoder.encoding !== 'utf-8') return { text: decoder.decode(bytes), guessed: false };

  const text = decoder.decode(bytes);
  return isMostlyBroken(text) ? { text: decodeWith('windows-1252', bytes), guessed: true } : { text, guessed: false };
}

/** One character for each byte, as ISO 8859-1 defines it; the inverse of `Buffer.from(text, 'latin1')`. */
export function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function charsetName(declared: string | null): string | null {
  const name =
    declared
      ?.trim()
      .replace(/^["']+|["';]+$/g, '')
      .toLowerCase() ?? '';
  if (name === '' || name === '_iso-2022-jp$esc') return name === '' ? null : 'iso-2022-jp';
  if (name === 'ascii' || name === 'usascii') return 'us-ascii';
  if (name === 'utf-7' || name === 'unicode-1-1-utf-7' || name === 'x-unicode-2-0-utf-7') return 'utf-7';
  return OTHER_NAMES[name] ?? name;
}

function decoderFor(name: string): TextDecoder | null {
  try {
    return new TextDecoder(name);
  } catch {
    return null;
  }
}

function decodeWith(name: string, bytes: Uint8Array): string {
  return new TextDecoder(name).decode(bytes);
}

function guess(bytes: Uint8Array, declaredAscii: boolean): DecodedText {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, guessed: declaredAscii && text.length !== bytes.length };
  } catch {
    return { text: decodeWith('windows-1252', bytes), guessed: true };
  }
}

/** Back to ASCII and at once away from it: mailers do so between words, the standard's decoder calls it an error. */
function withoutIdleEscapes(bytes: Uint8Array): Uint8Array {
  return Buffer.from(latin1(bytes).replace(/(?:\x1b\([BJ])+(?=\x1b)/g, ''), 'latin1');
}

/** A cut-off last character is no reason to distrust the declaration; most characters being unreadable is. */
function isMostlyBroken(text: string): boolean {
  let broken = 0;
  let fine = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) fine++;
  }
  return broken > fine;
}

/** RFC 2152. Old Outlook and web mailers still produce it; browsers dropped it for safety, so it is read as text only. */
function decodeUtf7(text: string): string {
  return text.replace(/\+([A-Za-z0-9+/]*)-?/g, (_, encoded: string) => {
    if (encoded === '') return '+';
    const bytes = Buffer.from(encoded, 'base64');
    return new TextDecoder('utf-16be').decode(bytes.subarray(0, bytes.length - (bytes.length % 2)));
  });
}
