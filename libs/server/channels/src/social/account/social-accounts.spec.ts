import {
  auditApi,
  brandsApi,
  groupsApi,
  rolesApi,
  socialAccountsApi,
  systemLogApi,
  usersApi,
  type SocialAccount,
} from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../../../../../test/fixtures/desk.ts';
import {
  connectAccounts,
  LARKSPUR_PAGE,
  startDeskAndNetworks,
  TIDELINE_PAGE,
  type DeskAndNetworks,
} from '../../../../../../test/fixtures/networks.ts';
import { GraphClients } from '../../facebook/graph-clients.ts';
import { XClients } from '../../x/x-client.ts';
import { NetworkLimits } from './network-limits.ts';

let world: DeskAndNetworks;
let larkspur: SocialAccount;
let tideline: SocialAccount;
let page: SocialAccount;
beforeAll(async () => {
  world = await startDeskAndNetworks();
  [larkspur] = (await connectAccounts(world, 'x', { as: 'larkspurcoffee' })) as [SocialAccount];
  [tideline] = (await connectAccounts(world, 'x', { as: 'tidelinegear' })) as [SocialAccount];
  [page] = (await connectAccounts(world, 'facebook', { as: 'noor' })) as [SocialAccount];
});
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);
const paramsOf = ({ id }: SocialAccount) => ({ socialAccountId: id });
const now = (account: SocialAccount) => admin().call(socialAccountsApi.get, { params: paramsOf(account) });
const whoIs = ({ id }: SocialAccount) =>
  world.desk.running.get(XClients).ask(id, async (client) => (await client.v2.me()).data.username);

/** Time goes by, here and there. */
function passes(milliseconds: number): void {
  world.desk.clock.advance(milliseconds);
  world.outside.x.turnClock({ advanceMs: milliseconds });
  world.outside.facebook.turnClock({ advanceMs: milliseconds });
}

/** What Facebook knows of our listening to a page. */
function fieldsOf(pageId: string): string[] {
  return world.outside.facebook.look().pages.find(({ id }) => id === pageId)?.subscribedFields ?? [];
}

/** Somebody who serves one brand only and may keep its accounts. */
async function aManagerOf(brandId: number): Promise<Person> {
  const body = {
    name: crypto.randomUUID(),
    permissions: ['cases:view' as const, 'social-accounts:view' as const, 'social-accounts:manage' as const],
    ownBrandsOnly: true,
  };
  const { id: roleId } = await admin().call(rolesApi.create, { body });
  const person = await world.desk.aUser();
  await admin().call(usersApi.change, { params: { userId: person.id }, body: { roleId, brandIds: [brandId] } });
  return person;
}

describe('an account', () => {
  it('answers for its brand when it is the first one there, and another one when somebody says so', async () => {
    expect([larkspur.isDefault, tideline.isDefault, page.isDefault]).toEqual([true, false, true]);
    await admin().call(socialAccountsApi.update, { params: paramsOf(tideline), body: { isDefault: true } });
    expect([(await now(larkspur)).isDefault, (await now(tideline)).isDefault]).toEqual([false, true]);
    await admin().call(socialAccountsApi.update, { params: paramsOf(larkspur), body: { isDefault: true } });
  });

  it('brings what its administrator chose, for the group that he named, and says so in the audit log', async () => {
    const group = await admin().call(groupsApi.create, { body: { name: 'Social' } });
    const imports = { ...larkspur.imports, quotes: false, searches: ['larkspur -is:retweet'] };
    const body = { groupId: group.id, imports };
    expect(await admin().call(socialAccountsApi.update, { params: paramsOf(larkspur), body })).toMatchObject({
      group: { id: group.id, name: 'Social' },
      imports: { quotes: false },
    });

    const { items } = await admin().call(auditApi.list, { query: { noun: 'social-account' } });
    expect(items[0]).toMatchObject({
      action: 'changed',
      object: { name: '@larkspurcoffee' },
      after: { groupId: group.id },
    });
  });

  it('takes nothing that its network does not have, and no group or brand that is not there', async () => {
    const change = (body: object) => admin().refusal(socialAccountsApi.update, { params: paramsOf(larkspur), body });
    expect(await change({ imports: page.imports })).toEqual({ status: 422, code: 'request.invalid' });
    expect(await change({ imports: { network: 'x' } })).toEqual({ status: 422, code: 'request.invalid' });
    expect(await change({ groupId: 999_999 })).toEqual({ status: 404, code: 'group.not-found' });
    expect(await change({ brandId: 999_999 })).toEqual({ status: 404, code: 'brand.not-found' });
  });

  it('passes to the successor of a group that is deleted', async () => {
    const gone = await admin().call(groupsApi.create, { body: { name: 'Gone' } });
    const heir = await admin().call(groupsApi.create, { body: { name: 'Heir' } });
    await admin().call(socialAccountsApi.update, { params: paramsOf(tideline), body: { groupId: gone.id } });
    const params = { groupId: gone.id };
    expect(await admin().refusal(groupsApi.remove, { params })).toEqual({ status: 409, code: 'group.in-use' });
    await admin().call(groupsApi.remove, { params, query: { successorId: heir.id } });
    expect((await now(tideline)).group).toEqual({ id: heir.id, name: 'Heir' });
  });

  it('is told of by its network from the first moment on', async () => {
    expect(await now(larkspur)).toMatchObject({ pushed: true, state: 'ok' });
    expect(world.outside.x.webhooks().map(({ url, valid }) => ({ url, valid }))).toEqual([
      { url: `${world.desk.url}/hooks/x`, valid: true },
    ]);
    const types = world.outside.x.subscriptions().filter(({ userId }) => userId === '1001');
    expect(types.map(({ eventType }) => eventType)).toContain('dm.received');
    expect(fieldsOf(LARKSPUR_PAGE)).toContain('messages');
    expect(world.outside.x.violations()).toEqual([]);
  });

  it('says when its keys were checked that they are good, and that the person there took them back', async () => {
    expect(await admin().call(socialAccountsApi.check, { params: paramsOf(page) })).toMatchObject({ state: 'ok' });
    world.outside.facebook.authority.changeTokens({ person: 'noor', kind: 'new-password' });
    const checked = await admin().call(socialAccountsApi.check, { params: paramsOf(page) });
    expect(checked.state).toBe('reconnect');
    expect(checked.stateReason).toMatch(/Connect the account again; what was said meanwhile is fetched then\.$/);
    await expect(world.desk.running.get(GraphClients).of(page.id)).rejects.toMatchObject({ why: 'reconnect' });
    await connectAccounts(world, 'facebook', { as: 'noor' });
    expect(await now(page)).toMatchObject({ id: page.id, state: 'ok', stateReason: '' });
  });
});

describe('whoever serves other brands', () => {
  it('sees nothing of an account, and can do nothing with it', async () => {
    const brandId = await world.desk.aBrand('Tideline Gear');
    await admin().call(socialAccountsApi.update, { params: paramsOf(tideline), body: { brandId } });
    const manager = world.desk.as(await aManagerOf(brandId));
    const { items } = await manager.call(socialAccountsApi.list, {});
    expect(items.map(({ handle }) => handle)).toEqual(['tidelinegear']);

    const params = paramsOf(larkspur);
    const { get, avatar, update, reconnect, pause, resume, check, disconnect } = socialAccountsApi;
    for (const route of [get, avatar, update, reconnect, pause, resume, check, disconnect]) {
      const body = route === update || route === reconnect ? {} : undefined;
      expect((await manager.send(route, { params, body })).status, route.path).toBe(404);
    }
    const foreign = { network: 'x' as const, brandId: world.desk.brandId };
    expect(await manager.refusal(socialAccountsApi.connect, { body: foreign })).toMatchObject({
      code: 'brand.not-found',
    });
    const away = { params: paramsOf(tideline), body: { brandId: world.desk.brandId } };
    expect(await manager.refusal(update, away)).toMatchObject({ code: 'brand.not-found' });
  });

  it('may keep accounts only with the permission to', async () => {
    const agent = world.desk.as(world.desk.agent);
    expect((await agent.call(socialAccountsApi.list, {})).items.length).toBeGreaterThan(0);
    const refused = { status: 403, code: 'permission.denied' };
    expect(await agent.refusal(socialAccountsApi.pause, { params: paramsOf(larkspur) })).toEqual(refused);
  });

  it('keeps a brand that has accounts from being deleted', async () => {
    const brandId = (await now(tideline)).brand.id;
    expect(await admin().refusal(brandsApi.remove, { params: { brandId } })).toEqual({
      status: 409,
      code: 'brand.in-use',
    });
  });
});

describe('pausing', () => {
  it('stops reading and sending, and its network tells nothing more; resuming fetches what was missed', async () => {
    await admin().call(socialAccountsApi.pause, { params: paramsOf(larkspur) });
    await world.desk.drain();
    await expect(whoIs(larkspur)).rejects.toMatchObject({ why: 'paused' });
    expect(world.outside.x.subscriptions().filter(({ userId }) => userId === '1001')).toEqual([]);
    expect(await now(larkspur)).toMatchObject({ state: 'paused', pushed: false, isDefault: true });
    const check = admin().refusal(socialAccountsApi.check, { params: paramsOf(larkspur) });
    expect(await check).toEqual({ status: 409, code: 'social-account.paused' });

    await admin().call(socialAccountsApi.resume, { params: paramsOf(larkspur) });
    expect(await whoIs(larkspur)).toBe('larkspurcoffee');
    await world.desk.drain();
    expect(await now(larkspur)).toMatchObject({ state: 'ok', pushed: true });
  });
});

describe('disconnecting', () => {
  it('gives the keys back, keeps the account, and connecting it again goes on with it', async () => {
    const before = await now(larkspur);
    const { connectedAt } = before;
    passes(60_000);
    await admin().call(socialAccountsApi.disconnect, { params: paramsOf(larkspur) });
    await world.desk.drain();
    expect(await now(larkspur)).toMatchObject({ state: 'disconnected', pushed: false, isDefault: false });
    await expect(whoIs(larkspur)).rejects.toMatchObject({ why: 'disconnected' });
    const kept = await world.desk.sql.row('SELECT tokens_sealed FROM social_accounts WHERE id = $1', [larkspur.id]);
    expect(kept).toEqual({ tokens_sealed: null });
    expect(world.outside.x.requests.of('POST', '/2/oauth2/revoke').some(({ status }) => status === 200)).toBe(true);
    const paused = admin().refusal(socialAccountsApi.pause, { params: paramsOf(larkspur) });
    expect(await paused).toEqual({ status: 409, code: 'social-account.not-connected' });

    const [again] = await connectAccounts(world, 'x', { as: 'larkspurcoffee' });
    expect(again).toMatchObject({ id: larkspur.id, state: 'ok', isDefault: true, imports: before.imports });
    expect(again!.connectedAt > connectedAt).toBe(true);
  });

  it('ends what Facebook tells of a page', async () => {
    const [other] = await connectAccounts(world, 'facebook', { as: 'noor', pages: [TIDELINE_PAGE] });
    expect(fieldsOf(TIDELINE_PAGE)).not.toEqual([]);
    await admin().call(socialAccountsApi.disconnect, { params: paramsOf(other!) });
    await world.desk.drain();
    expect(fieldsOf(TIDELINE_PAGE)).toEqual([]);
    expect(await now(other!)).toMatchObject({ state: 'disconnected' });
  });
});

describe('the limits of an account', () => {
  it('are never passed, however many ask at the same moment, and begin anew when their time is over', async () => {
    const limits = world.desk.running.get(NetworkLimits);
    const known = { what: 'delete-posts', limit: 15, windowMs: 900_000 };
    const taken = await Promise.all(Array.from({ length: 40 }, () => limits.take(larkspur.id, known)));
    expect(taken.filter((wait) => wait === null)).toHaveLength(15);
    expect(await now(larkspur)).toMatchObject({
      limits: expect.arrayContaining([expect.objectContaining({ what: known.what, remaining: 0 })]),
    });

    passes(901_000);
    expect(await limits.take(larkspur.id, known)).toBeNull();
  });

  it('are what the network says, and some of it is left to people who answer', async () => {
    const limits = world.desk.running.get(NetworkLimits);
    const known = { what: 'posts', limit: 100, windowMs: 900_000 };
    const resetsAt = new Date(world.desk.clock.now().getTime() + 600_000);
    await limits.note(larkspur.id, { what: 'posts', limit: 100, remaining: 3, resetsAt });
    expect(await limits.take(larkspur.id, known, 3)).toEqual(resetsAt);
    expect(await limits.take(larkspur.id, known)).toBeNull();
    await limits.note(larkspur.id, { what: 'posts', limit: 100, remaining: 50, resetsAt });
    expect(await limits.read(larkspur.id, 'posts')).toMatchObject({ remaining: 2 });
  });

  it('keep a request from leaving when X has said that none is left', async () => {
    world.outside.x.limit({ endpoint: 'GET /2/users/me', as: 'larkspurcoffee', remaining: 0, resetsInMs: 600_000 });
    await expect(whoIs(larkspur)).rejects.toMatchObject({ kind: 'rate', retryAt: expect.any(Date) });
    const before = world.outside.x.requests.of('GET', '/2/users/me').length;
    await expect(whoIs(larkspur)).rejects.toMatchObject({ kind: 'rate', status: null });
    expect(world.outside.x.requests.of('GET', '/2/users/me')).toHaveLength(before);
    expect(world.outside.x.violations()).toEqual([]);
    expect(await now(larkspur)).toMatchObject({ state: 'ok' });
  });
});

describe('trouble', () => {
  it('is told once when the network does not answer for long, and once when it does again', async () => {
    passes(3_600_000);
    world.outside.facebook.fault({ path: '/*', effect: { kind: 'answer', status: 503 } });
    for (let times = 0; times < 4; times++) {
      const check = admin().refusal(socialAccountsApi.check, { params: paramsOf(page) });
      expect(await check).toEqual({ status: 503, code: 'network.unavailable' });
    }
    expect(await now(page)).toMatchObject({ state: 'trouble' });
    world.outside.facebook.clearFaults();
    expect(await admin().call(socialAccountsApi.check, { params: paramsOf(page) })).toMatchObject({ state: 'ok' });

    const { items } = await admin().call(systemLogApi.list, { query: { part: 'social' } });
    const told = items.filter(({ message }) => message.startsWith('The Facebook page Larkspur Coffee'));
    expect(told.slice(0, 2).map(({ level }) => level)).toEqual(['info', 'warning']);
  });
});
