import './notifications.css';
import { IconButton, InfoPopover, Link } from '@bureau/ui';
import { useState } from 'react';
import { NotificationList } from './notification-list.tsx';
import { notificationsWords as words } from './notifications.words.ts';
import { ReadAll } from './read-all.tsx';
import { useUnread } from './use-unread.ts';

/** The bell with how many wait; it opens what happened lately. */
export function NotificationBell() {
  const { count, more, label } = useUnread();
  const [isOpen, setOpen] = useState(false);
  const leave = () => setOpen(false);
  return (
    <span className="notification-bell">
      <InfoPopover
        label={words.title}
        placement="bottom start"
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={<IconButton icon="bell" label={words.bell(count, more)} keys="g n" />}
      >
        <div className="notification-pop-up">
          <header>
            <strong>{words.title}</strong>
            <ReadAll />
          </header>
          <NotificationList onLeave={leave} />
          <footer>
            <Link href="/notifications" onPress={leave}>
              {words.toPage}
            </Link>
            <Link href="/account/notifications" quiet onPress={leave}>
              {words.settings}
            </Link>
          </footer>
        </div>
      </InfoPopover>
      {count > 0 && (
        <span className="notification-count bu-figures" aria-hidden="true">
          {label}
        </span>
      )}
    </span>
  );
}
