import { applicationsApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { signOAuth1, type OAuth1Keys } from '../../../../../test/fixtures/oauth1.ts';
import type { Resource } from '../desk-client.fixture.ts';
import { good, speak, type Heard } from './speak.fixture.ts';

/** As the gem desk_api speaks: OAuth 1.0a over the address alone, JSON both ways, and a second try where it is told to wait. */
let desk: TestDesk;
let keys: OAuth1Keys;
beforeAll(async () => {
  desk = await startTestDesk();
  const admin = desk.as(desk.administrator);
  const { application, secret } = await admin.call(applicationsApi.create, { body: { name: 'desk_api' } });
  const params = { applicationId: application.id };
  const scopes = [
    ...(['cases:view', 'cases:create', 'cases:update', 'cases:reply', 'cases:note', 'cases:delete'] as const),
    ...(['customers:view', 'customers:update', 'labels:create', 'users:view'] as const),
    ...(['articles:view', 'articles:write', 'articles:publish'] as const),
  ];
  const made = await admin.call(applicationsApi.createToken, { params, body: { scopes: [...scopes] } });
  keys = { key: application.key, secret, token: made.accessToken.token, tokenSecret: made.tokenSecret };
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

async function say(method: string, path: string, body?: object): Promise<Heard> {
  const url = `${desk.url}/api/v2${path.replace(/^\/api\/v2/, '')}`;
  const timestamp = Math.floor(desk.clock.now().getTime() / 1000);
  const heard = await speak(desk, {
    method,
    path: url,
    headers: {
      accept: 'application/json',
      'user-agent': 'desk_api/0.6.1',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      authorization: signOAuth1(keys, { method, url, timestamp }),
    },
    body: body && JSON.stringify(body),
  });
  if (heard.status !== 429) return heard;
  desk.clock.advance(Number(heard.headers['x-rate-limit-reset']) * 1000);
  return say(method, path, body);
}
const get = (path: string) => say('GET', path);
const post = (path: string, body: object) => say('POST', path, body);
const patch = (path: string, body: object) => say('PATCH', path, body);

async function aCase(): Promise<Resource> {
  const message = { direction: 'in', from: 'Jimmy Doe <jimmy@acme.example>', body: 'Please help' };
  return good(await post('/cases', { type: 'email', subject: 'Please help', labels: ['Spam'], message }), 201);
}

describe('desk_api', () => {
  it('creates, changes and deletes topics and articles, and learns where they are', async () => {
    const answer = await post('/topics', { name: 'My new topic' });
    const topic = good(answer, 201);
    expect(answer.headers['location']).toMatch(/^https?:\/\/[^/]+\/api\/v2\/topics\/\d+$/);
    expect(good(await patch(topic._links.self.href, { description: 'My new description' }))).toMatchObject({
      name: 'My new topic',
      description: 'My new description',
    });
    // A class may be left out.
    const links = { topic: { href: topic._links.self.href } };
    const article = good(await post('/articles', { subject: 'Creator Article', body: 'Words', _links: links }), 201);
    expect(good(await patch(article._links.self.href, { subject: 'Updated' }))['subject']).toBe('Updated');
    for (const { _links: own } of [article, topic]) good(await say('DELETE', own.self.href), 204);
    expect((await get(article._links.self.href)).status).toBe(404);
  });

  it('reads from a refusal what is wrong', async () => {
    expect(await post('/articles', { subject: 'Testing', body: 'Testing' })).toMatchObject({
      status: 422,
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: { message: 'Validation Failed', errors: { _links: { topic: ['blank'] } } },
    });
  });

  it('writes no users, and looks for none', async () => {
    const user = `/users/${desk.agent.id}`;
    expect(await post('/users', { name: 'Nobody' })).toMatchObject({
      status: 405,
      body: { message: 'Method Not Allowed' },
    });
    expect((await patch(user, { name: 'Nobody' })).status).toBe(405);
    expect((await say('DELETE', user)).status).toBe(405);
    expect(await get('/users/search')).toMatchObject({ status: 404, body: { message: 'Resource Not Found' } });
  });

  it('goes through all pages, with what is embedded', async () => {
    for (let made = 0; made < 3; made += 1) await aCase();
    const seen: Resource[] = [];
    for (let href: string | undefined = '/cases?embed=customer&per_page=2'; href !== undefined;) {
      const page: Resource = good(await get(href));
      expect(page._links.self.href).toMatch(/^\/api\/v2\/cases\?embed=customer&page=\d+&per_page=2$/);
      seen.push(...page._embedded.entries);
      href = (page._links.next as { href: string } | null)?.href;
    }
    expect(seen.length).toBe(good(await get('/cases')).total_entries);
    expect(seen[0]?._embedded.customer).toMatchObject({ first_name: 'Jimmy', last_name: 'Doe' });
  });

  it('appends and replaces labels, and says who is to have a case', async () => {
    const { self } = (await aCase())._links;
    const append = { labels: ['Escalated'], label_action: 'append' };
    expect(good(await patch(self.href, append))['labels']).toEqual(['Spam', 'Escalated']);
    const before = await patch(self.href, { labels: ['Other'], label_action: 'replace' });
    expect(good(before)['labels']).toEqual(['Other']);
    const same = await patch(self.href, { labels: ['Other'], label_action: 'replace' });
    expect([same.headers['etag'], same.body]).toEqual([before.headers['etag'], before.body]);
    const user = { href: `/api/v2/users/${desk.agent.id}`, class: 'user' };
    expect(good(await patch(self.href, { _links: { assigned_user: user } }))._links['assigned_user']).toEqual(user);
  });

  it('appends and replaces numbers of a customer, the same one twice', async () => {
    const { customer } = (await aCase())._links;
    const number = { type: 'home', value: '(415) 555-1234' };
    const append = { phone_numbers: [number], phone_numbers_update_action: 'append' };
    good(await patch(customer.href, append));
    expect(good(await patch(customer.href, append))['phone_numbers']).toEqual([number, number]);
    const replace = { phone_numbers: [number], phone_numbers_update_action: 'replace' };
    expect(good(await patch(customer.href, replace))['phone_numbers']).toEqual([number]);
  });

  it('follows the address of a file without saying who it is', async () => {
    const made = await aCase();
    const file = {
      file_name: 'words.txt',
      content_type: 'text/plain',
      content: Buffer.from('Words').toString('base64'),
    };
    const attached = good(await post(`${made._links.self.href}/attachments`, file), 201);
    const redirect = await get(new URL(String(attached['url'])).pathname);
    expect(redirect.status).toBe(302);
    const { pathname } = new URL(redirect.headers['location'] ?? '');
    const loaded = await speak(desk, { path: `${desk.url}${pathname}` });
    expect([loaded.status, loaded.body]).toEqual([200, 'Words']);
    expect(loaded.headers['content-type']).toContain('text/plain');
  });

  it('asks once more when it has asked too often', async () => {
    const { headers } = await get('/users');
    const times = Number(headers['x-rate-limit-remaining']) + 3;
    const answers = await Promise.all(Array.from({ length: times }, () => get('/groups')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  });
});
