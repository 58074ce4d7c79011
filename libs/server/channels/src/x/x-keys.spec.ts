import { checklistApi, socialAccountsApi, systemLogApi } from '@bureau/contracts';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import {
  connectAccounts,
  envOf,
  startDeskAndNetworks,
  type DeskAndNetworks,
} from '../../../../../test/fixtures/networks.ts';
import { XClients } from './x-client.ts';

const SECRET = '6f1d2c9ab7e84f05d3c2b1a09f8e7d6c5b4a39281706f5e4';
const TWO_HOURS_MS = 2 * 60 * 60_000;

let world: DeskAndNetworks;
let accountId: number;
beforeEach(async () => {
  world = await startDeskAndNetworks({ env: { BUREAU_SECRET: SECRET } });
  const [account] = await connectAccounts(world, 'x', { as: 'larkspurcoffee' });
  accountId = account!.id;
});
afterEach(() => world.close());

const whoAmI = (desk: TestDesk) =>
  desk.running.get(XClients).ask(accountId, async (client) => (await client.v2.me()).data.username);

const account = () =>
  world.desk.as(world.desk.administrator).call(socialAccountsApi.get, { params: { socialAccountId: accountId } });

function renewals(): number {
  const all = world.outside.x.requests.of('POST', '/2/oauth2/token');
  return all.filter(({ body }) => body.includes('"grant_type":"refresh_token"')).length;
}

describe('keys of an account on X', () => {
  it('are renewed once when X has forgotten them, and what was asked is asked again', async () => {
    world.outside.x.token({ as: 'larkspurcoffee', how: 'expire' });
    expect(await whoAmI(world.desk)).toBe('larkspurcoffee');
    expect(renewals()).toBe(1);
    expect(await account()).toMatchObject({ state: 'ok' });
  });

  it('are renewed by one of all processes that need them at the same moment', async () => {
    const env = { ...envOf(world.outside), BUREAU_SECRET: SECRET };
    const second = await startTestDesk({ env, database: world.desk.database, dataDir: world.desk.dataDir });
    world.outside.x.token({ as: 'larkspurcoffee', how: 'expire' });

    const asked = [world.desk, second, world.desk, second, second].map((desk) => whoAmI(desk));
    expect(await Promise.all(asked)).toEqual(asked.map(() => 'larkspurcoffee'));
    expect(renewals()).toBe(1);
    await second.stop();
  });

  it('are renewed before they run out, and used to their end while X cannot renew them', async () => {
    world.desk.clock.advance(TWO_HOURS_MS - 2 * 60_000);
    world.outside.x.fault({ path: '/2/oauth2/token', times: 1, effect: { kind: 'drop' } });
    expect(await whoAmI(world.desk)).toBe('larkspurcoffee');
    expect(await whoAmI(world.desk)).toBe('larkspurcoffee');
    world.desk.clock.advance(TWO_HOURS_MS / 2);
    expect(await whoAmI(world.desk)).toBe('larkspurcoffee');
    expect(await account()).toMatchObject({ state: 'ok' });
  });

  it('are lost when the answer with the new ones is, and the account says so', async () => {
    world.outside.x.token({ as: 'larkspurcoffee', how: 'expire' });
    world.outside.x.fault({ path: '/2/oauth2/token', times: 1, effect: { kind: 'lose-answer' } });
    await expect(whoAmI(world.desk)).rejects.toMatchObject({ kind: 'transient' });
    expect(await account()).toMatchObject({ state: 'ok' });

    await expect(whoAmI(world.desk)).rejects.toMatchObject({ kind: 'auth' });
    const { state, stateReason } = await account();
    expect(state).toBe('reconnect');
    expect(stateReason).toMatch(/^The last renewal of the access never ended .* Connect the account again; /);
  });

  it('turn the account red when somebody took them back, tell administrators once, and X is asked no more', async () => {
    world.outside.x.token({ as: 'larkspurcoffee', how: 'revoke' });
    await expect(whoAmI(world.desk)).rejects.toMatchObject({ kind: 'auth' });
    await expect(whoAmI(world.desk)).rejects.toMatchObject({ why: 'reconnect' });

    const api = world.desk.as(world.desk.administrator);
    const { items } = await api.call(systemLogApi.list, { query: {} });
    const told = items.filter(({ part }) => part === 'social');
    expect(told.map(({ level, message }) => ({ level, message }))).toEqual([
      { level: 'error', message: expect.stringMatching(/^@larkspurcoffee on X must be connected again\. /) },
    ]);
    const attention = await api.call(checklistApi.attention, {});
    expect(attention.items.find(({ id }) => id === 'social-accounts')).toMatchObject({ count: 1, latestId: accountId });

    const before = world.outside.x.requests.since(0).length;
    await expect(whoAmI(world.desk)).rejects.toMatchObject({ why: 'reconnect' });
    expect(world.outside.x.requests.since(0).length).toBe(before);
  });
});
