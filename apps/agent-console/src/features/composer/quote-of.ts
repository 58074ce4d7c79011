import type { FeedItem, FeedMessage } from '@bureau/contracts';
import { formatDate } from '../../language/format.ts';
import { authorOf } from './conflict-panel.tsx';
import { composerWords } from './composer.words.ts';

/** The messages among the news as a quote to stand below the draft; empty when nobody wrote. */
export function quoteOf(news: readonly FeedItem[]): string {
  return news
    .filter((item): item is FeedMessage => item.kind === 'message')
    .map((message) => `<p>${escape(introductionOf(message))}</p><blockquote>${paragraphsOf(message)}</blockquote>`)
    .join('');
}

function introductionOf(message: FeedMessage): string {
  const date = formatDate(message.at, { dateStyle: 'medium', timeStyle: 'short' });
  return composerWords.conflict.wrote(date, authorOf(message));
}

function paragraphsOf({ text, visibleLength }: FeedMessage): string {
  return text
    .slice(0, visibleLength)
    .trim()
    .split(/\n{2,}/)
    .map((paragraph) => `<p>${escape(paragraph).replaceAll('\n', '<br>')}</p>`)
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
