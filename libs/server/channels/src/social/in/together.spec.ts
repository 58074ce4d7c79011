import { socialAccountsApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectAccounts,
  startDeskAndNetworks,
  type DeskAndNetworks,
} from '../../../../../../test/fixtures/networks.ts';
import { until } from '../../../../../../test/setup/until.ts';
import { casesOf, type TestAccount } from './social-in.fixture.ts';
import { PollAccounts } from './poll/poll-accounts.ts';
import { PollLeaseRepository } from './poll/poll-lease.repository.ts';

let world: DeskAndNetworks;

beforeAll(async () => {
  world = await startDeskAndNetworks();
});
afterAll(() => world.close());

async function connected(as: string, brandId?: number): Promise<TestAccount> {
  const [account] = await connectAccounts(world, 'x', { as, ...(brandId && { brandId }) });
  if (!account) throw new Error('No account was connected.');
  return { id: account.id, network: 'x', externalId: account.externalId, handle: account.handle };
}

async function poll({ id }: TestAccount): Promise<void> {
  await world.desk.running.get(PollLeaseRepository).hurry(id);
  await world.desk.running.get(PollAccounts).run({ accountId: id });
}

describe('two accounts of two brands, told by webhook, twice and in disorder, and asked at the same time', () => {
  it('bring each post to the account that it names, once, and to both when it names both', async () => {
    const { desk, outside } = world;
    const larkspur = await connected('larkspurcoffee');
    const tideline = await connected('tidelinegear', await desk.aBrand('Tideline'));
    outside.x.deliver({ kind: 'twice' });
    const texts = ['@larkspurcoffee one', '@tidelinegear two', '@larkspurcoffee @tidelinegear three'];
    for (const text of texts) outside.x.act({ kind: 'post', as: 'mayapaddles', text });
    outside.x.deliver({ kind: 'out-of-order', windowMs: 50 });
    outside.x.act({ kind: 'message', as: 'kenji_climbs', to: 'larkspurcoffee', text: 'four' });
    await Promise.all([poll(larkspur), poll(tideline), poll(larkspur)]);
    await outside.x.idle();
    await desk.drain();

    const said = async (account: TestAccount) =>
      (await casesOf(desk, account)).flatMap(({ messages }) => messages.map(({ text }) => text)).toSorted();
    expect(await said(larkspur)).toEqual(['@larkspurcoffee @tidelinegear three', '@larkspurcoffee one', 'four']);
    expect(await said(tideline)).toEqual(['@larkspurcoffee @tidelinegear three', '@tidelinegear two']);
    const brands = (await casesOf(desk)).map(({ brandId }) => brandId);
    expect(new Set(brands).size).toBe(2);
    expect(outside.x.violations()).toEqual([]);
  });
});

describe('an account that took our access back', () => {
  it('is not asked any more, and brings what was said meanwhile when it is connected again', async () => {
    const { desk, outside } = world;
    const account = await connected('larkspurcoffee');
    outside.x.deliver({ kind: 'lost' });
    outside.x.act({ kind: 'remove-app', as: 'larkspurcoffee' });
    await poll(account);
    const api = desk.as(desk.administrator);
    const stateOf = async () => {
      const { items } = await api.call(socialAccountsApi.list, {});
      return items.find(({ id }) => id === account.id)?.state;
    };
    expect(await stateOf()).toBe('reconnect');
    outside.x.act({ kind: 'post', as: 'jonas_weber', text: '@larkspurcoffee while nobody listened' });
    await poll(account);

    await connected('larkspurcoffee');
    const isThere = async () =>
      (await casesOf(desk, account)).some(({ messages }) => messages[0]?.text.includes('while nobody listened'));
    await until(isThere, { what: 'what was missed is a case', withinMs: 20_000 });
    expect(await stateOf()).toBe('ok');
  });
});
