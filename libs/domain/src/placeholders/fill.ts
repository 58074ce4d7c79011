import { escapeHtml } from '../mail/escape-html.ts';
import { filtered } from './filters.ts';
import { readPlaceholders, type PlaceholderPiece } from './read-placeholders.ts';

/** Name of a placeholder, such as `customer.first_name` → what it says. What is not in it is empty. */
export type PlaceholderValues = ReadonlyMap<string, string>;

/**
 * A text with its placeholders filled. A value is never read again: what a customer wrote with braces in it stays text.
 * What is unknown or cannot be read says nothing. Never throws.
 */
export function fillText(source: string, values: PlaceholderValues): string {
  return readPlaceholders(source)
    .map((piece) => sayOf(piece, values))
    .join('');
}

/** The same for HTML: values come in as text, with their line breaks; inside of a tag they say nothing. */
export function fillHtml(source: string, values: PlaceholderValues): string {
  return source
    .split(/(<[^<>]*>)/)
    .map((part, index) => (index % 2 === 1 ? withoutPlaceholders(part) : fillHtmlText(part, values)))
    .join('');
}

function fillHtmlText(html: string, values: PlaceholderValues): string {
  return readPlaceholders(html)
    .map((piece) => {
      if (piece.kind === 'text') return piece.text;
      const [plain = piece] = readPlaceholders(withoutEntities(piece.source));
      return escapeHtml(sayOf(plain, values)).replace(/\r\n?|\n/g, '<br>');
    })
    .join('');
}

function sayOf(piece: PlaceholderPiece, values: PlaceholderValues): string {
  switch (piece.kind) {
    case 'text':
      return piece.text;
    case 'placeholder':
      return filtered(values.get(piece.name) ?? '', piece.filters);
    case 'broken':
      return '';
  }
}

function withoutPlaceholders(tag: string): string {
  return tag.replace(/\{\{[^{}]*\}\}/g, '');
}

/** Quotes and signs of a placeholder that an HTML writer has escaped; what is filled in is escaped afterwards. */
export function withoutEntities(text: string): string {
  return text
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/&quot;|&#34;/g, '"')
    .replace(/&#39;|&apos;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
