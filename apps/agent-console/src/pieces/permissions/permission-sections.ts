import { Permission } from '@bureau/contracts';
import { permissionWords as words } from './permissions.words.ts';

export interface PermissionSection {
  id: string;
  title: string;
  permissions: readonly Permission[];
}

const known: readonly { id: Exclude<keyof typeof words.sections, 'other'>; permissions: readonly Permission[] }[] = [
  {
    id: 'cases',
    permissions: [
      'cases:view',
      'cases:create',
      'cases:update',
      'cases:reply',
      'cases:note',
      'cases:merge',
      'cases:bulk',
      'cases:take-over',
      'cases:delete',
    ],
  },
  {
    id: 'order',
    permissions: ['labels:create', 'labels:manage', 'custom-fields:manage', 'filters:manage'],
  },
  {
    id: 'automation',
    permissions: ['macros:manage', 'rules:manage', 'routing:work', 'routing:manage', 'business-hours:manage'],
  },
  {
    id: 'knowledge',
    permissions: [
      'articles:view',
      'articles:write',
      'articles:publish',
      'questions:moderate',
      'feedback:view',
      'feedback:manage',
      'themes:manage',
    ],
  },
  {
    id: 'customers',
    permissions: ['customers:view', 'customers:update', 'customers:merge', 'companies:update'],
  },
  {
    id: 'people',
    permissions: ['users:view', 'users:manage', 'groups:manage', 'roles:manage'],
  },
  {
    id: 'mail',
    permissions: [
      'mailboxes:view',
      'mailboxes:manage',
      'social-accounts:view',
      'social-accounts:manage',
      'intake:view',
      'intake:manage',
    ],
  },
  {
    id: 'desk',
    permissions: [
      'settings:manage',
      'brands:manage',
      'applications:manage',
      'integrations:manage',
      'audit:view',
      'system-log:view',
      'salesforce:view',
      'salesforce:manage',
    ],
  },
];

const placed = new Set(known.flatMap(({ permissions }) => permissions));
const rest = Permission.options.filter((permission) => !placed.has(permission));

/** Every permission, in the order in which one thinks of them; what has no section yet comes last. */
export const permissionSections: readonly PermissionSection[] = [
  ...known.map(({ id, permissions }) => ({ id, title: words.sections[id], permissions })),
  ...(rest.length > 0 ? [{ id: 'other', title: words.sections.other, permissions: rest }] : []),
];

/** What a permission is called, and what it allows in a sentence; its own name where nobody has found words yet. */
export function permissionWord(permission: string): { name: string; allows: string } {
  return words.permissions[permission] ?? { name: permission, allows: '' };
}
