import type { Page } from 'playwright-core';

/** Which desk a scene is played on: the demo's, one with 5,000 cases and long names, one where nothing happened yet. */
export type Stage = 'demo' | 'full' | 'empty';

export interface Scene {
  /** The name below the picture, and of its file. */
  name: string;
  path: string;
  stage?: Stage;
  language?: 'en' | 'de';
  /** What a person does before the picture is taken. */
  prepare?: (page: Page) => Promise<void>;
  /** Needs no session. */
  isPublic?: boolean;
}

const press =
  (...keys: string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key);
  };

const write = (mode: string, text: string) => async (page: Page) => {
  await page.keyboard.press(mode);
  await page
    .getByRole('textbox', { name: /reply|note|antwort|notiz/i })
    .first()
    .waitFor();
  await page.keyboard.type(text);
};

/** Every screen of the console in the states that people meet. */
export const scenes: readonly Scene[] = [
  { name: 'Sign in', path: '/', isPublic: true },
  { name: 'Forgotten password', path: '/forgotten-password', isPublic: true },
  { name: 'Inbox', path: '/cases/inbox' },
  { name: 'Inbox with nothing in it', path: '/cases/inbox', stage: 'empty' },
  { name: 'Three rows', path: '/cases/snoozed' },
  { name: '5,000 rows', path: '/cases/resolved', stage: 'full' },
  { name: 'A case', path: '/cases/inbox/199' },
  { name: 'A case in German', path: '/cases/inbox/199', language: 'de' },
  { name: 'A case with long names', path: '/cases/inbox', stage: 'full', prepare: press('j') },
  { name: 'Writing a reply', path: '/cases/inbox/199', prepare: write('r', 'Dear Ana, the pump leaves today.') },
  { name: 'Writing a note', path: '/cases/inbox/199', prepare: write('i', 'Ask the workshop whether the pump fits.') },
  { name: 'Forwarding', path: '/cases/inbox/199', prepare: press('f') },
  { name: 'Several cases chosen', path: '/cases/inbox', prepare: press('j', 'x', 'j', 'x', 'j', 'x') },
  { name: 'Command palette', path: '/cases/inbox', prepare: press('Control+k') },
  { name: 'Keyboard shortcuts', path: '/cases/inbox/199', prepare: press('?') },
  { name: 'Search', path: '/search?q=grinder' },
  { name: 'Search without a hit', path: '/search?q=zeppelin' },
  { name: 'Notifications', path: '/notifications' },
  { name: 'Customers', path: '/customers' },
  { name: 'Customers in German', path: '/customers', language: 'de' },
  { name: 'A customer', path: '/customers/1' },
  { name: 'Companies', path: '/companies' },
  { name: 'A company', path: '/companies/1' },
  { name: 'Account', path: '/account' },
  ...administration(),
  { name: 'Nothing there', path: '/nowhere' },
];

function administration(): Scene[] {
  const pages: [name: string, path: string][] = [
    ['Administration', '/admin'],
    ['Site', '/admin/site'],
    ['Users', '/admin/users'],
    ['A user', '/admin/users/2'],
    ['Groups', '/admin/groups'],
    ['Roles', '/admin/roles'],
    ['Sign-in settings', '/admin/sign-in'],
    ['Filters', '/admin/filters'],
    ['A new filter', '/admin/filters/new'],
    ['Labels', '/admin/labels'],
    ['Custom fields', '/admin/custom-fields'],
    ['Brands', '/admin/brands'],
    ['A brand', '/admin/brands/1'],
    ['Mailboxes', '/admin/mailboxes'],
    ['Connecting a mailbox', '/admin/mailboxes/new'],
    ['Templates', '/admin/templates'],
    ['Intake', '/intake'],
    ['An intake item', '/intake/1'],
    ['Deliveries', '/admin/deliveries'],
    ['Applications', '/admin/applications'],
    ['Audit log', '/admin/audit-log'],
    ['System log', '/admin/system-log'],
  ];
  return [
    ...pages.map(([name, path]) => ({ name, path })),
    { name: 'Administration of a new desk', path: '/admin', stage: 'empty' },
    { name: 'Roles in German', path: '/admin/roles', language: 'de' },
    { name: 'Mailboxes in German', path: '/admin/mailboxes', language: 'de' },
  ];
}
