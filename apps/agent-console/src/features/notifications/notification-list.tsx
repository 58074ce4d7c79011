import './notifications.css';
import { notificationsApi } from '@bureau/contracts';
import type { Notification } from '@bureau/contracts';
import { usePages } from '@bureau/client';
import { Button, EmptyState, ErrorState, Skeleton, useNow } from '@bureau/ui';
import { useId } from 'react';
import { dayKey, dayWords } from '../../plain/days.ts';
import { problemText } from '../../plain/problem-words.ts';
import { NotificationRow } from './notification-row.tsx';
import { notificationsWords as words } from './notifications.words.ts';
import { useRead } from './use-read.ts';

const DAY = 86_400_000;

interface NotificationListProps {
  isUnreadOnly?: boolean;
  /** What to do where only the unread are shown and there is none. */
  onShowAll?: () => void;
  /** Called when one was followed to its case. */
  onLeave?: () => void;
}

/** What happened, by days, the latest first. */
export function NotificationList({ isUnreadOnly = false, onShowAll, onLeave }: NotificationListProps) {
  const pages = usePages(notificationsApi.list, { query: { limit: 30, unread: isUnreadOnly ? 'true' : 'false' } });
  if (pages.isPending) return <Skeleton rows={4} />;
  if (pages.isError && pages.items.length === 0) {
    const retry = () => void pages.refetch();
    const advice = problemText(pages.error);
    return (
      <ErrorState what={words.failed} safe={words.safe} advice={advice} onRetry={retry} isRetrying={pages.isFetching} />
    );
  }
  if (pages.items.length === 0) return <NothingToRead isUnreadOnly={isUnreadOnly} onShowAll={onShowAll} />;
  return (
    <div className="notification-days">
      <Days notifications={pages.items} onLeave={onLeave} />
      {pages.hasNextPage && (
        <Button isPending={pages.isFetchingNextPage} onPress={() => void pages.fetchNextPage()}>
          {words.older}
        </Button>
      )}
    </div>
  );
}

function NothingToRead({ isUnreadOnly, onShowAll }: Pick<NotificationListProps, 'isUnreadOnly' | 'onShowAll'>) {
  if (!isUnreadOnly) return <EmptyState icon="bell">{words.empty}</EmptyState>;
  return (
    <EmptyState icon="check" action={onShowAll && <Button onPress={onShowAll}>{words.showAll}</Button>}>
      {words.emptyUnread}
    </EmptyState>
  );
}

function Days({
  notifications,
  onLeave,
}: {
  notifications: readonly Notification[];
  onLeave: (() => void) | undefined;
}) {
  const now = useNow();
  const read = useRead();
  const quietly = useRead({ isQuiet: true });
  const open = ({ id, readAt }: Notification) => {
    if (readAt === null) quietly.one(id);
    onLeave?.();
  };
  return [...Map.groupBy(notifications, ({ at }) => dayKey(at))].map(([day, ofDay]) => (
    <Day key={day} name={nameOf(ofDay[0]?.at ?? day, now)}>
      {ofDay.map((notification) => (
        <NotificationRow
          key={notification.id}
          notification={notification}
          onOpen={() => open(notification)}
          onRead={() => read.one(notification.id)}
        />
      ))}
    </Day>
  ));
}

function Day({ name, children }: { name: string; children: React.ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="notification-day">
        {name}
      </h2>
      <ul className="notification-rows">{children}</ul>
    </section>
  );
}

function nameOf(at: string, now: number): string {
  if (dayKey(at) === dayKey(new Date(now).toISOString())) return words.today;
  if (dayKey(at) === dayKey(new Date(now - DAY).toISOString())) return words.yesterday;
  return dayWords(at, now);
}
