export interface TextPart {
  text: string;
  /** Where it leads; undefined for plain words. */
  href?: string;
}

const LINK = /\bhttps?:\/\/[^\s<>"]+|\bwww\.[^\s<>"]+\.[^\s<>"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
/** Signs at the end of an address that belong to the sentence around it. */
const SENTENCE_END = /[.,;:!?'")\]}>]+$/;

/** Takes plain text apart into words and the addresses in it. Only http, https and mail addresses become links. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const address = match[0].replace(SENTENCE_END, '');
    if (match.index > end) parts.push({ text: text.slice(end, match.index) });
    parts.push({ text: address, href: hrefOf(address) });
    end = match.index + address.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end) });
  return parts;
}

function hrefOf(address: string): string {
  if (/^https?:/.test(address)) return address;
  return address.startsWith('www.') ? `https://${address}` : `mailto:${address}`;
}
