import type { Page } from 'playwright-core';

/** Which desk a scene is played on: the demo's, one with 5,000 cases and long names, one where nothing happened yet. */
export type Stage = 'demo' | 'full' | 'empty';

export interface Scene {
  /** The name below the picture, and of its file. */
  name: string;
  path: string;
  stage?: Stage;
  language?: 'en' | 'de';
  /** Whose session it is; the administrator's by default. */
  as?: 'agent';
  /** A case that a colleague is working on while the picture is taken. */
  heldCase?: number;
  /** What this browser was told to remember: the theme, the density. */
  remembers?: Readonly<Record<string, string>>;
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
  { name: 'Sign in in German', path: '/', isPublic: true, language: 'de' },
  { name: 'Forgotten password', path: '/forgotten-password', isPublic: true },
  { name: 'Inbox', path: '/cases/inbox' },
  { name: 'Inbox with nothing in it', path: '/cases/inbox', stage: 'empty' },
  { name: 'Three rows', path: '/cases/snoozed' },
  { name: '5,000 rows', path: '/cases/resolved', stage: 'full' },
  { name: 'A case', path: '/cases/inbox/199' },
  { name: 'A case in German', path: '/cases/inbox/199', language: 'de' },
  { name: 'A case with long names', path: '/cases/inbox', stage: 'full', prepare: press('j') },
  ...cases(),
  { name: 'Writing a reply', path: '/cases/inbox/199', prepare: write('r', 'Dear Ana, the pump leaves today.') },
  { name: 'Writing a note', path: '/cases/inbox/199', prepare: write('i', 'Ask the workshop whether the pump fits.') },
  { name: 'Forwarding', path: '/cases/inbox/199', prepare: press('f') },
  { name: 'Several cases chosen', path: '/cases/inbox', prepare: press('j', 'x', 'j', 'x', 'j', 'x') },
  { name: 'Filter editor', path: '/cases/inbox', prepare: editFilter },
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
  { name: 'A new case', path: '/new-case' },
  { name: 'Account', path: '/account' },
  { name: 'Look and language', path: '/account/preferences' },
  ...administration(),
  { name: 'Not for agents', path: '/admin/users', as: 'agent' },
  { name: 'A case that is not there', path: '/cases/inbox/99999' },
  { name: 'Nothing there', path: '/nowhere' },
];

async function editFilter(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: /new filter/i }).click();
}

/** One case in all that can happen to it, and what can be done with it. */
function cases(): Scene[] {
  const path = '/cases/inbox/184';
  return [
    { name: 'A case in high contrast', path, remembers: { 'bureau.theme': 'high-contrast' } },
    { name: 'A compact case', path, remembers: { 'bureau.density': 'compact' } },
    { name: 'A case of 500 messages', path: '/cases/inbox', stage: 'full', prepare: press('j', 'Enter') },
    { name: 'A case written from right to left', path: '/cases/inbox/88' },
    { name: 'A case that a colleague works on', path: '/cases/inbox/197', heldCase: 197 },
    { name: 'A delivery that failed', path: '/cases/inbox/179' },
    { name: 'A picture in a message', path: '/cases/inbox/194', prepare: openPicture },
    { name: 'All that can be done with a case', path, prepare: press('.') },
    { name: 'Snoozing', path, prepare: press('z') },
    { name: 'Merging', path, prepare: press('Shift+M') },
    { name: 'Splitting', path, prepare: press('Shift+X') },
    { name: 'History', path, prepare: press('Shift+H') },
    { name: 'Offline', path, prepare: (page) => page.context().setOffline(true) },
  ];
}

async function openPicture(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /\.(png|jpe?g)/i })
    .first()
    .click();
}

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
