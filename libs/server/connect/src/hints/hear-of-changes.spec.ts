import { companiesApi, salesforceConnectionApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';

const PATIENCE = { timeout: 20_000, interval: 50 };

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false }, env: { SF_CHANGE_EVENTS: 'on' } });
  world.org.switch({ changeEvents: ['Account', 'Contact', 'Case'] });
  await connectSalesforce(world, { enable: true });
  await aChangeArrives();
});
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);

const goodbyes = () =>
  world.org.requests.of('POST', '/cometd/*').filter(({ body }) => body.includes('/meta/disconnect')).length;

let firms = 0;
async function aChangeArrives(): Promise<void> {
  firms += 1;
  const name = `Harbour ${firms}`;
  world.org.as().create('Account', { Name: name });
  const names = async () => (await admin().call(companiesApi.list, { query: { limit: 100 } })).items;
  await vi.waitFor(async () => expect((await names()).map((one) => one.name)).toContain(name), PATIENCE);
}

describe('an organisation that tells of changes as they happen', { timeout: 60_000 }, () => {
  it('has them at the desk although nobody polls', async () => {
    await aChangeArrives();
  });

  it('is listened to again when the session has ended, and when it was away', async () => {
    world.org.token({ as: world.org.users.admin, how: 'expire' });
    await aChangeArrives();
    await world.org.goDown();
    await world.org.comeBack();
    await aChangeArrives();
  });

  it('is not listened to in a pause', async () => {
    const before = goodbyes();
    await admin().call(salesforceConnectionApi.pause, {});
    await vi.waitFor(() => expect(goodbyes()).toBe(before + 1), PATIENCE);
    await admin().call(salesforceConnectionApi.resume, {});
    await aChangeArrives();
  });
});
