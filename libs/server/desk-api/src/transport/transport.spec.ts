import { applicationsApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
beforeAll(async () => {
  desk = await startTestDesk();
  client = new DeskClient(desk.as(desk.administrator));
  for (const number of [1, 2, 3]) await client.post('/cases', aCase(`Order ${number}`));
});
afterAll(() => closeDesk(desk));

/** Each test has a window of its own. */
beforeEach(() => desk.clock.toNextMinute());

const aCase = (subject: string) => ({
  type: 'email',
  subject,
  message: { direction: 'in', from: '"Ana Flores" <ana@customer.example>', body: 'Where is it?' },
});

describe('an answer', () => {
  it('has the headers that clients of Desk.com know', async () => {
    const { status, headers } = await client.get('/cases');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(headers.get('status')).toBe('200 OK');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f]{32}$/);
    expect(headers.get('x-runtime')).toMatch(/^\d+\.\d+$/);
    expect(headers.get('x-appversion')).toBe('15.99');
    expect(headers.get('cache-control')).toBe('must-revalidate, private, max-age=0');
    expect(headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
  });

  it('is 304 for whoever has it already, of lists and of entries', async () => {
    for (const path of ['/cases', '/cases/1']) {
      const { headers } = await client.get(path);
      const again = await client.get(path, { 'if-none-match': headers.get('etag')! });
      expect([again.status, again.body]).toEqual([304, undefined]);
      expect((await client.get(path, { 'if-none-match': '"other"' })).status).toBe(200);
    }
  });

  it.each([
    ['GET', '/nothing', 404, { message: 'Resource Not Found' }],
    ['GET', '/cases/999999', 404, { message: 'Resource Not Found' }],
    ['GET', '/cases/nonsense', 404, { message: 'Resource Not Found' }],
    ['GET', '/users/search', 404, { message: 'Resource Not Found' }],
    ['POST', '/users', 405, { message: 'Method Not Allowed' }],
    ['PATCH', '/users/1', 405, { message: 'Method Not Allowed' }],
    ['DELETE', '/users/1', 405, { message: 'Method Not Allowed' }],
    ['PUT', '/cases/1', 405, { message: 'Method Not Allowed' }],
  ])('to %s %s is %i', async (method, path, status, body) => {
    expect(await client.send(method, path, {})).toMatchObject({ status, body });
  });

  it.each(['assign', 'keys', 'prototype', 'x'])(
    'calls members as they were sent, also constructor.%s',
    async (name) => {
      const wrong = { ...aCase('Order 9'), custom_fields: { constructor: { [name]: '\ud800' } } };
      expect(await client.post('/cases', wrong)).toMatchObject({
        status: 422,
        body: { errors: { custom_fields: { constructor: { [name]: ['invalid'] } } } },
      });
      expect([typeof Object.assign, typeof Object.keys, 'x' in Object]).toEqual(['function', 'function', false]);
    },
  );

  it('names every field that is wrong, as it is nested', async () => {
    const wrong = { ...aCase(''), priority: 11, message: { from: 'ana@customer.example' }, custom_fields: { x: [] } };
    expect(await client.post('/cases', wrong)).toMatchObject({
      status: 422,
      body: {
        message: 'Validation Failed',
        errors: {
          subject: ['blank'],
          priority: ['invalid'],
          message: { body: ['blank'] },
          custom_fields: { x: ['blank'] },
        },
      },
    });
  });
});

describe('a client', () => {
  it('may send no content type, and members that nobody may write', async () => {
    const body = Buffer.from(JSON.stringify({ ...aCase('Quiet'), id: -1, locked_until: null, _embedded: {}, x: 1 }));
    const answer = await desk.as(desk.administrator).fetch('/api/v2/cases', { method: 'POST', body });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('location')).toMatch(/^https?:\/\/.+\/api\/v2\/cases\/\d+$/);
  });

  it('may send the body null with everything', async () => {
    const { body } = await client.post('/cases', aCase('To be removed'));
    expect((await client.send('DELETE', body._links.self.href.slice(7), { body: 'null' })).status).toBe(204);
    expect((await client.get(body._links.self.href.slice(7))).status).toBe(404);
  });

  it('may say that its POST is a PATCH', async () => {
    const answer = await client.post('/cases/1', { subject: 'Order 1b' }, { 'x-http-method-override': 'PATCH' });
    expect(answer).toMatchObject({ status: 200, body: { subject: 'Order 1b' } });
  });

  it('is told that a body is no JSON, and that it is too long', async () => {
    expect((await client.send('POST', '/cases', { body: '{"subject":' })).status).toBe(400);
    expect((await client.post('/cases', { x: 'x'.repeat(10_485_760) })).status).toBe(413);
  });

  it('is not heard with the cookie of a session, or with nothing', async () => {
    const cookie = desk.anybody.with({ cookie: 'bureau_session=anything' });
    const answer = await new DeskClient(cookie).get('/cases');
    expect(answer.status).toBe(401);
    expect(answer.body.message).toBeTruthy();
  });

  it('with a mobile token opens cases and nothing else', async () => {
    const admin = desk.as(desk.administrator);
    const { application } = await admin.call(applicationsApi.create, { body: { name: 'Telephone' } });
    const params = { applicationId: application.id };
    const body = { scopes: ['cases:view' as const, 'cases:create' as const] };
    const { bearerToken } = await admin.call(applicationsApi.createToken, { params, body });
    const mobile = new DeskClient(desk.anybody.with({ authorization: `Bearer ${bearerToken}` }));
    expect((await mobile.post('/cases', aCase('From afar'))).status).toBe(201);
    expect((await mobile.get('/cases')).status).toBe(403);
  });

  it('who saw another version is told of the conflict', async () => {
    const { headers } = await client.get('/cases/2');
    const seen = { 'if-match': headers.get('etag')! };
    expect((await client.patch('/cases/2', { priority: 7 }, seen)).status).toBe(200);
    expect((await client.patch('/cases/2', { priority: 8 }, seen)).status).toBe(409);
  });
});

describe('a page', () => {
  it('repeats what was asked and says where the others are', async () => {
    const { body } = await client.get('/cases?embed=customer&per_page=2&page=1&sort_field=created_at');
    expect(body).toMatchObject({ page: 1 });
    expect(body.total_entries).toBeGreaterThan(2);
    expect(body._links.self).toEqual({
      href: '/api/v2/cases?embed=customer&sort_field=created_at&page=1&per_page=2',
      class: 'page',
    });
    expect(body._links.previous).toBeNull();
    expect(body._links.next.href).toContain('page=2&per_page=2');
    expect(body._embedded.entries).toHaveLength(2);
    expect(body._embedded.entries[0]!._embedded.customer).toMatchObject({ display_name: 'Ana Flores' });
  });

  it('counts only the cases that the reader sees, and tells of sign-ins only who manages users', async () => {
    const agent = new DeskClient(desk.as(desk.agent));
    const [all, own] = [await client.get('/customers/1'), await agent.get('/users')];
    expect(all.body._links['cases']?.count).toBe((await client.get('/customers/1/cases')).body.total_entries);
    await desk.sql.run('UPDATE users SET last_sign_in_at = now()');
    const signIns = own.body._embedded.entries.map(({ id }) => id);
    const read = async (reader: DeskClient) =>
      (await reader.get('/users')).body._embedded.entries.filter((user) => user['last_login_at']).map(({ id }) => id);
    expect(await read(agent)).toEqual([desk.agent.id]);
    expect((await read(client)).toSorted()).toEqual(signIns.toSorted());
  });

  it('holds 50 entries unless asked for more, and never more than there may be', async () => {
    expect((await client.get('/cases')).body._links.self.href).toBe('/api/v2/cases?page=1&per_page=50');
    expect((await client.get('/cases?per_page=5000')).body._links.self.href).toBe('/api/v2/cases?page=1&per_page=100');
    expect((await client.get('/labels?per_page=5000')).body._links.self.href).toContain('per_page=1000');
  });

  it('is whole where it is long, and 304 for whoever has it', async () => {
    const client = new DeskClient(desk.as(desk.administrator));
    const said = 'Où est ma commande ? '.repeat(1000);
    for (const number of [1, 2, 3, 4]) {
      await desk.sql.run('UPDATE cases SET description = $2 WHERE id = $1', [number, `${said}${number}`]);
    }
    const { status, body, headers } = await client.get('/cases?per_page=100');
    const again = await client.get('/cases?per_page=100', { 'if-none-match': headers.get('etag')! });
    await desk.sql.run("UPDATE cases SET description = ''", []);

    expect([status, headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8']);
    expect(Number(headers.get('content-length'))).toBeGreaterThan(3 * said.length);
    expect(body._embedded.entries.slice(0, 3).map(({ description }) => description)).toEqual(
      [1, 2, 3].map((number) => `${said}${number}`),
    );
    expect([again.status, again.body]).toEqual([304, undefined]);
  });

  it('is at most the 500th', async () => {
    expect((await client.get('/cases?page=500')).body._embedded.entries).toEqual([]);
    expect(await client.get('/cases?page=501')).toMatchObject({
      status: 422,
      body: { message: 'page parameter must be less than or equal to 500' },
    });
  });

  it('goes on from an id, in order', async () => {
    const { body } = await client.get('/cases?since_id=1&per_page=2&sort_direction=desc');
    expect(body._embedded.entries.map(({ id }) => id)).toEqual([2, 3]);
  });

  it('is sorted as asked', async () => {
    const { body } = await client.get('/cases?sort_field=id&sort_direction=desc&per_page=100');
    const ids: number[] = body._embedded.entries.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((one, other) => other - one));
  });

  it('shows only the members that were asked for', async () => {
    const { body } = await client.get('/cases?fields=subject&per_page=1');
    expect(Object.keys(body._embedded.entries[0]!).toSorted()).toEqual(['_links', 'id', 'subject']);
  });

  it.each([
    'since_id=x',
    'page=-1',
    'sort_field=password_hash',
    'sort_direction=up',
    'since_updated_at=never',
    'sort_field=__proto__',
  ])('is refused, naming the parameter, for %s', async (query) => {
    const [name] = query.split('=');
    expect(await client.get(`/cases?${query}`)).toMatchObject({
      status: 422,
      body: { message: 'Validation Failed', errors: { [name!]: ['invalid'] } },
    });
  });
});

describe('the limit', () => {
  it('is sixty a minute for each agent, for all together, and is told with every answer', async () => {
    const { headers } = await client.get('/users');
    expect(headers.get('x-rate-limit-limit')).toBe('120');
    const { headers: next } = await client.get('/nothing');
    expect(Number(next.get('x-rate-limit-remaining'))).toBe(Number(headers.get('x-rate-limit-remaining')) - 1);
    expect(Number(next.get('x-rate-limit-reset'))).toBeGreaterThan(0);
  });

  it('is exact when all come at once, and those who wait get through', async () => {
    const answers = await Promise.all(Array.from({ length: 130 }, () => client.get('/groups')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(120);
    expect(refused).toHaveLength(10);
    expect(refused[0]!.body).toEqual({ message: 'Too Many Requests' });
    expect(refused[0]!.headers.get('retry-after')).toBe(refused[0]!.headers.get('x-rate-limit-reset'));
    expect(refused[0]!.headers.get('x-retry-after')).toBe(refused[0]!.headers.get('x-rate-limit-reset'));

    desk.clock.advance(60_000);
    const again = await Promise.all(refused.map(() => client.get('/groups')));
    expect(again.map(({ status }) => status)).toEqual(refused.map(() => 200));
  });

  it('of strangers takes nothing from those who are known', async () => {
    const nobody = new DeskClient(desk.anybody);
    const answers = await Promise.all(Array.from({ length: 70 }, () => nobody.get('/cases')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([401, 429]));
    const { headers } = await client.get('/cases');
    expect(headers.get('x-rate-limit-remaining')).toBe('119');
  });
});
