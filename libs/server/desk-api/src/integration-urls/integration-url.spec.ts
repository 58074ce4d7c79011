import { casesApi, groupsApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient, type Resource } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
let agent: DeskClient;
let groupId: number;
let supportCase: { id: number; customer: { id: number } };
beforeAll(async () => {
  desk = await startTestDesk();
  const admin = desk.as(desk.administrator);
  client = new DeskClient(admin);
  agent = new DeskClient(desk.as(desk.agent));
  ({ id: groupId } = await admin.call(groupsApi.create, { body: { name: 'Orders' } }));
  const customer = { address: 'andrew@customer.example', name: 'Andrew Ash' };
  const body = { subject: 'Where is it?', text: 'Hm.', customer };
  supportCase = await desk.as(desk.agent).call(casesApi.open, { body });
});
afterAll(() => closeDesk(desk));
beforeEach(async () => {
  desk.clock.advance(60_000);
  await desk.sql.run('DELETE FROM integration_urls');
});

const MARKUP = 'http://www.example.com/name={{customer.name | url_encode}}';
const sample = { name: 'Sample URL', description: 'A sample Integration URL', enabled: true, markup: MARKUP };
const make = async (over: object = {}) => (await client.post('/integration_urls', { ...sample, ...over })).body;
const below = ({ _links: { self } }: Resource) => self.href.slice('/api/v2'.length);
const entries = async (of: DeskClient, path: string) => {
  const { status, body } = await of.get(path);
  expect([path, status]).toEqual([path, 200]);
  return body._embedded.entries;
};
const names = async (of: DeskClient, path: string) => (await entries(of, path)).map(({ name }) => name);

describe('integration URLs', () => {
  it('are made, read, changed and deleted', async () => {
    const { status, body } = await client.post('/integration_urls', { ...sample, enabled: false, id: -1 });
    expect(status).toBe(201);
    expect(body).toMatchObject({ ...sample, enabled: false, rendered: 'http://www.example.com/name=' });
    expect(body._links).toMatchObject({ self: { class: 'integration_url' }, group: null, user: null });
    const changed = await client.patch(below(body), { enabled: true, description: null });
    expect(changed).toMatchObject({ status: 200, body: { enabled: true, description: null, markup: MARKUP } });
    expect((await client.send('DELETE', below(body), {})).status).toBe(204);
    expect((await client.get(below(body))).status).toBe(404);
  });

  it('are rendered for a case or a customer, and empty for nobody', async () => {
    const path = below(await make());
    const rendered = async (query: string) => (await client.get(`${path}${query}`)).body.rendered;
    expect(await rendered('')).toBe('http://www.example.com/name=');
    expect(await rendered(`?case_id=${supportCase.id}`)).toBe('http://www.example.com/name=Andrew%20Ash');
    expect(await rendered(`?customer_id=${supportCase.customer.id}`)).toBe('http://www.example.com/name=Andrew%20Ash');
    const [entry] = await entries(client, `/integration_urls?customer_id=${supportCase.customer.id}`);
    expect(entry).toMatchObject({ rendered: 'http://www.example.com/name=Andrew%20Ash', position: expect.any(Number) });
    expect((await client.get(`${path}?case_id=999999`)).status).toBe(404);
    expect((await client.get(`${path}?customer_id=999999`)).status).toBe(404);
    expect(await client.get(`${path}?case_id=x`)).toMatchObject({
      status: 422,
      body: { errors: { case_id: ['invalid'] } },
    });
  });

  it('are of a group or a user, by their links', async () => {
    const group = { href: `/api/v2/groups/${groupId}`, class: 'group' };
    const user = { href: `/api/v2/users/${desk.agent.id}`, class: 'user' };
    const ofGroup = await make({ name: 'Group', _links: { group } });
    expect(ofGroup._links).toMatchObject({ group, user: null });
    await make({ name: 'Mine', _links: { user } });
    await make({ name: 'All' });
    await make({ name: 'Off', enabled: false });
    expect(await names(client, '/integration_urls')).toEqual(['Group', 'Mine', 'All', 'Off']);
    expect(await names(agent, '/integration_urls')).toEqual(['Mine', 'All']);
    expect(await names(client, `/users/${desk.agent.id}/integration_urls`)).toEqual(['Mine', 'All']);
    expect(await names(agent, '/users/current/integration_urls')).toEqual(['Mine', 'All']);
    expect((await agent.get(below(ofGroup))).status).toBe(404);
    const { body } = await client.patch(below(ofGroup), { _links: { group: null } });
    expect(body._links.group).toBeNull();
    expect(await names(agent, '/integration_urls')).toContain('Group');
    const links = (await client.get('/users/current')).body._links;
    expect(links.integration_urls).toMatchObject({ class: 'integration_url' });
  });

  it('stand where they are put', async () => {
    for (const name of ['One', 'Two', 'Three']) await make({ name });
    const last = (await entries(client, '/integration_urls')).at(-1)!;
    await client.patch(below(last), { position: 1 });
    expect(await names(client, '/integration_urls')).toEqual(['Three', 'One', 'Two']);
  });

  it('are written by those who manage them, and lead by http to a host that is written out', async () => {
    expect((await agent.post('/integration_urls', sample)).status).toBe(403);
    const path = below(await make());
    expect((await agent.patch(path, { name: 'Mine' })).status).toBe(403);
    const refused = async (over: object) => (await client.post('/integration_urls', { ...sample, ...over })).body;
    expect(await refused({ markup: 'javascript:alert(1)' })).toMatchObject({ errors: { markup: ['invalid'] } });
    expect(await refused({ markup: 'https://{{customer.name}}/' })).toMatchObject({ errors: { markup: ['invalid'] } });
    expect(await refused({ markup: undefined })).toMatchObject({ errors: { markup: ['blank'] } });
    expect(await refused({ _links: { group: { href: '/api/v2/groups/999999' } } })).toMatchObject({
      errors: { _links: { group: ['invalid'] } },
    });
  });
});
