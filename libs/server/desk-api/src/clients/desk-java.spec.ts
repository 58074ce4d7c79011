import { applicationsApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import type { Resource } from '../desk-client.fixture.ts';
import { basic, good, speak } from './speak.fixture.ts';

/** As the Java client and the mobile apps on it speak: all that Desk.com knew last, and nulls that are said. */
let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

const say = (method: string, path: string, body?: object, headers: Record<string, string> = {}) =>
  speak(desk, {
    method,
    path,
    headers: {
      accept: 'application/json',
      'content-type': 'application/json; charset=UTF-8',
      'user-agent': 'okhttp/3.4.1',
      authorization: basic(desk.agent),
      ...headers,
    },
    body: body && JSON.stringify(body),
  });
const get = (path: string, headers?: Record<string, string>) => say('GET', path, undefined, headers);

async function aCase(): Promise<Resource> {
  const message = { direction: 'in', from: 'Jimmy Doe <jimmy@acme.example>', body: 'Please help' };
  return good(await say('POST', '/cases', { type: 'email', subject: 'Please help', message }), 201);
}

const admin = () => ({ authorization: basic(desk.administrator) });

describe('the Java client', () => {
  it('locks a case for who is signed in, and unlocks it by nulls', async () => {
    const { self } = (await aCase())._links;
    const me = good(await get('/users/current'));
    const until = new Date(desk.clock.now().getTime() + 600_000).toISOString().replace(/\.\d+/, '');
    const lock = { locked_until: until, _links: { locked_by: me._links.self } };
    expect(good(await say('PATCH', self.href, lock))).toMatchObject({
      locked_until: until,
      _links: { locked_by: { href: `/api/v2/users/${me.id}`, class: 'user' } },
    });
    const unlock = { locked_until: null, _links: { locked_by: null } };
    expect(good(await say('PATCH', self.href, unlock))).toMatchObject({
      locked_until: null,
      _links: { locked_by: null },
    });
  });

  it('changes a case and replies in one call, without the rules', async () => {
    const { self } = (await aCase())._links;
    const reply = { body: 'Solved.', direction: 'out', status: 'pending' };
    const update = { status: 'resolved', labels: ['Done'], label_action: 'append', suppress_rules: true, reply };
    const changed = good(await say('PATCH', `${self.href}?embed=customer,draft,message`, update));
    expect(changed).toMatchObject({ status: 'resolved', labels: ['Done'], _embedded: { draft: null } });
    expect(changed).not.toHaveProperty('suppress_rules');
    expect(changed).not.toHaveProperty('reply');
    expect(good(await get(`${self.href}/replies`)).total_entries).toBe(1);
  });

  it('sends a draft with the status that the case is to have', async () => {
    const { self } = (await aCase())._links;
    good(await say('POST', `${self.href}/replies/draft`, {}), 201);
    good(await say('PATCH', `${self.href}/replies/draft`, { body: 'We look into it.' }));
    const sending = { status: 'pending', ticket_status: 'pending' };
    expect(good(await say('PATCH', `${self.href}/replies/draft`, sending))['status']).toBe('pending');
    expect(good(await get(self.href))['status']).toBe('pending');
  });

  it('previews macros', async () => {
    const made = await aCase();
    const macro = good(await say('POST', '/macros', { name: 'Raise' }, admin()), 201);
    const rows = good(await say('GET', `${macro._links.self.href}/actions`, undefined, admin()));
    const row = rows._embedded.entries.find(({ type }) => type === 'set-case-priority');
    good(await say('PATCH', row?._links.self.href ?? '', { value: '9', enabled: true }, admin()));
    const asked = { _links: { macros: [{ href: macro._links.self.href, class: 'macro' }] } };
    const preview = good(await say('POST', `${made._links.self.href}/macros/preview`, asked));
    expect(preview).toMatchObject({ _embedded: { case: { id: made.id, priority: 9 }, reply: null } });
  });

  it('reads filters and what is new in them, with what it names of fields', async () => {
    const { body } = await get('/users/current/filters?per_page=100');
    expect(body._embedded.entries.length).toBeGreaterThan(0);
    const made = await aCase();
    for (const filter of body._embedded.entries.slice(0, 3)) {
      const cases = good(await get(`${filter._links['cases']?.href}?fields=id,subject&embed=customer`));
      for (const entry of cases._embedded.entries) {
        expect(Object.keys(entry).toSorted()).toEqual(['_embedded', '_links', 'id', 'subject']);
      }
      good(await get(`${filter._links.self.href}/cases/changes?cids=${made.id}&cflpt=1416000000`));
    }
  });

  it('asks with the tag that it has', async () => {
    const { self } = (await aCase())._links;
    const first = await get(self.href);
    expect((await get(self.href, { 'if-none-match': first.headers['etag'] ?? '' })).status).toBe(304);
  });

  it('reads articles and opens cases with the token of a mobile SDK, and nothing else', async () => {
    const created = await desk.as(desk.administrator).call(applicationsApi.create, { body: { name: 'SDK' } });
    const params = { applicationId: created.application.id };
    const body = { scopes: ['articles:view' as const, 'cases:create' as const, 'cases:view' as const] };
    const { bearerToken } = await desk.as(desk.administrator).call(applicationsApi.createToken, { params, body });
    const token = { authorization: `Bearer ${bearerToken}` };
    good(await get('/articles/search?text=help&in_support_center=true', { ...token, 'accept-language': 'de' }));
    good(await get('/topics?in_support_center=true', token));
    const message = { direction: 'in', from: 'Jimmy Doe <jimmy@acme.example>', body: 'From the app' };
    good(await say('POST', '/cases', { type: 'email', subject: 'From the app', message }, token), 201);
    expect((await get('/cases', token)).status).toBe(403);
  });
});
