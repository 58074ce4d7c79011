import { z } from 'zod';
import { IdParam } from '../ids.ts';
import type { Permission } from '../permissions.ts';
import { route } from '../route.ts';

/** What others of the desk can hang on, and who may ask what does: whoever may change or delete it. */
export const LINKED_NOUNS = {
  user: 'users:manage',
  group: 'groups:manage',
  role: 'roles:manage',
  brand: 'brands:manage',
  label: 'labels:manage',
  'custom-field': 'custom-fields:manage',
  mailbox: 'mailboxes:manage',
  'business-calendar': 'business-hours:manage',
  webhook: 'rules:manage',
} as const satisfies Record<string, Permission>;

export const LinkedNoun = z.enum([
  'user',
  'group',
  'role',
  'brand',
  'label',
  'custom-field',
  'mailbox',
  'business-calendar',
  'webhook',
] as const satisfies readonly (keyof typeof LINKED_NOUNS)[]);
export type LinkedNoun = z.infer<typeof LinkedNoun>;

/** What hangs on it. */
export const LinkingNoun = z.enum([
  'case',
  'customer',
  'company',
  'user',
  'group',
  'brand',
  'mailbox',
  'social-account',
  'filter',
  'label',
  'application',
  'macro',
  'rule',
  'integration-url',
  'system-message',
  'topic',
  'article',
]);
export type LinkingNoun = z.infer<typeof LinkingNoun>;

/** Who may read the names; null: of each by itself, or everybody. */
export const LINKS_NAMED_TO = {
  case: 'cases:view',
  customer: 'customers:view',
  company: 'customers:view',
  user: 'users:view',
  group: 'users:view',
  brand: 'users:view',
  mailbox: 'mailboxes:view',
  'social-account': 'social-accounts:view',
  filter: null,
  label: null,
  rule: 'rules:manage',
  'integration-url': 'integrations:manage',
  'system-message': 'settings:manage',
  application: 'applications:manage',
  macro: null,
  topic: 'articles:view',
  article: 'articles:view',
} as const satisfies Record<LinkingNoun, Permission | null>;

/** How many links are named. */
export const LINK_EXAMPLES = 5;

export const Link = z.object({
  noun: LinkingNoun,
  /** All there are, also what the asker may not see: whoever deletes must know. */
  count: z.number().int(),
  /** At most five that the asker may see. */
  examples: z.array(z.object({ id: z.number().int(), name: z.string() })),
});
export type Link = z.infer<typeof Link>;

export const linksApi = {
  read: route('GET', '/links/:noun/:objectId', {
    summary:
      'Say what hangs on a user, a group, a role, a brand, a label, a custom field, a mailbox, a calendar or a webhook.',
    allow: 'signed-in',
    params: z.object({ noun: LinkedNoun, objectId: IdParam }),
    response: z.object({ items: z.array(Link) }),
  }),
};
