import { words } from '../language/words.ts';

/** The navigation of the administration. */
export const adminWords = words('admin', {
  title: 'Administration',
  navigation: 'Administration',
  home: 'Overview',
  lead: 'Everything that can be set on this desk, page by page.',
  unseen: (count: number, more: boolean) => (more ? `${count}+ new` : `${count} new`),
  sections: {
    desk: 'Desk',
    people: 'People',
    cases: 'Cases',
    mail: 'Mail',
    api: 'API',
    log: 'Log',
  },
  places: {
    site: 'Site',
    users: 'Users',
    groups: 'Groups',
    roles: 'Roles',
    signIn: 'Sign-in',
    filters: 'Filters',
    labels: 'Labels',
    customFields: 'Custom fields',
    brands: 'Brands',
    mailboxes: 'Mailboxes',
    templates: 'Templates',
    intake: 'Intake',
    deliveries: 'Deliveries',
    applications: 'Applications',
    auditLog: 'Audit log',
    systemLog: 'System log',
  },
  missing: 'There is no such page in the administration.',
  toHome: 'Go to the overview',
});
