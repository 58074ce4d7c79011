import type { Notification, NotificationKind } from '@bureau/contracts';
import { Icon, IconButton, Link } from '@bureau/ui';
import type { IconName } from '@bureau/ui';
import { clockWords, momentWords } from '../../plain/days.ts';
import { notificationsWords as words } from './notifications.words.ts';

const icons: Record<NotificationKind, IconName> = { mention: 'note', assignment: 'user', message: 'inbox' };

interface NotificationRowProps {
  notification: Notification;
  onOpen: () => void;
  onRead: () => void;
}

/** One thing that happened; it leads to the case and is read then. */
export function NotificationRow({ notification, onOpen, onRead }: NotificationRowProps) {
  const { kind, actor, case: supportCase, at, readAt } = notification;
  const did = words.did[kind](actor.name);
  const subject = `#${supportCase.id} ${supportCase.subject || words.noSubject}`;
  return (
    <li className="notification" data-unread={readAt === null || undefined}>
      <Link href={`/cases/inbox/${supportCase.id}`} quiet className="notification-link" onPress={onOpen}>
        <Icon name={icons[kind]} />
        <span className="notification-words">
          <span className="notification-did bu-truncate">{did}</span>
          <span className="notification-subject bu-truncate">{subject}</span>
        </span>
        {readAt === null && <span className="bu-hidden">{words.isUnread}</span>}
        <time dateTime={at} title={momentWords(at)}>
          {clockWords(at)}
        </time>
      </Link>
      {readAt === null ? (
        <IconButton
          icon="check"
          label={words.readOne(did)}
          size="small"
          onPress={onRead}
          className="notification-read"
        />
      ) : (
        <span className="notification-read" aria-hidden="true" />
      )}
    </li>
  );
}
