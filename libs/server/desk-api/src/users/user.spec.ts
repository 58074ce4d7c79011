import { casesApi, filtersApi, groupsApi, preferencesApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient, type Resource } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
let agent: DeskClient;
let groupId: number;
let outsider: Person;
beforeAll(async () => {
  desk = await startTestDesk();
  const admin = desk.as(desk.administrator);
  client = new DeskClient(admin);
  agent = new DeskClient(desk.as(desk.agent));
  outsider = await desk.aUser({ name: 'Aaron' });
  ({ id: groupId } = await admin.call(groupsApi.create, { body: { name: 'Support Ninjas' } }));
  await desk.sql.run('INSERT INTO group_members (group_id, user_id) VALUES ($1, $2)', [groupId, desk.agent.id]);
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

const entries = async (of: DeskClient, path: string): Promise<Resource[]> => {
  const { status, body } = await of.get(path);
  expect([path, status]).toEqual([path, 200]);
  return body._embedded.entries;
};
const names = async (of: DeskClient, path: string) => (await entries(of, path)).map(({ name }) => name);

describe('the people who work here', () => {
  it('are listed with the one who asks first, a thousand at once', async () => {
    const { body } = await agent.get('/users?per_page=5000&sort_field=name');
    expect(body._links.self.href).toContain('per_page=1000');
    expect(body._embedded.entries[0]!.id).toBe(desk.agent.id);
    const [, ...others] = body._embedded.entries.map(({ name }) => String(name));
    expect(others.length).toBeGreaterThan(1);
    expect((await entries(client, '/users'))[0]!.id).toBe(desk.administrator.id);
    const ids = (await entries(agent, '/users?since_id=0')).map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((one, other) => one - other));
  });

  it('are read by number, or as the one who asks, and cannot be written', async () => {
    const { body } = await agent.get('/users/current');
    expect(body).toMatchObject({ id: desk.agent.id, level: 'agent', email: desk.agent.email, deleted: false });
    expect((await client.get('/users/current')).body).toMatchObject({ level: 'siteadmin' });
    expect((await agent.get('/users/search')).status).toBe(404);
    for (const method of ['PATCH', 'DELETE']) {
      expect((await client.send(method, `/users/${outsider.id}`, {})).status).toBe(405);
    }
  });

  it('tell when they signed in to those who manage users, and to themselves', async () => {
    await desk.sql.run('UPDATE users SET last_sign_in_at = now()');
    const path = `/users/${outsider.id}`;
    expect((await agent.get(path)).body.last_login_at).toBeNull();
    expect((await client.get(path)).body.last_login_at).not.toBeNull();
    expect((await agent.get('/users/current')).body.last_login_at).not.toBeNull();
  });

  it('are in groups', async () => {
    expect(await names(agent, '/users/current/groups')).toEqual(['Support Ninjas']);
    expect(await names(client, `/users/${outsider.id}/groups`)).toEqual([]);
    expect((await entries(client, `/groups/${groupId}/users`)).map(({ id }) => id)).toEqual([desk.agent.id]);
    expect((await client.get('/groups/999999/users')).status).toBe(404);
  });
});

describe('my preferences', () => {
  const named = async (of: DeskClient, name: string) =>
    (await entries(of, '/users/current/preferences')).find((one) => one.name === name)!;

  it('are those of Desk.com that this desk has, with its own values behind them', async () => {
    expect((await entries(agent, '/users/current/preferences')).map(({ name, value }) => [name, value])).toEqual([
      ['auto_accept_on_route', false],
      ['screenpop_sound', '80'],
      ['new_chat_message_sound', '0'],
      ['confirm_on_short_replies', false],
    ]);
    const change = async (name: string, value: unknown) => {
      const { href } = (await named(agent, name))._links.self;
      return agent.patch(href.slice(7), { value });
    };
    expect(await change('confirm_on_short_replies', true)).toMatchObject({ status: 200, body: { value: true } });
    expect((await change('new_chat_message_sound', '70')).body.value).toBe('70');
    expect((await change('screenpop_sound', '0')).body.value).toBe('0');
    expect((await change('auto_accept_on_route', 'true')).body.value).toBe(true);
    const preferences = await desk.as(desk.agent).call(preferencesApi.read, {});
    expect(preferences).toMatchObject({ confirmShortReplies: true, notifications: { message: { sound: true } } });
    expect(await change('screenpop_sound', 'loud')).toMatchObject({
      status: 422,
      body: { errors: { value: ['invalid'] } },
    });
  });

  it('are nobody else’s', async () => {
    const { href } = (await named(agent, 'screenpop_sound'))._links.self;
    expect(await entries(client, `/users/${desk.agent.id}/preferences`)).toEqual([]);
    expect((await client.get(href.slice(7))).status).toBe(404);
    expect((await client.patch(href.slice(7), { value: true })).status).toBe(404);
  });
});

describe('permissions', () => {
  it('are those of the one who asks', async () => {
    const all = await entries(client, '/permissions?per_page=1000');
    const own = await entries(agent, '/permissions?per_page=1000');
    expect(own.length).toBeLessThan(all.length);
    expect(own.find(({ name }) => name === 'cases:view')).toMatchObject({ action: 'view', area: 'cases' });
    const only = all.find(({ name }) => name === 'settings:manage')!;
    expect((await client.get(only._links.self.href.slice(7))).status).toBe(200);
    expect((await agent.get(only._links.self.href.slice(7))).status).toBe(404);
  });
});

describe('filters', () => {
  let filterId: number;
  let caseIds: number[];
  const ids = async (of: DeskClient, path: string) => (await entries(of, path)).map(({ id }) => id);

  beforeAll(async () => {
    const admin = desk.as(desk.administrator);
    const opened = [];
    for (const [index, subject] of ['The kettle', 'The teapot', 'The cup', 'The kettle again'].entries()) {
      const customer = { address: 'ana@customer.example', name: 'Ana' };
      const { id } = await admin.call(casesApi.open, { body: { subject, text: 'Hm.', customer, priority: 9 - index } });
      opened.push(id);
    }
    caseIds = opened;
    const filter = await admin.call(filtersApi.create, {
      body: {
        ...{ name: 'Kettles', folder: '', columns: [], groupBy: null, enabled: true, routes: false },
        conditions: { match: 'all', conditions: [{ field: 'case.subject', operator: 'contains', value: 'kettle' }] },
        sort: { field: 'priority', direction: 'asc' },
        visibility: { for: 'group', groupId },
      },
    });
    filterId = filter.id;
  });

  it('are those that one works with, of groups and of users', async () => {
    expect((await client.get(`/filters/${filterId}`)).body).toMatchObject({
      name: 'Kettles',
      sort: 'priority',
      sort_field: 'priority',
      sort_direction: 'asc',
      active: true,
      _links: { group: { href: `/api/v2/groups/${groupId}` }, user: null, cases: { class: 'case' } },
    });
    expect(await names(agent, `/groups/${groupId}/filters`)).toEqual(['Kettles']);
    expect(await names(agent, '/users/current/filters')).toContain('Kettles');
    expect(await names(agent, '/filters')).toContain('Inbox');
    const other = new DeskClient(desk.as(outsider));
    expect(await names(other, '/filters')).not.toContain('Kettles');
    expect((await other.get(`/filters/${filterId}/cases`)).status).toBe(404);
    expect((await client.patch(`/filters/${filterId}`, { name: 'x' })).status).toBe(405);
  });

  it('have their cases in their own order, or in the one that is asked for', async () => {
    const [first, , , last] = caseIds;
    expect(await ids(agent, `/filters/${filterId}/cases`)).toEqual([last, first]);
    expect(await ids(agent, `/filters/${filterId}/cases?sort_field=id&embed=customer`)).toEqual([first, last]);
    expect(await ids(agent, `/filters/${filterId}/cases?per_page=1&page=2`)).toEqual([first]);
    expect(await ids(agent, `/filters/${filterId}/cases?since_id=${first}`)).toEqual([last]);
    expect(await ids(agent, `/cases?filter_id=${filterId}`)).toEqual([last, first]);
    expect((await agent.get(`/filters/${filterId}/cases`)).body.total_entries).toBe(2);
    expect((await agent.get('/cases?filter_id=x')).body.errors).toEqual({ filter_id: ['invalid'] });
    expect((await agent.get('/cases?filter_id=999999')).status).toBe(404);
  });

  it('tell what has changed to who knows some of their cases', async () => {
    const [first, , , last] = caseIds;
    const path = `/filters/${filterId}/cases/changes`;
    expect(await ids(agent, `${path}?cids=${first}`)).toEqual([last]);
    const later = Math.ceil(Date.now() / 1000) + 3600;
    expect(await ids(agent, `${path}?cids=${first},${last}&cflpt=${later}`)).toEqual([]);
    expect(await ids(agent, `${path}?cids=${first},${last}&cflpt=0`)).toEqual([last, first]);
    expect((await agent.get(`${path}?cids=x`)).body.errors).toEqual({ cids: ['invalid'] });
    expect((await agent.get(`${path}?cflpt=99999999999999999`)).body.errors).toEqual({ cflpt: ['invalid'] });
  });

  it('that only memory can decide are answered, too', async () => {
    const { id } = await desk.as(desk.administrator).call(filtersApi.create, {
      body: {
        ...{ name: 'By pattern', folder: '', columns: [], groupBy: null, enabled: true, routes: false },
        conditions: { match: 'all', conditions: [{ field: 'case.subject', operator: 'matches', value: '^The k.*n$' }] },
        sort: { field: 'id', direction: 'asc' },
        visibility: { for: 'everyone' },
      },
    });
    expect(await ids(agent, `/filters/${id}/cases`)).toEqual([caseIds[3]]);
  });
});
