import type { NotificationKind } from '@bureau/contracts';
import { words } from '../../language/words.ts';

const did: Record<NotificationKind, (who: string) => string> = {
  mention: (who) => `${who} mentioned you`,
  assignment: (who) => `${who} assigned you a case`,
  message: (who) => `${who} wrote`,
};

/** What the notifications say. */
export const notificationsWords = words('notifications', {
  title: 'Notifications',
  bell: (count: number, more: boolean) =>
    count === 0 ? 'Notifications' : `Notifications, ${more ? `more than ${count}` : count} unread`,
  more: (count: number) => `${count}+`,
  did,
  list: 'Your notifications',
  all: 'All',
  unread: 'Unread',
  show: 'Which to show',
  isUnread: 'Unread',
  readAll: 'Mark all as read',
  readOne: (what: string) => `Mark as read: ${what}`,
  allRead: 'All notifications are read.',
  today: 'Today',
  yesterday: 'Yesterday',
  older: 'Show older ones',
  empty: 'Nothing yet. When somebody mentions you, assigns you a case or writes in one of yours, it shows here.',
  emptyUnread: 'You have read everything.',
  showAll: 'Show all',
  toPage: 'Show all',
  settings: 'Notification settings',
  failed: 'Your notifications could not be loaded.',
  safe: 'None is lost.',
  notRead: 'Not marked as read.',
  noSubject: '(no subject)',
  shortcuts: { section: 'Go to', page: 'Notifications', keywords: 'bell mention inbox news' },
  /** "(3) Inbox · Bureau" */
  titleBadge: (count: string, title: string) => `(${count}) ${title}`,
});
