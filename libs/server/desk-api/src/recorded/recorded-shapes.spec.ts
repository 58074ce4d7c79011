import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { customFieldsApi, groupsApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient, type Resource } from '../desk-client.fixture.ts';

const corpus = path.resolve(import.meta.dirname, '../../../../../../shared/corpora/desk-api/zencoder');
const present = existsSync(corpus);
if (!present) console.warn('SKIPPED: the recordings of Desk.com are not on this machine.');

const recorded = (name: string): Resource => JSON.parse(readFileSync(path.join(corpus, `${name}.json`), 'utf8'));

/** Of a value: null fits every kind, because recordings have it wherever nothing was said. */
function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value)) return 'time';
  return Array.isArray(value) ? 'array' : typeof value;
}

/**
 * Where a recording has more than the answer, or something of another kind; empty otherwise. The recordings are of 2013: an
 * answer may have members that came later. What its author made up is named, with the reason.
 */
function differences(was: Resource, is: Resource): string[] {
  const members = Object.entries(was).flatMap(([name, value]) => {
    if (!(name in is)) return [`${name} is missing`];
    const [before, now] = [kindOf(value), kindOf(is[name])];
    return before === now || before === 'null' || now === 'null' ? [] : [`${name} is ${now}, was ${before}`];
  });
  const links = Object.entries(was._links).flatMap(([name, link]) => {
    if (!(name in is._links)) return [`link ${name} is missing`];
    const present = is._links[name];
    const isSame = !link || !present || link.class === undefined || present.class === link.class;
    return isSame ? [] : [`link ${name} is ${present.class}, was ${link.class}`];
  });
  const entries = was._embedded?.entries?.slice(0, 1).flatMap((entry) => {
    const [first] = is._embedded.entries;
    return first ? differences(entry, first) : ['no entry'];
  });
  return [...members, ...links, ...(entries ?? [])];
}

/** The author of the examples called the link to the message after nothing that was ever recorded from the server. */
const CALLED_OTHERWISE = ['link message is email, was message'];
/** He copied the class of the article. */
const CLASS_OTHERWISE = ['link self is article_translation, was article'];
/** As it was in 2013; later, and in every client that reads it, a number. */
const SIZE_AS_TEXT = ['size is number, was string'];
/** The first recorded preference is a filter by its number, which this desk lacks; the first one here is a matter of yes or no. */
const OF_ANOTHER_NAME = ['value is boolean, was string'];
const READS: [name: string, address: () => string, differs: string[]][] = [
  ['case', () => path1, CALLED_OTHERWISE],
  ['cases', () => '/cases', CALLED_OTHERWISE],
  ['cases_search', () => '/cases/search?subject=please+help&name=jimmy&page=1&per_page=2', CALLED_OTHERWISE],
  ['case_message', () => `${path1}/message`, []],
  ['case_replies', () => `${path1}/replies`, []],
  ['case_reply', () => reply, []],
  ['case_notes', () => `${path1}/notes`, []],
  ['case_note', () => note, []],
  ['customer', () => customer, []],
  ['customers', () => '/customers', []],
  ['customers_search', () => '/customers/search?first_name=Jimmy', []],
  ['users', () => '/users', []],
  ['user', () => '/users/1', []],
  ['groups', () => '/groups', []],
  ['group', () => '/groups/1', []],
  ['group_users', () => '/groups/1/users', []],
  ['labels', () => '/labels', []],
  ['label', () => '/labels/1', []],
  ['topic', () => topic, []],
  ['topics', () => '/topics', []],
  ['topic_translation', () => `${topic}/translations/en`, []],
  ['topic_translations', () => `${topic}/translations`, []],
  ['article', () => article, []],
  ['articles', () => '/articles', []],
  ['articles_search', () => '/articles/search?text=apples', []],
  ['article_translation', () => `${article}/translations/en`, CLASS_OTHERWISE],
  ['article_translations', () => `${article}/translations`, CLASS_OTHERWISE],
  ['case_attachment', () => attachment, SIZE_AS_TEXT],
  ['case_attachments', () => `${path1}/attachments`, SIZE_AS_TEXT],
  ['job', () => '/jobs/1', []],
  ['jobs', () => '/jobs', []],
  ['company', () => company, []],
  ['companies', () => '/companies', []],
  ['companies_search', () => '/companies/search?q=Acme', []],
  ['user_preferences', () => '/users/current/preferences', OF_ANOTHER_NAME],
  ['user_preference_update', () => preference, []],
  ['filters', () => '/filters', []],
  ['filter', () => '/filters/1', []],
  ['filter_cases', () => '/filters/1/cases', CALLED_OTHERWISE],
  ['macros', () => '/macros', []],
  ['macro', () => macro, []],
  ['macro_actions', () => `${macro}/actions`, []],
  ['macro_action', () => `${macro}/actions/${Number(macro.slice('/macros/'.length)) * 100 + 1}`, []],
  ['custom_fields', () => '/custom_fields', []],
  ['custom_field', () => '/custom_fields/1', []],
  ['integration_urls', () => '/integration_urls', []],
  ['integration_url', () => integration, []],
  ['integration_url_create', () => integration, []],
  ['integration_url_update', () => integration, []],
  ['rules', () => '/rules', []],
  ['rule', () => '/rules/1', []],
  ['brands', () => '/brands', []],
  ['brand', () => '/brands/1', []],
  ['inbound_mailboxes', () => '/inbound_mailboxes', []],
  ['inbound_mailbox', () => '/mailboxes/inbound/1', []],
  ['site_settings', () => '/site_settings', []],
  ['site_setting', () => '/site_settings/1', []],
];

let desk: TestDesk;
let client: DeskClient;
let path1: string;
let reply: string;
let note: string;
let customer: string;
let topic: string;
let article: string;
let attachment: string;
let company: string;
let macro: string;
let preference: string;
let integration: string;
const below = ({ _links: { self } }: Resource) => self.href.slice('/api/v2'.length);

describe.skipIf(!present)('what was recorded of Desk.com', () => {
  beforeAll(async () => {
    desk = await startTestDesk();
    const admin = desk.as(desk.administrator);
    client = new DeskClient(admin);
    const group = await admin.call(groupsApi.create, { body: { name: 'Support Ninjas' } });
    await desk.sql.run('INSERT INTO group_members (group_id, user_id) VALUES ($1, $2)', [group.id, desk.agent.id]);
    const { body: made } = await client.post('/cases', {
      ...{ type: 'email', subject: 'Please help', priority: 5, status: 'new', labels: ['Spam'], language: 'en_us' },
      message: { direction: 'in', from: '"Jimmy Doe" <jimmy@acme.example>', body: 'Help me with my issue!' },
      _links: {
        assigned_user: { href: `/api/v2/users/${desk.agent.id}`, class: 'user' },
        assigned_group: { href: `/api/v2/groups/${group.id}`, class: 'group' },
      },
    });
    path1 = below(made);
    customer = made._links.customer.href.slice('/api/v2'.length);
    const sent = { body: 'The answer is 42.', direction: 'out', status: 'pending' };
    reply = below((await client.post(`${path1}/replies`, sent)).body);
    note = below((await client.post(`${path1}/notes`, { body: 'Please assist me' })).body);
    const file = { file_name: 'awesome_pic.png', content_type: 'image/png', content: 'SGVsbG8=' };
    attachment = below((await client.post(`${path1}/attachments`, file)).body);
    topic = below((await client.post('/topics', { name: 'Customer Support', in_support_center: true })).body);
    const said = { subject: 'Awesome Subject', body: '<p>Awesome apples</p>', in_support_center: true };
    article = below((await client.post(`${topic}/articles`, said)).body);
    await client.post('/jobs', { type: 'bulk_case_update', case: { priority: 7 }, case_ids: [made.id] });
    await desk.drain();
    company = below((await client.post('/companies', { name: 'Acme Inc', domains: ['acme.example'] })).body);
    macro = below((await client.post('/macros', { name: 'Macro Macro', description: 'On repeat' })).body);
    const markup = 'http://www.example.com/name={{customer.name | url_encode}}';
    integration = below(
      (await client.post('/integration_urls', { name: 'Sample URL', description: 'A sample', markup })).body,
    );
    preference = below((await client.get('/users/current/preferences')).body._embedded.entries[0]!);
    const field = { owner: 'customer' as const, label: 'Frequent Buyer', type: 'boolean' as const, choices: [] };
    await admin.call(customFieldsApi.create, { body: field });
    await desk.sql.run(
      `INSERT INTO rules (type, name, conditions, actions, position)
       VALUES ('inbound', 'Assign to Support', '{"match":"all","conditions":[]}', '[]', 1)`,
    );
  });
  afterAll(() => closeDesk(desk));

  it.each(READS)('%s is answered in the same shape', async (name, address, differs) => {
    const { status, body } = await client.get(address());
    expect(status).toBe(200);
    expect(differences(recorded(name), body)).toEqual(differs);
  });
});
