import type { Filter } from '@bureau/contracts';
import type { IconName } from '@bureau/ui';

const icons: Readonly<Record<string, IconName | undefined>> = {
  inbox: 'inbox',
  mine: 'user',
  'my-groups': 'group',
  unassigned: 'list',
  pending: 'pause',
  resolved: 'check',
  snoozed: 'clock',
  spam: 'shield-alert',
  trash: 'trash',
  email: 'mail',
  phone: 'phone',
  chat: 'chat',
  twitter: 'x',
  facebook: 'facebook',
  qna: 'question',
};

/** The sign of a filter: its own where every desk has it. */
export function filterIcon({ key }: Pick<Filter, 'key'>): IconName {
  return icons[key ?? ''] ?? 'filter';
}
