import { intakeApi, socialAccountsApi } from '@bureau/contracts';
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
let account: TestAccount;

beforeAll(async () => {
  world = await startDeskAndNetworks();
  const [found] = await connectAccounts(world, 'x', { as: 'larkspurcoffee' });
  if (!found) throw new Error('No account was connected.');
  account = { id: found.id, network: 'x', externalId: found.externalId, handle: found.handle };
});
afterAll(() => world.close());

const api = () => world.desk.as(world.desk.administrator);
const params = () => ({ socialAccountId: account.id });
const said = async () =>
  (await casesOf(world.desk, account)).flatMap(({ messages }) => messages.map(({ text }) => text));

describe('what X tells between the pause of an account and the end of its subscription', () => {
  it('is kept and says why nothing comes of it, whatever way it comes', async () => {
    const { outside, desk } = world;
    outside.x.deliver({ kind: 'held' });
    outside.x.act({ kind: 'post', as: 'jonas_weber', text: '@larkspurcoffee on the way already' });
    outside.x.act({ kind: 'message', as: 'kenji_climbs', to: 'larkspurcoffee', text: 'In private, on the way' });
    await api().call(socialAccountsApi.pause, { params: params() });
    outside.x.deliver({ kind: 'twice' });
    await outside.x.idle();
    await desk.drain();

    expect(await said()).toEqual([]);
    const { items } = await api().call(intakeApi.list, { query: { limit: 10 } });
    const shown = items.map(({ fate, reason, subject, from }) => ({ fate, reason, subject, from }));
    const reason = 'The account was paused. What is said meanwhile is fetched when it is resumed.';
    expect(shown).toHaveLength(2);
    expect(shown).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ fate: 'suppressed', reason, subject: 'on the way already' }),
        expect.objectContaining({ fate: 'suppressed', reason, subject: 'In private, on the way' }),
      ]),
    );
  });

  it('comes in when the account goes on, once', async () => {
    const { running } = world.desk;
    await api().call(socialAccountsApi.resume, { params: params() });
    await running.get(PollLeaseRepository).hurry(account.id);
    await until(async () => (await said()).length === 2, { what: 'both are cases', withinMs: 15_000 });
    await running.get(PollLeaseRepository).hurry(account.id);
    await running.get(PollAccounts).run({ accountId: account.id });
    await world.desk.drain();
    expect((await said()).toSorted()).toEqual(['@larkspurcoffee on the way already', 'In private, on the way']);
    expect(world.outside.x.violations()).toEqual([]);
  });
});
