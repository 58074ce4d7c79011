interface MailboxText {
  name: string;
  address: string;
}

/** What is quoted, up to its end or that of the text; what stands before the next comma or quote; a comma. Read once. */
const PIECES = /"(?:\\.|[^"\\])*(?:"|\\?$)|[^,"]+|,/gs;

/** The mailboxes in a header as clients write it: `a@b.example, "Product Support" <c@d.example>`. */
export function mailboxesIn(text: string | null | undefined): MailboxText[] {
  const parts = [''];
  for (const [piece] of (text ?? '').matchAll(PIECES)) {
    if (piece === ',') parts.push('');
    else parts.push(`${parts.pop() ?? ''}${piece}`);
  }
  return parts.flatMap((part) => mailboxIn(part.trim()) ?? []);
}

function mailboxIn(text: string): MailboxText | undefined {
  if (text === '') return undefined;
  const begin = text.lastIndexOf('<');
  if (begin < 0 || !text.endsWith('>')) return { name: '', address: text };
  const name = text.slice(0, begin).trim();
  return { name: name.replace(/^"(.*)"$/s, '$1').replace(/\\(.)/gs, '$1'), address: text.slice(begin + 1, -1).trim() };
}
