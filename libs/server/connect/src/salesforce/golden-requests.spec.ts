import { companiesApi, salesforceConnectionApi, systemLogApi } from '@bureau/contracts';
import { renderMetrics } from '@bureau/platform';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';
import { PullSalesforce } from '../pull/pull-salesforce.ts';
import { PushWaiting } from '../push/push-waiting.ts';
import { SalesforceClients } from './index.ts';

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
});
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);

/** What Salesforce was asked meanwhile: method, path with ids as {id}, names of the query, and the names of a form or JSON. */
async function asked(work: () => Promise<unknown>): Promise<string[]> {
  const before = world.org.requests.since(0).at(-1)?.sequence ?? 0;
  await work();
  return world.org.requests.since(before).map(({ method, path, query, body, contentType }) => {
    const place = path.replace('/services/data/v62.0', '').replaceAll(/\b00[1-9][A-Za-z0-9]{15}\b/g, '{id}');
    const names = contentType.includes('form')
      ? [...new URLSearchParams(body).keys()]
      : contentType.includes('json') && body !== ''
        ? Object.keys(JSON.parse(body) as object)
        : [];
    return [`${method} ${place}`, Object.keys(query).join('&'), names.sort().join(' ')].filter(Boolean).join(' ? ');
  });
}

async function push() {
  await world.desk.drain();
  world.passes(10_000);
  await world.desk.running.get(PushWaiting).run();
}

// What jsforce is known to send: an update of it that asks otherwise shows here.
it('asks Salesforce for exactly what it needs, in the way that is known to work', async () => {
  await connectSalesforce(world, { enable: true });
  await world.desk.running.get(PullSalesforce).run();

  expect(await asked(() => world.desk.running.get(PullSalesforce).run())).toEqual([
    'POST /composite ? allOrNone compositeRequest',
  ]);
  let id = 0;
  const made = await asked(async () => {
    ({ id } = await admin().call(companiesApi.create, { body: { name: 'Fern & Co', domains: [] } }));
    await push();
  });
  expect(made).toEqual(['GET /query ? q', 'POST /sobjects/Account ? Desk_Id__c Name']);

  const edited = await asked(async () => {
    await admin().call(companiesApi.update, { params: { companyId: id }, body: { name: 'Fern & Sons' } });
    await push();
  });
  expect(edited).toEqual(['GET /queryAll ? q', 'PATCH /sobjects/Account/{id} ? Name']);

  const records = await world.desk.running.get(SalesforceClients).current();
  const [account] = world.org.records('Account').map((row) => String(row['Id']));
  const several = await asked(async () => {
    await records.describeAll();
    await records.describe('Account');
    await records.createMany('Account', [{ Name: 'One' }, { Name: 'Two' }]);
    await records.updateMany('Account', [{ id: account ?? '', values: { Phone: '1' } }]);
    await records.read('Account', account ?? '', ['Name']);
    await records.readMany('Account', [account ?? ''], ['Name']);
    await records.deletedBetween('Account', new Date(world.org.clock.ms() - 3_600_000), new Date(world.org.clock.ms()));
    await records.postToFeed(account ?? '', [{ text: 'Hello' }]);
  });
  expect(several).toEqual([
    'GET /sobjects',
    'GET /sobjects/Account/describe',
    'POST /composite/sobjects ? allOrNone records',
    'PATCH /composite/sobjects ? allOrNone records',
    'GET /sobjects/Account/{id} ? fields',
    'POST /composite/sobjects/Account ? fields ids',
    'GET /sobjects/Account/deleted ? start&end',
    'POST /chatter/feed-elements ? body feedElementType subjectId',
  ]);

  world.org.token({ as: world.org.users.admin, how: 'expire' });
  expect(await asked(() => records.query('SELECT Id FROM Account'))).toEqual([
    'GET /query ? q',
    'POST /services/oauth2/token ? client_id client_secret grant_type refresh_token',
    'GET /query ? q',
  ]);
  expect(world.org.violations()).toEqual([]);
});

it('shows operators how far it is behind, and how many calls are left', async () => {
  const { body } = await renderMetrics();
  expect(body).toMatch(/bureau_salesforce_lag_seconds\{direction="to_desk"\} \d+/);
  expect(body).toMatch(/bureau_salesforce_records\{state="failed"\} 0/);
  expect(body).toMatch(/bureau_salesforce_calls\{of="limit"\} 115000/);
});

it('gives its keys back when it is disconnected', async () => {
  const given = await asked(async () => {
    await admin().call(salesforceConnectionApi.disconnect, { body: { organisationId: world.org.org.id } });
    await world.desk.drain();
  });
  expect(given).toEqual(['POST /services/oauth2/revoke ? token']);
  expect(await admin().call(systemLogApi.list, { query: { part: 'salesforce' } })).toMatchObject({ items: [] });
});
