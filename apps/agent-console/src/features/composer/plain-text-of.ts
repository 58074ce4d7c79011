import type { JSONContent } from '@tiptap/react';

/**
 * The reply as plain text, for the text part of the mail and for search: paragraphs apart by an empty line, lists with
 * signs, quotes with "> ", links with their address behind the words.
 */
export function plainTextOf(content: JSONContent): string {
  return blocks(content.content ?? [])
    .join('\n\n')
    .trim();
}

function blocks(nodes: readonly JSONContent[]): string[] {
  return nodes.map(block);
}

function block(node: JSONContent): string {
  const children = node.content ?? [];
  switch (node.type) {
    case 'blockquote':
      return prefixLines(blocks(children).join('\n\n'), '> ', '> ');
    case 'bulletList':
      return children.map((item) => listItem(item, '- ')).join('\n');
    case 'orderedList':
      return children.map((item, index) => listItem(item, `${startOf(node) + index}. `)).join('\n');
    case 'horizontalRule':
      return '---';
    default:
      return children.map(inline).join('');
  }
}

function listItem(item: JSONContent, sign: string): string {
  return prefixLines(blocks(item.content ?? []).join('\n'), sign, ' '.repeat(sign.length));
}

function inline(node: JSONContent): string {
  if (node.type === 'hardBreak') return '\n';
  if (node.type === 'picture') return `[${typeof node.attrs?.['alt'] === 'string' ? node.attrs['alt'] : ''}]`;
  const text = node.text ?? '';
  const href = node.marks?.find((mark) => mark.type === 'link')?.attrs?.['href'];
  return typeof href === 'string' && href.replace(/^mailto:/, '') !== text ? `${text} <${href}>` : text;
}

function startOf(list: JSONContent): number {
  const start: unknown = list.attrs?.['start'];
  return typeof start === 'number' ? start : 1;
}

function prefixLines(text: string, first: string, rest: string): string {
  return text
    .split('\n')
    .map((line, index) => `${index === 0 ? first : rest}${line}`.trimEnd())
    .join('\n');
}
