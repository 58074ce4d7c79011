import './case-feed.css';
import type { Case, FeedEvent, FeedItem, FeedMessage as Message } from '@bureau/contracts';
import { useSession } from '@bureau/client';
import { Button, EmptyState, ErrorState, Skeleton } from '@bureau/ui';
import { useEffect, useRef, useState } from 'react';
import { useEventNames } from '../../pieces/event-sentence/index.ts';
import { networkOf } from '../../plain/network-of.ts';
import { AroundPosts } from './around-posts.tsx';
import { feedWords as words } from './case-feed.words.ts';
import { FeedEntries } from './feed-entries.tsx';
import { FeedPictures } from './feed-pictures.tsx';
import type { MessagePicking } from './message-picking.ts';
import { SplitOffContext } from './split-off.ts';
import { seenMemory } from './seen-memory.ts';
import { firstUnread } from './unread-line.ts';
import { useEarlier } from './use-earlier.ts';
import type { Feed } from './use-feed.ts';
import { useFeedScroll } from './use-feed-scroll.ts';
import type { FeedScroll } from './use-feed-scroll.ts';
import { useLinkedMessage } from './use-linked-message.ts';

export interface CaseFeedProps {
  supportCase: Case;
  feed: Feed;
  /** A reply on its way that the desk has not answered for yet. */
  outgoing: Message | null;
  onUndo: (deliveryId: number) => void;
  /** Shows why a rule did what it did. */
  onWhy?: (event: FeedEvent) => void;
  /** Messages and notes are being picked, to be split off for example. */
  picking?: MessagePicking;
  /** Begins to split a message off, from its own menu. */
  onSplitOff?: ((messageId: number) => void) | null;
}

/** What was said and done about a case, day by day, the latest at the end and in sight. */
export function CaseFeed(props: CaseFeedProps) {
  const { supportCase, feed, outgoing, onUndo, onWhy, picking, onSplitOff = null } = props;
  const network = networkOf(supportCase);
  const scroller = useRef<HTMLDivElement>(null);
  const names = useEventNames();
  const latest = feed.items.at(-1)?.sequence ?? 0;
  const scroll = useFeedScroll(scroller, latest + (outgoing ? 0.5 : 0), feed.isComplete);
  const unread = useUnread({ caseId: supportCase.id, feed, latest, scroll });
  const earlier = useEarlier(scroller, feed);
  useLinkedMessage(scroller, feed);
  return (
    <FeedPictures>
      <div className="feed">
        <div ref={scroller} className="feed-scroller" role="log" aria-label={words.feed} tabIndex={0} data-case-focus>
          <div className="feed-content">
            {feed.isPending && <Skeleton rows={6} shape="text" />}
            {feed.isError && feed.items.length === 0 && (
              <ErrorState
                what={words.failed}
                safe={words.safe}
                onRetry={() => void feed.refetch()}
                isRetrying={feed.isFetching}
              />
            )}
            {feed.isComplete && feed.items.length === 0 && <EmptyState>{words.empty}</EmptyState>}
            {feed.hasNextPage && (
              <div ref={earlier} className="feed-earlier">
                <Button variant="quiet" isPending={feed.isFetchingNextPage} onPress={() => void feed.fetchNextPage()}>
                  {words.earlier}
                </Button>
              </div>
            )}
            {network !== null && feed.isComplete && !feed.hasNextPage && feed.items.some(wasSaidInPublic) && (
              <AroundPosts caseId={supportCase.id} network={network} />
            )}
            <SplitOffContext value={onSplitOff}>
              <FeedEntries
                supportCase={supportCase}
                items={feed.items}
                outgoing={outgoing}
                unread={unread.line}
                names={names}
                picking={picking}
                onUndo={onUndo}
                onWhy={onWhy}
              />
            </SplitOffContext>
          </div>
        </div>
        {(scroll.isAway || unread.below > 0) && (
          <Button className="feed-new" size="small" icon="arrow-down" onPress={scroll.toEnd}>
            {unread.below > 0 ? words.newBelow(unread.below) : words.toLatest}
          </Button>
        )}
      </div>
    </FeedPictures>
  );
}

interface UnreadSettings {
  caseId: number;
  feed: Feed;
  latest: number;
  scroll: FeedScroll;
}

/** Where the line stands between what the reader knew and what is new, and how much came below while she read further up. */
function useUnread({ caseId, feed, latest, scroll }: UnreadSettings) {
  const { user } = useSession();
  const [memory] = useState(() => seenMemory(window.localStorage, user.id));
  const [seen] = useState(() => memory.recall(caseId));
  const known = useRef(0);
  const { isAtEnd } = scroll;
  const [atLeaving, setAtLeaving] = useState(latest);
  if (isAtEnd && atLeaving !== latest) setAtLeaving(latest);
  useEffect(() => {
    const look = () => {
      if (!isAtEnd || latest <= known.current || document.visibilityState === 'hidden') return;
      known.current = latest;
      memory.remember(caseId, latest);
    };
    look();
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, [caseId, latest, isAtEnd, memory]);
  const below = isAtEnd
    ? 0
    : feed.items.filter(({ kind, sequence }) => kind !== 'event' && sequence > atLeaving).length;
  return { line: firstUnread(feed.items, seen, user.id), below };
}

/** Nothing stands around what was said in private. */
function wasSaidInPublic(item: FeedItem): boolean {
  return item.kind === 'message' && item.post !== null && item.post.kind !== 'message';
}
