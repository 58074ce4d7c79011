import { words } from '../../language/words.ts';

const permissions: Record<string, { name: string; allows: string }> = {
  'cases:view': {
    name: 'See cases',
    allows: 'Lists, searches and reads the cases that the role may see.',
  },
  'cases:create': {
    name: 'Open cases',
    allows: 'Opens a case for a customer.',
  },
  'cases:update': {
    name: 'Change cases',
    allows: 'Changes status, priority, assignee, group, labels and fields; snoozes.',
  },
  'cases:reply': {
    name: 'Reply to customers',
    allows: 'Writes to customers and forwards messages.',
  },
  'cases:note': {
    name: 'Write notes',
    allows: 'Writes notes that only colleagues read.',
  },
  'cases:merge': {
    name: 'Merge and split cases',
    allows: 'Merges cases of a customer, takes them apart again, splits messages off.',
  },
  'cases:bulk': {
    name: 'Change many cases at once',
    allows: 'Changes up to 10,000 cases in one go, and takes it back.',
  },
  'cases:take-over': {
    name: 'Take cases over',
    allows: 'Takes a case from a colleague who is working on it.',
  },
  'cases:delete': {
    name: 'Delete cases',
    allows: 'Moves cases into the trash and out of it, erases messages for good.',
  },
  'labels:create': {
    name: 'Add labels',
    allows: 'Makes a new label while working on a case.',
  },
  'labels:manage': {
    name: 'Manage labels',
    allows: 'Renames, colours and deletes labels of the whole desk.',
  },
  'custom-fields:manage': {
    name: 'Manage custom fields',
    allows: 'Adds, changes and deletes fields of cases, customers and companies.',
  },
  'filters:manage': {
    name: 'Manage shared filters',
    allows: 'Makes filters for groups and for everybody, and orders them.',
  },
  'macros:manage': {
    name: 'Manage shared macros',
    allows: 'Writes macros for groups and for everybody, and orders them.',
  },
  'rules:manage': {
    name: 'Manage business rules',
    allows: 'Writes, tries and switches the rules by which the desk works by itself, and its webhooks.',
  },
  'routing:work': {
    name: 'Work by routing',
    allows: 'Is given cases one after the other by Play.',
  },
  'routing:manage': {
    name: 'Manage routing',
    allows: 'Sets how cases are given to agents, and sees who is available and what waits.',
  },
  'business-hours:manage': {
    name: 'Manage business hours',
    allows: 'Sets when the desk is open, and its holidays.',
  },
  'articles:view': {
    name: 'See the knowledge base',
    allows: 'Reads articles, also those that only agents see, and puts them into answers.',
  },
  'articles:write': {
    name: 'Write articles',
    allows: 'Writes and translates articles, and sorts them into topics; others publish them.',
  },
  'articles:publish': {
    name: 'Publish articles',
    allows: 'Publishes, schedules, takes back and deletes articles, and keeps the topics.',
  },
  'questions:moderate': {
    name: 'Moderate questions',
    allows: 'Shows or hides what customers ask and answer in public.',
  },
  'feedback:view': {
    name: 'See feedback reports',
    allows: 'Reads how customers rated, by agent, group, label, brand and channel.',
  },
  'feedback:manage': {
    name: 'Manage surveys',
    allows: 'Sets what customers are asked after a case, and when.',
  },
  'themes:manage': {
    name: 'Manage support centers',
    allows: 'Changes the looks, pages and texts of the support centers.',
  },
  'customers:view': {
    name: 'See customers',
    allows: 'Reads customers and companies with their history.',
  },
  'customers:update': {
    name: 'Change customers',
    allows: 'Adds customers, changes their data and addresses.',
  },
  'customers:merge': {
    name: 'Merge customers',
    allows: 'Makes two customers one, with all their cases.',
  },
  'companies:update': {
    name: 'Change companies',
    allows: 'Adds companies, changes their data and domains.',
  },
  'users:view': {
    name: 'See colleagues',
    allows: 'Sees who works here, in which group and role.',
  },
  'users:manage': {
    name: 'Manage users',
    allows: 'Invites, changes and disables users, ends their sessions.',
  },
  'groups:manage': {
    name: 'Manage groups',
    allows: 'Adds, changes and deletes groups and who is in them.',
  },
  'roles:manage': {
    name: 'Manage roles and sign-in',
    allows: 'Changes what roles may do and how everybody signs in.',
  },
  'mailboxes:view': {
    name: 'See mailboxes',
    allows: 'Sees which mailboxes there are and how they are.',
  },
  'mailboxes:manage': {
    name: 'Manage mailboxes',
    allows: 'Connects, changes, pauses and removes mailboxes.',
  },
  'social-accounts:view': {
    name: 'See social accounts',
    allows: 'Sees which accounts on X and pages on Facebook there are, and answers from them.',
  },
  'social-accounts:manage': {
    name: 'Manage social accounts',
    allows: 'Connects, changes, pauses and disconnects accounts on X and pages on Facebook.',
  },
  'salesforce:view': {
    name: 'See Salesforce',
    allows:
      'Sees beside a case what Salesforce knows, as far as the pane shows it to the role, and how it is kept in step.',
  },
  'salesforce:manage': {
    name: 'Manage Salesforce',
    allows: 'Connects an organisation, decides what is kept in step, and settles conflicts and failures.',
  },
  'intake:view': {
    name: 'See the intake',
    allows: 'Sees every mail that came in and what became of it.',
  },
  'intake:manage': {
    name: 'Decide about the intake',
    allows: 'Releases or drops mail that was held back.',
  },
  'settings:manage': {
    name: 'Manage the desk’s settings',
    allows: 'Changes company, time zone, languages, templates.',
  },
  'brands:manage': {
    name: 'Manage brands',
    allows: 'Adds and changes brands and their signatures.',
  },
  'applications:manage': {
    name: 'Manage API applications',
    allows: 'Adds programs that use the API, makes and ends their tokens.',
  },
  'integrations:manage': {
    name: 'Manage integration URLs',
    allows: 'Sets which pages and apps of other programs stand beside cases, and makes the secrets of apps.',
  },
  'audit:view': {
    name: 'Read the audit log',
    allows: 'Reads who changed which setting and when.',
  },
  'system-log:view': {
    name: 'Read the system log',
    allows: 'Reads what the desk reports about mail and itself.',
  },
};

/** What roles and tokens may allow. */
export const permissionWords = words('permissions', {
  sections: {
    cases: 'Cases',
    order: 'How cases are sorted',
    automation: 'What happens by itself',
    knowledge: 'What customers find',
    customers: 'Customers and companies',
    people: 'People',
    mail: 'Mail',
    desk: 'The desk',
    other: 'Other',
  },
  permissions,
});
