import type { JSONContent } from '@tiptap/react';
import { gapsIn } from '@bureau/domain';
import { linksInWords } from './links-in-words.ts';

/** What an editor without formatting holds: each line of the text is a paragraph. */
export function linesOf(text: string): JSONContent {
  const content = text.split('\n').map((line) => ({
    type: 'paragraph',
    content: line === '' ? [] : [{ type: 'text', text: line }],
  }));
  return { type: 'doc', content };
}

/** What lies on a sheet without formatting: the plain text, unless gaps of a macro are marked in it. */
export function plainContent({ html, text }: { html: string; text: string }): string | JSONContent {
  return gapsIn(html).length > 0 ? linksInWords(html) : linesOf(text);
}

/** The words of such a sheet, line by line as they stand there. */
export function plainLinesOf({ content = [] }: JSONContent): string {
  return content
    .map((line) => (line.content ?? []).map(wordsOf).join(''))
    .join('\n')
    .trim();
}

function wordsOf({ type, text }: JSONContent): string {
  return type === 'hardBreak' ? '\n' : (text ?? '');
}
