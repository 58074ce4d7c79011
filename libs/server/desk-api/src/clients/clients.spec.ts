import { createHmac } from 'node:crypto';
import { applicationsApi, authorizationsApi, type Permission } from '@bureau/contracts';
import OAuth from 'oauth-1.0a';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient, type Resource } from '../desk-client.fixture.ts';
import { deskApiOfNpm, OauthClient, type DeskApiOfNpm, type Token } from '../../../../../test/fixtures/npm-clients.ts';

const CALLBACK = 'https://pipeline.example/cb';
const SCOPES: Permission[] = [
  ...(['cases:view', 'cases:create', 'cases:update', 'customers:view', 'users:view'] as const),
];

let desk: TestDesk;
let keys: { key: string; secret: string; callback: string };
let caseId: number;
beforeAll(async () => {
  desk = await startTestDesk();
  const admin = desk.as(desk.administrator);
  const { application, secret } = await admin.call(applicationsApi.create, {
    body: { name: 'Pipeline', callbackUrl: CALLBACK },
  });
  keys = { key: application.key, secret, callback: CALLBACK };
  await admin.fetch('/api/v3/groups', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'Second line' }),
  });
  const v2 = new DeskClient(admin);
  const { body } = await v2.post('/cases', {
    ...{ type: 'phone', subject: 'Jürgen möchte Geld zurück', labels: ['Refund'], priority: 9 },
    message: { direction: 'in', from: 'j@customer.example', body: 'Bitte.' },
  });
  caseId = body.id;
  await v2.post(`/cases/${caseId}/replies`, { body: 'Gern.' });
});
afterAll(() => closeDesk(desk));

async function allowed(token: string): Promise<string> {
  const params = { token };
  const answer = await desk.as(desk.administrator).call(authorizationsApi.allow, { params, body: { scopes: SCOPES } });
  return answer.code ?? new URL(answer.redirectTo!).searchParams.get('oauth_verifier')!;
}

const QUERIES = [
  'cases/search?subject=J%C3%BCrgen%20m%C3%B6chte&per_page=1',
  'cases?fields=id,subject&sort_field=id',
  "cases/search?q=%22Geld%20zur%C3%BCck%22&custom_x=(1)*!'~%26%2B",
  'cases?status=new&status=open&labels[]=Refund&labels[]=x',
];

describe('oauth 0.10.2 of npm', () => {
  let client: OauthClient;
  let token: Token;
  beforeAll(async () => {
    client = new OauthClient(desk.url, keys);
    const request = await client.requestToken();
    token = await client.accessToken(request, await allowed(request.token));
  });

  it.each(QUERIES)('reads %s', async (query) => {
    expect(await client.get(`${desk.url}/api/v2/${query}`, token)).toMatchObject({ page: 1 });
  });

  it('signs in the address, which no link repeats', async () => {
    const address = client.oauth.signUrl(
      `${desk.url}/api/v2/cases?per_page=1&embed=customer`,
      token.token,
      token.secret,
    );
    const answer = await fetch(address);
    const body = (await answer.json()) as Resource;
    expect([answer.status, body._links.self.href]).toEqual([200, '/api/v2/cases?embed=customer&page=1&per_page=1']);
    expect((await fetch(address)).status).toBe(401);
  });

  it('posts, and changes by a POST that is meant as a PATCH', async () => {
    const made = (await client.post(
      `${desk.url}/api/v2/cases`,
      { type: 'phone', subject: 'ñandú & “quotes”', message: { from: 'a@customer.example', body: 'Hola' } },
      token,
    )) as Resource;
    expect(made['subject']).toBe('ñandú & “quotes”');
    const patching = new OauthClient(desk.url, keys, { 'X-HTTP-Method-Override': 'PATCH' });
    const changed = await patching.post(`${desk.url}/api/v2/cases/${made.id}`, { priority: 8 }, token);
    expect(changed).toMatchObject({ id: made.id, priority: 8 });
  });

  it('is refused with another secret', async () => {
    const other = { ...token, secret: 'x' };
    await expect(client.get(`${desk.url}/api/v2/cases`, other)).rejects.toThrow(/^401 /);
    await expect(client.accessToken(token, 'x')).rejects.toThrow(/oauth_problem=signature_invalid/);
  });
});

describe('oauth-1.0a 2.2.6 of npm', () => {
  let signer: OAuth;
  let token: OAuth.Token;
  beforeAll(async () => {
    signer = new OAuth({
      consumer: { key: keys.key, secret: keys.secret },
      signature_method: 'HMAC-SHA1',
      hash_function: (base, key) => createHmac('sha1', key).update(base).digest('base64'),
    });
    const asked = await post('/oauth/request_token', { oauth_callback: 'oob' });
    const request = { key: asked.get('oauth_token')!, secret: asked.get('oauth_token_secret')! };
    const given = await post('/oauth/access_token', { oauth_verifier: await allowed(request.key) }, request);
    token = { key: given.get('oauth_token')!, secret: given.get('oauth_token_secret')! };
  });

  async function post(path: string, data: object, by?: OAuth.Token): Promise<URLSearchParams> {
    const request = { url: `${desk.url}${path}`, method: 'POST', data };
    const headers = { ...signer.toHeader(signer.authorize(request, by)) };
    const answer = await fetch(request.url, { method: 'POST', headers });
    expect(answer.status).toBe(200);
    return new URLSearchParams(await answer.text());
  }

  async function call(method: string, address: string, body?: object): Promise<{ status: number; body: Resource }> {
    const url = `${desk.url}/api/v2/${address}`;
    const headers = {
      'content-type': 'application/json',
      ...signer.toHeader(signer.authorize({ url, method }, token)),
    };
    const answer = await fetch(url, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    return { status: answer.status, body: (await answer.json()) as Resource };
  }

  it.each(QUERIES)('reads %s', async (query) => {
    expect((await call('GET', query)).status).toBe(200);
  });

  it('posts and patches JSON', async () => {
    const { status, body } = await call('POST', 'cases', {
      ...{ type: 'phone', subject: '請退款', message: { from: 'a@customer.example', body: '請退款' } },
    });
    expect([status, body['subject']]).toEqual([201, '請退款']);
    expect(await call('PATCH', `cases/${body.id}`, { subject: 'Ça va?' })).toMatchObject({
      status: 200,
      body: { subject: 'Ça va?' },
    });
  });
});

describe('desk-api 0.0.1 of npm, which speaks the API v1', () => {
  let client: DeskApiOfNpm;
  let config: { consumer_key: string; consumer_secret: string; token: string; token_secret: string };
  beforeAll(async () => {
    const asking = new OauthClient(desk.url, keys);
    const request = await asking.requestToken();
    const { token, secret } = await asking.accessToken(request, await allowed(request.token));
    config = { consumer_key: keys.key, consumer_secret: keys.secret, token, token_secret: secret };
    client = clientOf(config);
  });

  const clientOf = (own: typeof config) =>
    deskApiOfNpm.createClient({ ...own, subdomain: `${new URL(desk.url).host}/x` });
  type Done = (error: unknown, data: unknown) => void;
  const read = (ask: (done: Done) => void): Promise<Answered> =>
    new Promise((resolve, reject) =>
      ask((error, data) => (error ? reject(new Error(JSON.stringify(error))) : resolve(data as Answered))),
    );
  type Entry = Record<string, unknown> & { id: number };
  type Answered = Record<string, Entry> & {
    results: Record<string, Entry>[];
    page: number;
    count: number;
    total: number;
  };

  it('lists and reads cases', async () => {
    const { results, ...page } = await read((done) =>
      client.cases({ subject: 'Jürgen möchte', status: 'new,open' }, done),
    );
    expect(page).toEqual({ page: 1, count: 20, total: 1 });
    expect(results[0]!['case']).toMatchObject({
      ...{ id: caseId, channel: 'phone', labels: ['Refund'], priority: 9, thread_count: 2, note_count: 0 },
      ...{ case_status_type: expect.stringMatching(/new|open/), group: null },
    });
    expect((await read((done) => client.case(caseId, {}, done)))['case']).toEqual(results[0]!['case']);
    expect(await read((done) => client.cases({ page: 2, count: 1 }, done))).toMatchObject({ page: 2, count: 1 });
  });

  it('lists and reads customers', async () => {
    const { results } = await read((done) => client.customers({ email: 'j@customer.example' }, done));
    expect(results).toHaveLength(1);
    const { id } = results[0]!['customer']!;
    const { customer } = await read((done) => client.customer(id, {}, done));
    expect(customer).toMatchObject({ id, phones: [], twitters: [] });
    expect(customer!['emails']).toMatchObject([
      { email: { email: 'j@customer.example', customer_contact_type: 'other' } },
    ]);
  });

  it('lists what was said in a case', async () => {
    const { results, total } = await read((done) => client.interactions({ case_id: caseId }, done));
    expect(total).toBe(2);
    expect(results.map(({ interaction }) => interaction)).toMatchObject([
      { channel: 'phone', basis: 'original', direction: 'in', user: null, out_status: null, case_id: caseId },
      { basis: 'reply', direction: 'out', out_status: 'sent', user: { id: desk.administrator.id } },
    ]);
    expect(results[0]!['interaction']!['interactionable']).toMatchObject({ phone_call: { body: 'Bitte.' } });
  });

  it('lists and reads groups and users, and what else its manual shows', async () => {
    const groups = await read((done) => client.groups({}, done));
    const group = groups.results.find((one) => one['group']!['name'] === 'Second line')!['group']!;
    expect((await read((done) => client.group(group.id, {}, done)))['group']).toEqual(group);
    expect((await read((done) => client.users({}, done))).total).toBe(2);
    const { user } = await read((done) => client.user(desk.agent.id, {}, done));
    expect(user).toMatchObject({ name: 'Mia Larsen', name_public: 'Mia Larsen', user_level: 'agent' });
    expect(await read((done) => client.get('macros', { page: 2 }, done))).toMatchObject({ page: 2, results: [] });
  });

  it('is told what it did wrong, and what it may not', async () => {
    await expect(read((done) => client.case(999_999, {}, done))).rejects.toThrow(/404.*Resource Not Found/);
    await expect(read((done) => client.get('topics', {}, done))).rejects.toThrow(/403/);
    await expect(read((done) => client.cases({ page: 'x' }, done))).rejects.toThrow(/422.*page/);
    await expect(read((done) => clientOf({ ...config, token_secret: 'x' }).cases({}, done))).rejects.toThrow(/401/);
  });

  it('hears neither passwords nor bearer tokens, writes nothing, and tells how much is left', async () => {
    const basic = await desk.as(desk.administrator).fetch('/api/v1/cases');
    expect([basic.status, basic.headers.get('www-authenticate')]).toEqual([401, 'OAuth realm="Bureau"']);
    expect(basic.headers.get('x-rate-limit-remaining')).toMatch(/^\d+$/);
    expect((await desk.anybody.with({ authorization: 'Bearer x' }).fetch('/x.desk.com/api/v1/cases')).status).toBe(401);
    expect((await desk.anybody.fetch('/x.desk.com/api/v1/cases.json')).status).toBe(401);
    expect((await desk.as(desk.administrator).fetch('/x.desk.com/api/v2/cases')).status).toBe(404);
    const writing = new OauthClient(desk.url, keys);
    const token = { token: config.token, secret: config.token_secret };
    await expect(writing.post(`${desk.url}/api/v1/cases`, {}, token)).rejects.toThrow(/^405 /);
  });
});
