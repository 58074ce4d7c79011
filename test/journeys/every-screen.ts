import { API } from '@bureau/contracts';
import type { Page } from 'playwright-core';
import { atFirstSync } from '../fixtures/first-sync-page.ts';
import type { World } from '../fixtures/world.ts';

const ANA = 'ana.ferreira@cafemail.example';
const PICTURE = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const press =
  (...keys: string[]) =>
  async (page: Page) => {
    for (const key of keys) await page.keyboard.press(key);
  };
const inDialog =
  (...keys: string[]) =>
  async (page: Page) => {
    await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
    await press(...keys)(page);
    await page.getByRole('dialog').first().waitFor();
  };

/** The pages, and what stands on them when they are ready. */
export const PAGES: [path: string, ready: RegExp][] = [
  ['/cases/inbox', /The grinder is stuck/],
  ['/cases/resolved', /Nothing is resolved yet/],
  ['/cases/nonsense', /./],
  ['/search?q=grinder', /1 case/],
  ['/search', /Narrow it down/],
  ['/new-case', /New case/],
  ['/notifications', /Notifications/],
  ['/customers', /Ana Ferreira/],
  ['/customers/1', /Ana Ferreira/],
  ['/customers/new', /First name|name/i],
  ['/companies', /Cafe Central/],
  ['/companies/1', /Cafe Central/],
  ['/companies/new', /Name/],
  ['/articles', /Clean the grinder/],
  ['/articles/1', /Grind finer/],
  ['/articles/new', /Save as a draft/],
  ['/articles/topics', /Machines/],
  ['/articles/topic-1', /What it is called/],
  ['/articles/new-topic', /Add the topic/],
  ['/articles/reports', /Looked for in vain/],
  ['/account', /Account/],
  ['/account/availability', /Out of office/],
  ['/account/preferences', /Theme/],
  ['/account/notifications', /Sound|sound/],
  ['/account/writing', /reply|repl/i],
  ['/account/security', /Set up a second factor/],
  ['/account/sessions', /This one/],
  ['/intake', /Intake/],
  ['/intake/1', /The grinder is stuck/],
  ['/admin', /Administration/],
  ['/admin/site', /Time zone/],
  ['/admin/system-message', /To whom/],
  ['/admin/users', /Mia Larsen/],
  ['/admin/users/2', /Mia Larsen/],
  ['/admin/groups', /Second line/],
  ['/admin/groups/1', /Second line/],
  ['/admin/groups/new', /Add a group/],
  ['/admin/roles', /Roles/],
  ['/admin/roles/1', /What it is for/],
  ['/admin/roles/new', /Add a role/],
  ['/admin/sign-in', /Sign-in|sign in/],
  ['/admin/labels', /urgent/],
  ['/admin/labels/1', /urgent/],
  ['/admin/labels/new', /Name/],
  ['/admin/custom-fields', /Roast/],
  ['/admin/custom-fields/1', /Roast/],
  ['/admin/custom-fields/new', /Label|Kind|Type/],
  ['/admin/filters', /Unassigned/],
  ['/admin/filters/1', /What it finds now/],
  ['/admin/filters/new', /Which cases/],
  ['/admin/rules', /Urgent first/],
  ['/admin/rules/1', /What it says/],
  ['/admin/rules/1?panel=versions', /As it was written first/],
  ['/admin/rules/new?example=refunds', /Create the rule/],
  ['/admin/webhooks', /Webhooks/],
  ['/admin/webhooks/new', /Make one/],
  ['/admin/integration-urls', /Integration URLs/],
  ['/admin/integration-urls/new', /From a real case/],
  ['/admin/business-hours', /Office hours/],
  ['/admin/business-hours/1', /Special days/],
  ['/admin/business-hours/new', /The week/],
  ['/admin/brands', /Larkspur Coffee/],
  ['/admin/brands/1', /As customers see it/],
  ['/admin/brands/new', /Add a brand/],
  ['/admin/mailboxes', /support@larkspur.example/],
  ['/admin/mailboxes/1', /Send a test/],
  ['/admin/mailboxes/new', /Address/],
  ['/admin/social-accounts', /@larkspurcoffee/],
  ['/admin/templates', /Templates/],
  ['/admin/deliveries', /Deliveries/],
  ['/admin/deliveries/1', /Deliver/],
  ['/admin/applications', /Warehouse/],
  ['/admin/applications/1', /Warehouse/],
  ['/admin/applications/new', /Name/],
  ['/admin/audit-log', /Audit log/],
  ['/admin/system-log', /System log/],
  ['/forgotten-password', /Mail me a link/],
  ['/invitation/over', /expired/],
  ['/oauth/authorize?oauth_token=over', /This request is over/],
  ['/reset/over', /expired/],
  ['/ui', /Buttons/],
  ['/nowhere', /nothing at this address/],
];

/** What stands over a page or in a part of it, and how one comes there by keys. */
export const STATES: [name: string, path: string, prepare: (page: Page) => Promise<void>][] = [
  ['a case with a reply begun', '/cases/inbox/1', (page) => write(page, 'r', 'Your reply')],
  ['a note begun', '/cases/inbox/1', (page) => write(page, 'i', 'Note')],
  ['a forward begun', '/cases/inbox/1', (page) => forwardIt(page)],
  ['the palette', '/cases/inbox/1', inDialog('Control+k')],
  ['the shortcuts', '/cases/inbox/1', inDialog('?')],
  ['the merge', '/cases/inbox/1', inDialog('Shift+m')],
  ['the split', '/cases/inbox/1', inDialog('Shift+x')],
  ['the history', '/cases/inbox/1', inDialog('Shift+h')],
  ['what rules made of it', '/cases/inbox/1', inDialog('Shift+y')],
  ['the ways to sleep', '/cases/inbox/1', (page) => popover(page, 'z')],
  ['the ways to assign', '/cases/inbox/1', (page) => popover(page, 'a')],
  ['the labels to choose', '/cases/inbox/1', (page) => popover(page, 'l')],
  ['the menu of a case', '/cases/inbox/1', (page) => popover(page, '.')],
  ['several cases chosen', '/cases/inbox', chooseTwo],
  ['the invitation of users', '/admin/users/invite', (page) => page.getByRole('dialog').waitFor()],
  ['the filter of a list', '/cases/inbox', newFilter],
  ['what a first sync would do', '/admin', atFirstSync({})],
  ['a first sync on its way', '/admin', atFirstSync({ phase: 'sync', state: 'running' })],
  ['a picture in full', '/cases/inbox/1', lookAtPicture],
];

async function write(page: Page, key: string, name: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
  await page.keyboard.press(key);
  await page.getByRole('textbox', { name, exact: true }).waitFor();
  await page.keyboard.type('Please unplug it.');
}

async function forwardIt(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
  await page.keyboard.press('f');
  await page.getByText('The customer sees none of this.').waitFor();
}

async function popover(page: Page, key: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Your reply' }).waitFor();
  await page.keyboard.press(key);
  await page.locator('[role="menu"], [role="listbox"], [role="dialog"]').first().waitFor();
}

async function chooseTwo(page: Page): Promise<void> {
  await press('j', 'x', 'j', 'x')(page);
  await page.getByText('2 selected').waitFor();
}

async function newFilter(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('menuitem', { name: /New filter from this list/ }).click();
  // It holds what is typed: a press outside does not close it.
  await page.getByRole('alertdialog').waitFor();
}

async function lookAtPicture(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /grinder\.png/ })
    .first()
    .click();
  await page.getByRole('dialog').waitFor();
}

/** One of everything that has a page. */
export async function furnish({ desk, sandbox }: World): Promise<void> {
  const to = desk.mailbox.address;
  await sandbox.sendAs(ANA, {
    to,
    subject: 'The grinder is stuck',
    text: 'It makes no sound.\n\n> Did you try again?',
    html: '<p>It makes <b>no sound</b>.</p><blockquote type="cite">Did you try again?</blockquote>',
    attachments: [
      { fileName: 'sound.txt', base64: 'bm9uZQ==' },
      { fileName: 'grinder.png', contentType: 'image/png', base64: PICTURE },
    ],
  });
  await desk.drain();
  await sandbox.sendAs('jonas.weber@postmail.example', { to, subject: 'Where is my order?', text: 'It is late.' });
  await desk.drain();
  const api = desk.as(desk.administrator);
  const params = { caseId: 1 };
  await api.call(API.notes.add, { params, body: { text: 'The pump, I think.' } });
  const { sequence } = await api.call(API.cases.get, { params });
  await api.call(API.cases.reply, { params, body: { text: 'Please unplug it.', sequence } });
  await api.call(API.labels.create, { body: { name: 'urgent', color: 'red' } });
  await api.call(API.rules.create, {
    body: {
      name: 'Urgent first',
      type: 'case-updated',
      enabled: true,
      actions: [
        { type: 'set-priority', priority: 9 },
        { type: 'send-email', recipient: { to: 'assignee' }, subject: 'Look', html: '<p>At {{case.id}}.</p>' },
      ],
    },
  });
  await api.call(API.cases.update, { params, body: { labels: ['urgent'] } });
  await api.call(API.companies.create, { body: { name: 'Cafe Central', domains: ['central.example'] } });
  await api.call(API.groups.create, { body: { name: 'Second line' } });
  const { items: brands } = await api.call(API.brands.list, {});
  const topic = await api.call(API.topics.create, {
    body: { name: 'Machines', description: 'Care.', brandIds: brands.map(({ id }) => id) },
  });
  await api.call(API.articles.create, {
    body: {
      topicId: topic.id,
      subject: 'Clean the grinder',
      html: '<h2>Grind finer</h2><table><tr><th>Taste</th></tr><tr><td>Sour</td></tr></table>',
      publishAt: '2026-11-01T08:00:00Z',
    },
  });
  await api.call(API.customFields.create, {
    body: { owner: 'case', label: 'Roast', type: 'list', choices: ['Light'] },
  });
  await api.call(API.applications.create, { body: { name: 'Warehouse' } });
  await desk.drain();
}
