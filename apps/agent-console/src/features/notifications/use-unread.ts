import { notificationsApi } from '@bureau/contracts';
import { useRoute } from '@bureau/client';
import { notificationsWords as words } from './notifications.words.ts';

/** How many notifications wait to be read. */
export interface Unread {
  count: number;
  more: boolean;
  /** "3", "99+"; empty when there is none. */
  label: string;
}

export function useUnread(): Unread {
  const { data } = useRoute(notificationsApi.count, {});
  const { unread: count, more } = data ?? { unread: 0, more: false };
  return { count, more, label: count === 0 ? '' : more ? words.more(count) : String(count) };
}
