import type { FeedItem } from '@bureau/contracts';
import { Button, Icon, RelativeTime } from '@bureau/ui';
import { formatList } from '../../language/format.ts';
import { composerWords as words } from './composer.words.ts';

export interface ConflictPanelProps {
  /** What happened since the writer last looked. */
  news: readonly FeedItem[];
  /** The desk refused the reply; otherwise the news came while she writes. */
  isRefused: boolean;
  onSendAnyway: () => void;
  onMerge: () => void;
  onKeepWriting: () => void;
  onDiscard: () => void;
}

/** Shows what is new in the case before a reply that was written without knowing it leaves. */
export function ConflictPanel({ news, isRefused, ...choices }: ConflictPanelProps) {
  const title = isRefused ? words.conflict.title : words.conflict.newsTitle(namesOf(news));
  // What was said tells more than what was done with it.
  const said = news.filter(({ kind }) => kind === 'message');
  const told = said.length > 0 ? said : news;
  return (
    <section className="composer-conflict" role={isRefused ? 'alert' : 'status'} aria-label={title}>
      <p className="composer-conflict-title">
        <Icon name="alert" />
        {title}
      </p>
      <ul className="composer-conflict-news">
        {told.map((item) => (
          <li key={`${item.kind}-${item.id}`}>
            <News item={item} />
          </li>
        ))}
      </ul>
      {isRefused && <p className="composer-conflict-safe">{words.conflict.safe}</p>}
      <div className="composer-conflict-choices">
        {isRefused && (
          <Button variant="primary" size="small" onPress={choices.onSendAnyway}>
            {words.conflict.sendAnyway}
          </Button>
        )}
        <Button size="small" onPress={choices.onMerge}>
          {words.conflict.merge}
        </Button>
        {!isRefused && (
          <Button size="small" onPress={choices.onKeepWriting}>
            {words.conflict.keepWriting}
          </Button>
        )}
        {isRefused && (
          <Button size="small" variant="quiet" icon="trash" onPress={choices.onDiscard}>
            {words.conflict.discard}
          </Button>
        )}
      </div>
    </section>
  );
}

function News({ item }: { item: FeedItem }) {
  return (
    <>
      <strong>{authorOf(item)}</strong> <RelativeTime at={item.at} />
      <span className="composer-conflict-text">{wordsOf(item)}</span>
    </>
  );
}

function wordsOf(item: FeedItem): string {
  if (item.kind === 'event') return words.conflict.changedCase;
  return item.kind === 'note' ? item.text : item.text.slice(0, item.visibleLength).trim();
}

function namesOf(news: readonly FeedItem[]): string {
  return formatList(new Set(news.map(authorOf)));
}

/** Whoever said or did it, by name. */
export function authorOf(item: FeedItem): string {
  if (item.kind === 'event') return item.actor.name;
  if (item.kind === 'note') return item.author.name;
  return item.author?.name ?? (item.from.name || item.from.address);
}
