import { auditApi, salesforceConnectionApi as api, systemLogApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import {
  connectSalesforce,
  signInToSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';
import { comeBack, cookieOf } from '../../../../../test/fixtures/coming-back.ts';
import { SalesforceClients, SalesforceFailure, SalesforceUnavailable } from '../salesforce/index.ts';

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce();
});
afterAll(() => world.close());
beforeEach(() => world.org.clearFailures());

const admin = () => world.desk.as(world.desk.administrator);
const begin = () => admin().call(api.signIn, { body: { host: 'production' } });
const now = async () => (await admin().call(api.get, {})).connection;
const clients = () => world.desk.running.get(SalesforceClients);
const anyone = async () => (await clients().forPeople()).query('SELECT Id FROM Account LIMIT 1');

describe('connecting an organisation', () => {
  it('says what to enter at Salesforce before anything is connected', async () => {
    expect(await admin().call(api.get, {})).toEqual({
      configured: true,
      callbackUrl: expect.stringMatching(/\/salesforce\/callback$/),
      loginUrl: world.org.url,
      keyUsername: null,
      ...{ connection: null, linkedTo: null },
    });
    expect(await admin().refusal(api.check, {})).toEqual({ status: 409, code: 'salesforce.not-connected' });
  });

  it('sends nobody to pages where nobody can sign in, and names the right address', async () => {
    const body = { host: 'my-domain' as const, address: 'https://acme.lightning.force.com/lightning/page/home' };
    const refused = await admin().send(api.signIn, { body });
    expect(refused.status).toBe(422);
    expect(JSON.stringify(await refused.json())).toContain('https://acme.my.salesforce.com');
  });

  it('ends at the page of the integration, with organisation and user, checked and still off', async () => {
    const { url } = await begin();
    const asked = new URL(url).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect(asked.get('scope')?.split(' ')).toEqual(expect.arrayContaining(['api', 'refresh_token']));

    const end = await signInToSalesforce(world, url);
    expect(end).toMatch(/^\/admin\/salesforce\?outcome=connected&signIn=\d+$/);
    await world.desk.drain();
    expect(await now()).toMatchObject({
      organisation: { id: world.org.org.id, name: 'Larkspur Coffee', isSandbox: true },
      user: { username: 'integration@larkspur.example' },
      ...{ state: 'ok', enabled: false, enabledAt: null, signedInBy: 'person' },
      externalIds: { company: 'Desk_Id__c', customer: 'Desk_Id__c', case: 'Desk_Id__c' },
      budget: { limit: 115_000 },
      connectedBy: { id: world.desk.administrator.id },
    });
    expect((await admin().call(api.preflight, {})).preflight).toMatchObject({ passed: true });
    expect(world.org.violations()).toEqual([]);
  });

  it('is for whoever may manage it, and keys never leave', async () => {
    const agent = world.desk.as(world.desk.agent);
    expect(await agent.refusal(api.get, {})).toEqual({ status: 403, code: 'permission.denied' });
    expect(await agent.refusal(api.signIn, { body: { host: 'production' } })).toMatchObject({ status: 403 });
    const kept = await world.desk.sql.row<{ tokens_sealed: string }>('SELECT * FROM salesforce_connections');
    const { items } = await admin().call(auditApi.list, { query: { noun: 'salesforce' } });
    for (const told of [JSON.stringify(await now()), JSON.stringify(items), JSON.stringify(kept)])
      expect(told).not.toMatch(/00D[A-Za-z0-9]{12,15}!/);
    expect(items[0]).toMatchObject({ action: 'created', after: { orgName: 'Larkspur Coffee' } });
  });
});

describe('a browser that comes back', () => {
  const back = async (url: string, person = {}) => {
    const address = await world.org.authorize(url, person);
    return world.desk.url + address.pathname + address.search;
  };

  it('changes nothing when the person there did not agree', async () => {
    const end = await signInToSalesforce(world, (await begin()).url, { answer: 'deny' });
    expect(end).toMatch(/outcome=denied/);
    const signInId = Number(new URLSearchParams(end.split('?')[1]).get('signIn'));
    expect(await admin().call(api.signedIn, { params: { signInId } })).toMatchObject({ outcome: 'denied' });
    expect(await now()).toMatchObject({ state: 'ok' });
  });

  it('is taken once, in time, and in the session of whoever left', async () => {
    const cookie = await cookieOf(world.desk, world.desk.administrator);
    const colleague = await world.desk.aUser({ role: 'administrator' });
    const address = await back((await begin()).url);
    expect(await comeBack(world.desk, address, await cookieOf(world.desk, colleague))).toMatch(/outcome=other-user/);
    expect(await comeBack(world.desk, address, '')).toMatch(/outcome=signed-out/);
    expect(await comeBack(world.desk, address, cookie)).toMatch(/outcome=connected/);
    expect(await comeBack(world.desk, address, cookie)).toMatch(/outcome=unknown/);
    expect(await comeBack(world.desk, `${world.desk.url}/salesforce/callback?code=x&state=y`, cookie)).toMatch(
      /outcome=unknown/,
    );
    const late = await back((await begin()).url);
    world.desk.clock.advance(16 * 60_000);
    expect(await comeBack(world.desk, late, cookie)).toMatch(/outcome=expired/);
  });

  it('says which sign-in was refused to nobody but whoever began it', async () => {
    const end = await signInToSalesforce(world, (await begin()).url, { answer: 'deny' });
    const signInId = Number(new URLSearchParams(end.split('?')[1]).get('signIn'));
    const colleague = world.desk.as(await world.desk.aUser({ role: 'administrator' }));
    expect(await colleague.refusal(api.signedIn, { params: { signInId } })).toMatchObject({
      code: 'salesforce.sign-in-not-found',
    });
  });
});

describe('keys', () => {
  it('are renewed when a session ends, by one of many at a time, and kept before they are used', async () => {
    world.org.token({ as: world.org.users.admin, how: 'expire' });
    const before = world.org.requests.of('POST', '/services/oauth2/token').length;
    await Promise.all(Array.from({ length: 4 }, () => anyone()));
    const renewals = world.org.requests.of('POST', '/services/oauth2/token').slice(before);
    expect(renewals).toHaveLength(1);
    await anyone();
    expect(world.org.violations()).toEqual([]);
  });

  it('that are refused as soon as they are made are not renewed for ever', async () => {
    const end = world.org.fail({ code: 'INVALID_SESSION_ID', times: null });
    const before = world.org.requests.of('POST', '/services/oauth2/token').length;
    await expect(anyone()).rejects.toThrow('refuses the access that it has just given');
    end();
    expect(world.org.requests.of('POST', '/services/oauth2/token').length - before).toBe(1);
    expect(await now()).toMatchObject({ state: 'reconnect' });
    await connectSalesforce(world);
  });

  it('that Salesforce took back ask for a new sign-in, once in the system log, and nothing is asked until then', async () => {
    world.org.token({ as: world.org.users.admin, how: 'revoke' });
    await expect(anyone()).rejects.toBeInstanceOf(SalesforceFailure);
    await expect(anyone()).rejects.toBeInstanceOf(SalesforceUnavailable);
    const connection = await now();
    expect(connection?.state).toBe('reconnect');
    expect(connection?.stateReason).toMatch(
      /Connect the organisation again; what changes meanwhile goes across then\.$/,
    );
    expect(await admin().refusal(api.check, {})).toEqual({ status: 409, code: 'salesforce.reconnect' });
    const { items } = await admin().call(systemLogApi.list, { query: { part: 'salesforce' } });
    expect(items[0]?.message).toMatch(/^The Salesforce organisation Larkspur Coffee must be connected again\./);
    await connectSalesforce(world);
    expect(await now()).toMatchObject({ id: connection?.id, state: 'ok', stateReason: '' });
  });
});

describe('what an administrator decides', () => {
  it('is on, paused and off again, and each is told', async () => {
    await expect(clients().current()).rejects.toMatchObject({ why: 'off' });
    const enabled = await admin().call(api.enable, {});
    expect(enabled.connection).toMatchObject({ enabled: true, enabledAt: expect.any(String) });
    await clients().current();
    expect((await admin().call(api.pause, {})).connection).toMatchObject({ state: 'paused', enabled: true });
    await expect(clients().current()).rejects.toMatchObject({ why: 'paused' });
    // Signing in again meanwhile ends no pause.
    await connectSalesforce(world);
    expect(await now()).toMatchObject({ state: 'paused' });
    expect((await admin().call(api.resume, {})).connection).toMatchObject({ state: 'ok', pausedAt: null });
    expect((await admin().call(api.disable, {})).connection).toMatchObject({ enabled: false });
  });

  it('leaves everything but the keys where it is when the organisation is disconnected', async () => {
    const other = { body: { organisationId: '00D000000000000AAA' } };
    expect(await admin().refusal(api.disconnect, other)).toMatchObject({ code: 'salesforce.not-this-organisation' });
    const body = { organisationId: world.org.org.id };
    expect((await admin().call(api.disconnect, { body })).connection).toBeNull();
    await world.desk.drain();
    expect(world.org.connected(world.org.users.admin)).toBe(false);
    const kept = await world.desk.sql.row('SELECT tokens_sealed FROM salesforce_connections');
    expect(kept).toEqual({ tokens_sealed: null });
    expect(await connectSalesforce(world)).toMatchObject({ state: 'ok', enabled: false });
    expect(await world.desk.sql.rows('SELECT id FROM salesforce_connections')).toHaveLength(1);
  });

  it('is no other organisation as long as records are linked to one', async () => {
    await world.desk.sql.run("UPDATE salesforce_connections SET org_id = '00DXX0000000001MAA', org_name = 'Tideline'");
    await world.desk.sql.run(
      "INSERT INTO salesforce_links (object, desk_id, salesforce_id, state) VALUES ('company', 1, '001SB0000000001MAA', 'ok')",
    );
    const end = await signInToSalesforce(world, (await begin()).url);
    expect(end).toMatch(/outcome=other-organisation/);
    const signInId = Number(new URLSearchParams(end.split('?')[1]).get('signIn'));
    expect(await admin().call(api.signedIn, { params: { signInId } })).toMatchObject({
      detail: expect.stringMatching(/Larkspur Coffee .*Tideline/),
    });
    await world.desk.sql.run('DELETE FROM salesforce_links');
    expect(await connectSalesforce(world)).toMatchObject({ organisation: { name: 'Larkspur Coffee' } });
  });
});
