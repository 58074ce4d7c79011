import './case-feed.css';
import { labelsApi, usersApi } from '@bureau/contracts';
import type { Case, FeedItem, FeedMessage as Message } from '@bureau/contracts';
import { useRoute, useSession } from '@bureau/client';
import { Button, EmptyState, ErrorState, Skeleton, useNow } from '@bureau/ui';
import { Fragment, useRef, useState } from 'react';
import { dayKey, dayWords } from '../../plain/days.ts';
import { feedWords as words } from './case-feed.words.ts';
import { FeedEvent } from './feed-event.tsx';
import type { EventNames } from './event-sentence.ts';
import { FeedNote } from './feed-note.tsx';
import { FeedMessage } from './feed-message.tsx';
import type { Feed } from './use-feed.ts';
import { useStickToEnd } from './use-stick-to-end.ts';

/** How many entries of a long case are shown at first. */
const SHOWN_AT_FIRST = 40;

export interface CaseFeedProps {
  supportCase: Case;
  feed: Feed;
  /** A reply on its way that the desk has not answered for yet. */
  outgoing: Message | null;
  onUndo: (deliveryId: number) => void;
}

/** What was said and done about a case, day by day, the latest at the end and in sight. */
export function CaseFeed({ supportCase, feed, outgoing, onUndo }: CaseFeedProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const { isNewBelow, toEnd } = useStickToEnd(scroller, feed.items.length + (outgoing ? 1 : 0));
  return (
    <div className="feed">
      <div ref={scroller} className="feed-scroller" role="log" aria-label={words.feed} tabIndex={0} data-case-focus>
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
        <Entries supportCase={supportCase} items={feed.items} outgoing={outgoing} onUndo={onUndo} />
      </div>
      {isNewBelow && (
        <Button className="feed-new" size="small" icon="arrow-down" onPress={toEnd}>
          {words.newBelow}
        </Button>
      )}
    </div>
  );
}

type EntriesProps = Omit<CaseFeedProps, 'feed'> & { items: readonly FeedItem[] };

function Entries({ supportCase, items, outgoing, onUndo }: EntriesProps) {
  const names = useEventNames();
  const now = useNow();
  const [isAllShown, showAll] = useState(false);
  const hidden = isAllShown ? 0 : Math.max(0, items.length - SHOWN_AT_FIRST);
  const shown = outgoing ? [...items.slice(hidden), outgoing] : items.slice(hidden);
  return (
    <>
      {hidden > 0 && (
        <Button variant="quiet" className="feed-earlier" onPress={() => showAll(true)}>
          {words.earlier(hidden)}
        </Button>
      )}
      {shown.map((item, index) => {
        const before = shown[index - 1];
        const isNewDay = !before || dayKey(before.at) !== dayKey(item.at);
        return (
          <Fragment key={`${item.kind}-${item.id}`}>
            {isNewDay && (
              <h2 className="feed-day">
                <span>{dayWords(item.at, now)}</span>
              </h2>
            )}
            {item.kind === 'message' && (
              <FeedMessage message={item} caseId={supportCase.id} caseSubject={supportCase.subject} onUndo={onUndo} />
            )}
            {item.kind === 'note' && <FeedNote note={item} caseId={supportCase.id} />}
            {item.kind === 'event' && <FeedEvent event={item} names={names} />}
          </Fragment>
        );
      })}
    </>
  );
}

function useEventNames(): EventNames {
  const { user } = useSession();
  const users = useRoute(usersApi.list, {});
  const groups = useRoute(usersApi.groups, {});
  const labels = useRoute(labelsApi.list, { query: {} });
  return {
    userId: user.id,
    users: users.data?.items ?? [],
    groups: groups.data?.items ?? [],
    labels: labels.data?.items ?? [],
  };
}
