import type { LinkingNoun } from '@bureau/contracts';
import { formatNumber, plural } from '../../language/format.ts';
import { words } from '../../language/words.ts';

const counted = (one: string, other: string) => (count: number) =>
  `${formatNumber(count)} ${plural(count, { one, other })}`;

const counts: Record<LinkingNoun, (count: number) => string> = {
  case: counted('case', 'cases'),
  customer: counted('customer', 'customers'),
  company: counted('company', 'companies'),
  user: counted('user', 'users'),
  group: counted('group', 'groups'),
  brand: counted('brand', 'brands'),
  mailbox: counted('mailbox', 'mailboxes'),
  'social-account': counted('social account', 'social accounts'),
  filter: counted('filter', 'filters'),
  label: counted('label', 'labels'),
  application: counted('API application', 'API applications'),
  macro: counted('macro', 'macros'),
  rule: counted('rule', 'rules'),
  'integration-url': counted('integration', 'integrations'),
  'system-message': counted('system message', 'system messages'),
  topic: counted('topic', 'topics'),
  article: counted('article', 'articles'),
};

/** What hangs on a thing before it is deleted. */
export const whatLinksHereWords = words('what-links-here', {
  title: 'What hangs on it',
  nothing: 'Nothing hangs on it.',
  failed: 'What hangs on it could not be loaded.',
  counts,
  more: (count: number) => `and ${formatNumber(count)} more`,
});
