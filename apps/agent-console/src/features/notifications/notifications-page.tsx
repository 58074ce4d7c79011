import './notifications.css';
import { Link } from '@bureau/ui';
import { Tabs } from '@bureau/ui/parts';
import { useState } from 'react';
import { NotificationList } from './notification-list.tsx';
import { notificationsWords as words } from './notifications.words.ts';
import { ReadAll } from './read-all.tsx';
import { useUnread } from './use-unread.ts';

type Shown = 'all' | 'unread';

/** Everything that happened to the person who is signed in. */
export function NotificationsPage() {
  const [shown, show] = useState<Shown>('all');
  const { count } = useUnread();
  return (
    <div className="notifications-page">
      <header>
        <h1>{words.title}</h1>
        <ReadAll />
      </header>
      <Tabs
        label={words.show}
        selected={shown}
        onChange={show}
        tabs={[
          { id: 'all', label: words.all, content: <NotificationList /> },
          {
            id: 'unread',
            label: words.unread,
            count,
            content: <NotificationList isUnreadOnly onShowAll={() => show('all')} />,
          },
        ]}
      />
      <footer>
        <Link href="/account/notifications">{words.settings}</Link>
      </footer>
    </div>
  );
}
