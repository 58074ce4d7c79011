import type { Scene } from './scene.ts';

const PAGES: readonly [name: string, path: string][] = [
  ['Administration', '/admin'],
  ['Site', '/admin/site'],
  ['System message', '/admin/system-message'],
  ['Users', '/admin/users'],
  ['Inviting users', '/admin/users/invite'],
  ['A user', '/admin/users/2'],
  ['Groups', '/admin/groups'],
  ['A group', '/admin/groups/1'],
  ['Roles', '/admin/roles'],
  ['A role', '/admin/roles/1'],
  ['Sign-in settings', '/admin/sign-in'],
  ['Filters', '/admin/filters'],
  ['A new filter', '/admin/filters/new'],
  ['Labels', '/admin/labels'],
  ['A label', '/admin/labels/1'],
  ['Custom fields', '/admin/custom-fields'],
  ['A custom field', '/admin/custom-fields/1'],
  ['Macros', '/admin/macros'],
  ['A macro', '/admin/macros/1'],
  ['Rules', '/admin/rules'],
  ['A new rule', '/admin/rules/new'],
  ['Webhooks', '/admin/webhooks'],
  ['Routing', '/admin/routing'],
  ['Settings of routing', '/admin/routing?tab=settings'],
  ['Business hours', '/admin/business-hours'],
  ['A calendar of business hours', '/admin/business-hours/1'],
  ['Brands', '/admin/brands'],
  ['A brand', '/admin/brands/1'],
  ['Mailboxes', '/admin/mailboxes'],
  ['A mailbox', '/admin/mailboxes/1'],
  ['Connecting a mailbox', '/admin/mailboxes/new'],
  ['X and Facebook', '/admin/social-accounts'],
  ['An account on X', '/admin/social-accounts/1'],
  ['A page on Facebook', '/admin/social-accounts/3'],
  ['Templates', '/admin/templates'],
  ['Intake', '/intake'],
  ['An intake item', '/intake/1'],
  ['Deliveries', '/admin/deliveries'],
  ['Applications', '/admin/applications'],
  ['A new application', '/admin/applications/new'],
  ['Audit log', '/admin/audit-log'],
  ['System log', '/admin/system-log'],
];

/** Pages that the longest words and names would break first. */
const IN_GERMAN: readonly string[] = [
  'Administration',
  'Site',
  'System message',
  'Users',
  'Roles',
  'Sign-in settings',
  'A new filter',
  'Macros',
  'A new rule',
  'Routing',
  'Mailboxes',
  'Connecting a mailbox',
  'An account on X',
  'A page on Facebook',
  'Intake',
  'Deliveries',
  'Audit log',
];
const WITH_LONG_NAMES: readonly string[] = ['Users', 'Groups', 'Roles', 'Filters', 'Labels', 'Brands', 'Mailboxes'];
const WITH_NOTHING: readonly string[] = [
  'Administration',
  'Labels',
  'Custom fields',
  'X and Facebook',
  'Intake',
  'Deliveries',
  'Applications',
];

/** Every page of the administration, and those that suffer most in German, with long names, and with no rows. */
export function administration(): Scene[] {
  const among = (names: readonly string[]) => PAGES.filter(([name]) => names.includes(name));
  return [
    ...PAGES.map(([name, path]) => ({ name, path })),
    ...among(IN_GERMAN).map(([name, path]): Scene => ({ name: `${name} in German`, path, language: 'de' })),
    ...among(WITH_LONG_NAMES).map(([name, path]): Scene => ({ name: `${name} with long names`, path, stage: 'full' })),
    ...among(WITH_NOTHING).map(([name, path]): Scene => ({ name: `${name} of a new desk`, path, stage: 'empty' })),
  ];
}
