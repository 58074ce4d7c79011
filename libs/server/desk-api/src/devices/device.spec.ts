import { applicationsApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { signOAuth1 } from '../../../../../test/fixtures/oauth1.ts';
import { DeskClient, type Resource } from '../desk-client.fixture.ts';

let desk: TestDesk;
let admin: DeskClient;
let agent: DeskClient;
beforeAll(async () => {
  desk = await startTestDesk();
  admin = new DeskClient(desk.as(desk.administrator));
  agent = new DeskClient(desk.as(desk.agent));
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

const entries = async (of: DeskClient, path: string): Promise<Resource[]> => {
  const { status, body } = await of.get(path);
  expect([path, status]).toEqual([path, 200]);
  return body._embedded.entries;
};
const below = ({ _links: { self } }: Resource) => self.href.slice('/api/v2'.length);

describe('my telephone', () => {
  it('is named, told of everything, and named again without becoming another one', async () => {
    const made = await agent.post('/users/current/mobile_devices', { token: 'apns-1', type: 'IOS' });
    expect(made).toMatchObject({ status: 201, body: { type: 'ios', _links: { self: { class: 'mobile_device' } } } });
    expect(JSON.stringify(made.body)).not.toContain('apns-1');
    expect((await agent.get(below(made.body))).body).toEqual(made.body);
    const again = await agent.post('/users/current/mobile_devices', { token: 'apns-1', type: 'ios' });
    expect(again.body.id).toBe(made.body.id);
    const settings = await entries(agent, `${below(made.body)}/settings`);
    expect(settings.map(({ id, value }) => [id, value])).toEqual(
      [100, 200, 210, 300, 400, 500].map((number) => [number, true]),
    );
  });

  it('is silent about what I switch off, however the app writes that', async () => {
    const [device] = await entries(agent, '/users/current/mobile_devices');
    const setting = `${below(device!)}/settings/300`;
    for (const value of [false, 'false', '0', 0]) {
      await agent.patch(setting, { value: true });
      expect((await agent.patch(setting, { value })).body).toMatchObject({ id: 300, value: false });
    }
    const wrong = await agent.patch(setting, { value: 'loud' });
    expect(wrong).toMatchObject({ status: 422, body: { errors: { value: ['invalid'] } } });
    expect((await agent.patch(`${below(device!)}/settings/301`, { value: true })).status).toBe(404);
    const refused = await agent.post('/users/current/mobile_devices', { token: ' ', type: 'pager' });
    expect(refused).toMatchObject({ status: 422, body: { errors: { token: ['blank'], type: ['invalid'] } } });
  });

  it('is nobody else’s to see, to name, to change or to forget; who names it takes it over', async () => {
    const [device] = await entries(agent, '/users/current/mobile_devices');
    expect(await entries(admin, `/users/${desk.agent.id}/mobile_devices`)).toEqual([]);
    for (const path of [below(device!), `${below(device!)}/settings`, `${below(device!)}/settings/100`]) {
      expect((await admin.get(path)).status).toBe(404);
    }
    expect((await admin.patch(`${below(device!)}/settings/100`, { value: false })).status).toBe(404);
    expect((await admin.delete(below(device!))).status).toBe(404);
    const theirs = await admin.post(`/users/${desk.agent.id}/mobile_devices`, { token: 'x', type: 'ios' });
    expect(theirs.status).toBe(403);
    await admin.post('/users/current/mobile_devices', { token: 'apns-1', type: 'ios' });
    expect(await entries(agent, '/users/current/mobile_devices')).toEqual([]);
    const [taken] = await entries(admin, '/users/current/mobile_devices');
    expect((await entries(admin, `${below(taken!)}/settings`)).every(({ value }) => value === true)).toBe(true);
    expect((await admin.delete(below(taken!))).status).toBe(204);
    expect(await entries(admin, '/users/current/mobile_devices')).toEqual([]);
  });

  it('is one of twenty: the ones that were named first are forgotten', async () => {
    await desk.sql.run(
      `INSERT INTO mobile_devices (user_id, token, type) SELECT $1, 'many-' || i, 'android' FROM generate_series(1, 25) i`,
      [desk.agent.id],
    );
    await agent.post('/users/current/mobile_devices', { token: 'the-latest', type: 'android' });
    expect(await entries(agent, '/users/current/mobile_devices')).toHaveLength(20);
  });
});

describe('who logs out', () => {
  it('ends the token of the app and no other one; who came with a password comes again', async () => {
    const native = desk.as(desk.administrator);
    const { application, secret } = await native.call(applicationsApi.create, { body: { name: 'The app' } });
    const params = { applicationId: application.id };
    const signed = async () => {
      const made = await native.call(applicationsApi.createToken, { params, body: { scopes: ['users:view'] } });
      const keys = { key: application.key, secret, token: made.accessToken.token, tokenSecret: made.tokenSecret };
      return async (method: string, path: string) => {
        desk.clock.advance(1_000);
        const timestamp = Math.floor(desk.clock.now().getTime() / 1000);
        const authorization = signOAuth1(keys, { method, url: `${desk.url}/api/v2${path}`, timestamp });
        return (await new DeskClient(desk.anybody.with({ authorization })).send(method, path, {})).status;
      };
    };
    const [phone, tablet] = [await signed(), await signed()];
    expect(await phone('GET', '/users/current')).toBe(200);
    expect(await phone('POST', '/users/me/logout')).toBe(204);
    expect(await phone('GET', '/users/current')).toBe(401);
    expect(await tablet('GET', '/users/current')).toBe(200);
    const { status } = await agent.post('/users/me/logout', {});
    expect([status, (await agent.get('/users/current')).status]).toEqual([204, 200]);
  });
});

describe('what Desk.com sold last', () => {
  it('is off, and there is none of it', async () => {
    for (const path of ['/customers', '/companies', '/opportunities']) {
      const rest = path === '/opportunities' ? 'enabled' : 'enhancements_enabled';
      expect((await agent.get(`${path}/${rest}`)).body).toMatchObject({ enabled: false });
    }
    for (const path of ['customer_filters', 'company_filters', 'opportunity_filters', 'opportunity_stages']) {
      expect((await agent.get(`/${path}`)).body).toMatchObject({ total_entries: 0, _embedded: { entries: [] } });
    }
    expect(await entries(agent, '/users/current/customer_filters')).toEqual([]);
    expect(await entries(agent, '/opportunities/search?q=deal')).toEqual([]);
    expect((await agent.get('/opportunities/1')).status).toBe(404);
    expect((await agent.get('/customer_filters/1/customers')).status).toBe(404);
    expect((await agent.post('/opportunities', { name: 'x' })).status).toBe(405);
  });

  it('leaves a user without searches that are kept', async () => {
    const { body } = await agent.get('/users/current');
    expect(await entries(agent, body._links['searches']!.href.slice('/api/v2'.length))).toEqual([]);
  });
});
