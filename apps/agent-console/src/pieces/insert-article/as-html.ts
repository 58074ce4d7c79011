import type { InsertedArticle } from '@bureau/contracts';
import { cleanPaste } from '../../plain/clean-paste.ts';

/** The article as a reply can hold it, or its plain text in paragraphs where the channel has no formatting. */
export function asHtml({ html, text }: Pick<InsertedArticle, 'html' | 'text'>): string {
  if (html !== null) return cleanPaste(html);
  return text
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escapeHtml(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

/** The way to its page, by its name. */
export function linkHtml({ url, subject }: Pick<InsertedArticle, 'url' | 'subject'>): string {
  return url === null ? escapeHtml(subject) : `<a href="${escapeHtml(url)}">${escapeHtml(subject)}</a>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
