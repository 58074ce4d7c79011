export { NotificationBell } from './notification-bell.tsx';
export { NotificationsLive } from './notifications-live.tsx';
export { NotificationsPage } from './notifications-page.tsx';
export { notificationsWords } from './notifications.words.ts';
