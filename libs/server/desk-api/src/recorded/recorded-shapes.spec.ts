import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { customFieldsApi, filtersApi, groupsApi, systemMessageApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestDesk } from '../../../../../test/fixtures/desk.ts';
import { connectAccounts, startDeskAndNetworks, type DeskAndNetworks } from '../../../../../test/fixtures/networks.ts';
import { DeskClient, type Link, type Resource } from '../desk-client.fixture.ts';
import { DESK_ROUTES } from '../desk-routes.ts';
import { RouteBook } from '../transport/route-book.ts';
import { differences, ENVELOPE } from './differences.fixture.ts';

const corpora = path.resolve(import.meta.dirname, '../../../../../../shared/corpora/desk-api');
const folders = existsSync(corpora)
  ? readdirSync(corpora, { withFileTypes: true }).filter((one) => one.isDirectory())
  : [];
/** How the example was got: GET of what it is, POST beside it, or PATCH of it. */
function methodOf(name: string): 'GET' | 'POST' | 'PATCH' {
  if (name.endsWith('_create')) return 'POST';
  return name.endsWith('_update') ? 'PATCH' : 'GET';
}

/** Every example that there is, those that change something last: a file that is added is judged like the others. */
const FOUND = folders.flatMap(({ name: folder }) =>
  readdirSync(path.join(corpora, folder))
    .filter((file) => file.endsWith('.json'))
    .map((file): [name: string, file: string] => [file.replace('.json', ''), path.join(corpora, folder, file)]),
);
const EXAMPLES = ['GET', 'POST', 'PATCH'].flatMap((method) => FOUND.filter(([name]) => methodOf(name) === method));
if (EXAMPLES.length === 0) console.warn('SKIPPED: the examples of Desk.com are not on this machine.');

/** Where the author of the examples printed the address of something else, or none. */
const ADDRESSES: Record<string, string> = {
  articles_search: '/articles/search?text=awesome',
  case_message: '/cases/1/message',
  case_note_create: '/cases/1/notes/1',
  // What was sent stays as it is; the example is of a draft.
  case_reply_update: '/cases/1/replies/draft',
  companies_search: '/companies/search?q=Acme',
  company_search: '/companies/search?q=Acme',
  customers_search: '/customers/search?first_name=Jimmy',
  filter_cases: '/filters/1/cases',
  system_message: '/system_message',
  twitter_account_tweets: '/twitter_accounts/1/tweets',
};

/** What clients send besides what comes back. */
const SENT_BESIDES: Record<string, object> = {
  case_create: { message: { direction: 'in', from: 'Jimmy Doe <jimmy@acme.example>', body: 'Help me with my issue!' } },
  case_attachment_create: { content: 'SGVsbG8=' },
  job_create: { case: { priority: 6 }, case_ids: [1] },
  // X is asked, and has nobody of that name.
  twitter_user_create: { handle: 'mayapaddles' },
};

/** The author called the link to the message after nothing that was ever recorded from the server. */
const MESSAGE_CLASS = ['link message is email, was message'];
/** He copied the class of the article. */
const ARTICLE_CLASS = ['link self is article_translation, was article'];
/** As it was in 2013; later, and in every client that reads it, a number. */
const SIZE_AS_TEXT = ['size is number, was string'];

/** Where the answer differs, each with its reason; nowhere else. */
const DIFFERS: Record<string, string[]> = {
  case: MESSAGE_CLASS,
  cases: MESSAGE_CLASS,
  cases_search: MESSAGE_CLASS,
  case_create: MESSAGE_CLASS,
  case_update: MESSAGE_CLASS,
  filter_cases: MESSAGE_CLASS,
  article_translation: ARTICLE_CLASS,
  article_translations: ARTICLE_CLASS,
  article_translation_create: ARTICLE_CLASS,
  article_translation_update: ARTICLE_CLASS,
  case_attachment: SIZE_AS_TEXT,
  case_attachments: SIZE_AS_TEXT,
  case_attachment_create: SIZE_AS_TEXT,
  // The first recorded preference is a filter by its number, which this desk lacks; its first one is a matter of yes or no.
  user_preference: ['value is boolean, was string'],
  user_preferences: ['value is boolean, was string'],
  // He printed the message of a case where the note should stand.
  case_note_create: [
    ...['subject', 'direction', 'status', 'to', 'from', 'cc', 'bcc'].map((name) => `${name} is missing`),
    ...['link customer is missing', 'link self is note, was email'],
  ],
};

const book = new RouteBook(DESK_ROUTES);
const below = (href: string) => href.replace(/^\/api\/v2/, '');
const withoutPaging = (address: string) => address.replace(/[?&](?:page|per_page)=\d+/g, '');

const read = (file: string): Resource => JSON.parse(readFileSync(file, 'utf8'));

function addressOf(name: string, was: Resource): string {
  return ADDRESSES[name] ?? withoutPaging(below(was._links.self.href));
}

const placeOf = (name: string, was: Resource) => {
  const [where = ''] = addressOf(name, was).split('?');
  return methodOf(name) === 'POST' ? where.replace(/\/[^/]+$/, '') : where;
};

/** Resources that the desk does not have, as the table says; their examples count from the day on which it has them. */
const isThere = ([name, file]: [string, string]) =>
  typeof book.find(methodOf(name), placeOf(name, read(file))) === 'object';

let world: DeskAndNetworks;
let desk: TestDesk;
let client: DeskClient;
/** What was made by the example of the same name: its change is made to that. */
const made = new Map<string, string>();

/** The address with the numbers of this desk: of each collection on the way, the entry of the same name, or the first. */
async function here(address: string, was?: Resource): Promise<string> {
  const [where = '', query = ''] = address.split('?');
  let place = '';
  for (const segment of where.split('/').slice(1)) {
    const isNamed = /^\d+$/.test(segment) || /\/translations$/.test(place);
    place = isNamed ? await entryOf(place, was) : `${place}/${segment}`;
  }
  return query === '' ? place : `${place}?${query}`;
}

async function entryOf(collection: string, was?: Resource): Promise<string> {
  const { body } = await client.get(collection);
  const entries = body?._embedded?.entries ?? [];
  const isSame = (entry: Resource) => ['name', 'type', 'locale'].some((of) => was?.[of] && entry[of] === was[of]);
  const entry = entries.find(isSame) ?? entries[0];
  if (!entry) throw new Error(`${collection} is empty.`);
  return below(entry._links.self.href);
}

/** The example itself, as a client would send it that echoes all it knows; its links lead to what is on this desk. */
async function bodyOf(name: string, { _links: links, ...members }: Resource): Promise<object> {
  const named = Object.entries<Link | null>(links).filter(([link]) => !['self', 'locked_by'].includes(link));
  const own: [string, object | null][] = [];
  for (const [link, target] of named) {
    const isOne = target && /^\/api\/v2\/(?:users|groups|customers|companies|topics)\/\d+$/.test(target.href);
    if (isOne) own.push([link, { ...target, href: `/api/v2${await here(below(target.href))}` }]);
  }
  return { ...members, ...SENT_BESIDES[name], _links: Object.fromEntries(own) };
}

async function ask(name: string, was: Resource): Promise<{ status: number; body: Resource }> {
  const method = methodOf(name);
  const address = addressOf(name, was);
  if (method === 'GET') return client.get(await here(address, was));
  const body = await bodyOf(name, was);
  if (method === 'PATCH') {
    const own = name in ADDRESSES ? undefined : made.get(name.replace('_update', ''));
    const changed = own ?? (await here(address, was));
    if (changed.endsWith('/replies/draft')) await client.post(changed, {});
    return client.patch(changed, body);
  }
  const answer = await client.post(await here(placeOf(name, was)), body);
  expect(answer.headers.get('location')).toContain(answer.body._links?.self.href);
  if (!(name in ADDRESSES)) made.set(name.replace('_create', ''), below(answer.body._links.self.href));
  return answer;
}

describe.skipIf(EXAMPLES.length === 0)('what was recorded of Desk.com', () => {
  beforeAll(async () => {
    world = await startDeskAndNetworks();
    desk = world.desk;
    client = new DeskClient(desk.as(desk.administrator));
    await fill();
  });
  afterAll(() => world.close());
  beforeEach(() => desk.clock.advance(60_000));

  it.each(EXAMPLES.filter(isThere))('%s is answered in the same shape', async (name, file) => {
    const was = read(file);
    const { status, body } = await ask(name, was);
    expect([status, body.message, body['errors']]).toEqual([
      methodOf(name) === 'POST' ? 201 : 200,
      body.message,
      undefined,
    ]);
    if ('total_entries' in was) expect(Object.keys(body._links).toSorted()).toEqual(ENVELOPE);
    expect(differences(was, body).toSorted()).toEqual((DIFFERS[name] ?? []).toSorted());
  });

  it('is all there', () => {
    const missing = EXAMPLES.filter((example) => !isThere(example)).map(([name]) => name);
    expect(missing).toEqual([]);
  });

  it('is refused in the same words', async () => {
    const topicless = await client.post('/articles', { subject: 'Nowhere', body: 'Nothing' });
    expect(topicless).toMatchObject({ status: 422, body: { errors: { _links: { topic: ['blank'] } } } });
    for (const [name, file] of EXAMPLES.filter((example) => isThere(example) && methodOf(example[0]) === 'POST')) {
      const { status, body } = await client.post(await here(placeOf(name, read(file))), { _links: [] });
      expect([name, status < 300 || body.message]).toEqual([name, status < 300 || 'Validation Failed']);
    }
    expect(await client.get('/users/search')).toMatchObject({ status: 404, body: { message: 'Resource Not Found' } });
    expect(await client.post('/users', {})).toMatchObject({ status: 405, body: { message: 'Method Not Allowed' } });
  });
});

/** One of everything that the examples are of. */
async function fill(): Promise<void> {
  const admin = desk.as(desk.administrator);
  const group = await admin.call(groupsApi.create, { body: { name: 'Support Ninjas' } });
  await desk.sql.run('INSERT INTO group_members (group_id, user_id) VALUES ($1, $2)', [group.id, desk.agent.id]);
  for (const [owner, label] of [
    ['case', 'Level'],
    ['customer', 'Level'],
    ['company', 'Employer id'],
  ] as const) {
    await admin.call(customFieldsApi.create, { body: { owner, label, type: 'text', choices: [] } });
  }
  await admin.call(filtersApi.create, {
    body: {
      name: 'Of the ninjas',
      conditions: { match: 'all', conditions: [{ field: 'case.group', operator: 'is', value: group.id }] },
      visibility: { for: 'group', groupId: group.id },
    },
  });
  const { body: first } = await client.post('/cases', {
    ...{ type: 'email', subject: 'Please help', priority: 5, status: 'new', labels: ['Spam'], language: 'en_us' },
    message: { direction: 'in', from: '"Jimmy Doe" <jimmy@acme.example>', body: 'Help me with my issue!' },
    _links: {
      assigned_user: { href: `/api/v2/users/${desk.agent.id}`, class: 'user' },
      assigned_group: { href: `/api/v2/groups/${group.id}`, class: 'group' },
    },
  });
  const place = below(first._links.self.href);
  await client.post(`${place}/replies`, { body: 'The answer is 42.', direction: 'out', status: 'pending' });
  await client.post(`${place}/replies`, { body: 'The question is another.' });
  await client.post(`${place}/notes`, { body: 'Please assist me' });
  await client.post(`${place}/attachments`, { file_name: 'pic.png', content_type: 'image/png', content: 'SGVsbG8=' });
  await client.post('/labels', { name: 'Ignored', types: ['case'] });
  const topic = await client.post('/topics', { name: 'Customer Support', in_support_center: true });
  const said = { subject: 'Awesome Subject', body: '<p>Awesome apples</p>', in_support_center: true };
  await client.post(`${below(topic.body._links.self.href)}/articles`, said);
  await client.post('/jobs', { type: 'bulk_case_update', case: { priority: 7 }, case_ids: [first.id] });
  await client.post('/companies', { name: 'Acme Inc', domains: ['acme.example'] });
  await client.post('/macros', { name: 'Macro Macro', description: 'On repeat' });
  const markup = 'http://www.example.com/name={{customer.name | url_encode}}';
  await client.post('/integration_urls', { name: 'Sample URL', description: 'A sample', markup });
  await admin.call(systemMessageApi.write, { body: { message: 'We’re not doing maintenance today.' } });
  await onNetworks(below(first._links.customer.href).replace('/customers/', ''));
  await desk.sql.run(
    `INSERT INTO rules (type, name, conditions, actions, position)
     VALUES ('inbound', 'Assign to Support', '{"match":"all","conditions":[]}', '[]', 1)`,
  );
  await desk.drain();
}

/** An account that has said something, and a customer who was met on both networks. */
async function onNetworks(customerId: string): Promise<void> {
  const [account] = await connectAccounts(world, 'x', { as: 'larkspurcoffee' });
  await client.post(`/twitter_accounts/${account?.id}/tweets`, { body: 'The roastery is open.' });
  await desk.sql.run(
    `INSERT INTO customer_identities (customer_id, network, external_id, handle, followers, avatar_source)
     SELECT $1, network, '7', 'jimmy', 123, 'https://pbs.example/jimmy.png' FROM unnest(ARRAY['x', 'facebook']) network`,
    [customerId],
  );
}
