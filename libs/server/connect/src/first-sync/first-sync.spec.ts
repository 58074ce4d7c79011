import {
  casesApi,
  companiesApi,
  customersApi,
  notesApi,
  salesforceFirstSyncApi,
  salesforceSettingsApi,
  type FirstSync,
  type FirstSyncFate,
} from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fillDisk } from '../../../../../test/fixtures/full-disk.ts';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';
import { PullSalesforce } from '../pull/pull-salesforce.ts';
import { PushWaiting } from '../push/push-waiting.ts';
import { ChangeFirstSync } from './change-first-sync.ts';
import { RunFirstSync } from './run-first-sync.ts';

let world: DeskAndSalesforce;
beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  seedSalesforce();
  await seedDesk();
  world.passes(3_600_000);
  await connectSalesforce(world, { enable: true });
});
afterAll(() => world.close());

const api = () => world.desk.as(world.desk.administrator);
const first = (call: 'dryRun' | 'start' | 'stop') => api().call(salesforceFirstSyncApi[call], {});

/** 10 accounts, 108 contacts and 40 cases; two contacts share an address, one case has no contact. */
function seedSalesforce() {
  const { org } = world;
  const accounts = org.seed(
    'Account',
    many(10, (n) => ({ Name: `Garden ${n}` })),
  );
  const contacts = org.seed('Contact', [
    ...many(106, (n) => ({
      ...{ FirstName: 'Ada', LastName: `Moss${n}`, Email: `moss${n}@garden.example`, Title: n === 3 ? 'Head' : null },
      AccountId: accounts[n % 10] ?? null,
    })),
    ...many(2, (n) => ({ FirstName: 'Twin', LastName: `=HYPERLINK(${n})`, Email: 'twin@garden.example' })),
  ]);
  org.seed('Case', [
    ...many(39, (n) => ({
      ...{ Subject: `Leaf ${n}`, Status: n % 2 === 0 ? 'Resolved' : 'New', Priority: 'Medium', Origin: 'Email' },
      ...{ ContactId: contacts[n] ?? null, Description: 'It withers.' },
    })),
    { Subject: 'Of nobody', Status: 'New', Priority: 'Medium' },
  ]);
}

/** A company and a customer that Salesforce has too, and a case with a customer that it has not. */
async function seedDesk() {
  await api().call(companiesApi.create, { body: { name: 'garden 7', domains: [] } });
  await api().call(customersApi.create, {
    body: {
      firstName: 'Ada',
      lastName: 'Moss3',
      emails: [{ type: 'work', value: 'moss3@garden.example' }],
      background: 'Keen on ferns',
    },
  });
  for (const n of [1, 2, 3]) {
    const customer = { address: `desk${n}@fern.example`, name: `+Fern ${n}` };
    const { id } = await api().call(casesApi.open, { body: { subject: `Pot ${n}`, text: `It leaks ${n}.`, customer } });
    await api().call(notesApi.add, { params: { caseId: id }, body: { text: `The root of pot ${n}.` } });
  }
  await world.desk.drain();
}

function many<T>(count: number, one: (n: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => one(index));
}

async function current(): Promise<FirstSync> {
  await world.desk.drain(60_000);
  const { firstSync } = await api().call(salesforceFirstSyncApi.get, {});
  if (!firstSync) throw new Error('There is no first sync.');
  return firstSync;
}

function counts({ objects }: FirstSync, of: 'planned' | 'done') {
  return Object.fromEntries(
    objects.map((one) => [one.object, Object.fromEntries(Object.entries(one[of]).filter(([, count]) => count > 0))]),
  );
}

/** As a worker that dies after so many steps. */
async function dieAfter(steps: number) {
  let asked = 0;
  const signal = Object.defineProperty(new AbortController().signal, 'aborted', { get: () => asked++ >= steps });
  await world.desk.running.get(RunFirstSync).handle({}, { signal });
}

const rows = async (query: { fate?: FirstSyncFate; phase?: 'preview' | 'sync' } = {}) =>
  (await api().call(salesforceFirstSyncApi.rows, { query: { ...query, limit: 100 } })).items;

const of = (type: string) => world.org.records(type);
const desks = async (table: string) =>
  (await world.desk.sql.row(`SELECT count(*)::int AS count FROM ${table}`))?.['count'];

describe('a dry run', () => {
  it('says what would happen, and writes nothing on either side', async () => {
    const before = {
      companies: await desks('companies'),
      customers: await desks('customers'),
      cases: await desks('cases'),
    };
    await first('dryRun');
    const run = await current();

    expect(run).toMatchObject({ phase: 'preview', state: 'previewed', reason: '', startedBy: 'Ada Osei' });
    expect(counts(run, 'planned')).toEqual({
      company: { 'create-in-desk': 9, match: 1 },
      customer: { 'create-in-desk': 105, match: 1, ambiguous: 2, 'create-in-salesforce': 3 },
      case: { 'create-in-desk': 39, refused: 1, 'create-in-salesforce': 3 },
    });
    expect(await desks('salesforce_links')).toBe(0);
    expect(await desks('salesforce_outbox')).toBe(0);
    expect(before).toEqual({
      companies: await desks('companies'),
      customers: await desks('customers'),
      cases: await desks('cases'),
    });
    expect([of('Account').length, of('Contact').length, of('Case').length]).toEqual([10, 108, 40]);
  });

  it('lists each record with the reason, or with what would change', async () => {
    expect(await rows({ fate: 'match' })).toMatchObject([
      { object: 'company', name: 'Garden 7', fields: ['Name'], salesforceId: expect.stringMatching(/^001/) },
      { object: 'customer', name: 'Ada Moss3', fields: expect.arrayContaining(['Title', 'Description', 'Company']) },
    ]);
    expect(await rows({ fate: 'refused' })).toMatchObject([
      { object: 'case', name: 'Of nobody', reason: expect.stringContaining('needs a customer') },
    ]);
    expect((await rows({ fate: 'ambiguous' })).map(({ reason }) => reason)).toEqual([
      expect.stringContaining('Several records of Salesforce'),
      expect.stringContaining('Several records of Salesforce'),
    ]);
  });

  it('comes page by page', async () => {
    const query = { object: 'customer', limit: 100 } as const;
    const page = await api().call(salesforceFirstSyncApi.rows, { query });
    expect(page.items).toHaveLength(100);
    const { items } = await api().call(salesforceFirstSyncApi.rows, { query: { ...query, cursor: page.next ?? '' } });
    expect(items[0]?.id).toBeGreaterThan(page.items.at(-1)?.id ?? 0);
  });

  it('is downloaded as a table in which no name is a formula', async () => {
    const response = await api().send(salesforceFirstSyncApi.download, { query: { object: 'customer' } });
    expect(response.headers.get('content-type')).toContain('text/csv');
    const lines = (await response.text()).trimEnd().split('\r\n');
    expect(lines).toHaveLength(1 + 105 + 1 + 2 + 3);
    expect(lines[0]).toContain('Object,What happens,Name');
    expect(lines.filter((line) => /(^|,)"?[=+@-]/.test(line))).toEqual([]);
    expect(lines.some((line) => line.includes("'+Fern 1"))).toBe(true);
  });
});

describe('whoever may not set up the integration', () => {
  it('neither reads, starts nor stops it', async () => {
    const agent = world.desk.as(await world.desk.aUser());
    const no = { status: 403 };
    await expect(agent.call(salesforceFirstSyncApi.get, {})).rejects.toMatchObject(no);
    await expect(agent.call(salesforceFirstSyncApi.rows, { query: {} })).rejects.toMatchObject(no);
    expect((await agent.send(salesforceFirstSyncApi.download, { query: {} })).status).toBe(403);
    for (const call of ['dryRun', 'start', 'stop'] as const) {
      await expect(agent.call(salesforceFirstSyncApi[call], {})).rejects.toMatchObject(no);
    }
  });
});

describe('the first sync', () => {
  it('waits while nine tenths of the day’s calls are used, and says so', async () => {
    const { used, limit } = world.org.usage();
    world.org.useUp(Math.ceil(limit * 0.91) - used);
    await world.desk.running.get(PullSalesforce).run();
    await first('start');
    expect(await current()).toMatchObject({
      phase: 'sync',
      state: 'waiting',
      reason: expect.stringContaining('Nine tenths'),
    });
    expect(await desks('salesforce_links')).toBe(0);
    await expect(first('dryRun')).rejects.toMatchObject({ code: 'salesforce.first-sync-busy' });
    world.passes(25 * 3_600_000);
  });

  it('waits while the database has no room for it', async () => {
    await world.desk.running.get(PullSalesforce).run();
    const makeRoom = await fillDisk(world.desk.sql, { before: 'INSERT', table: 'salesforce_links' });
    await world.desk.running.get(ChangeFirstSync).goOn((await current()).id);
    await dieAfter(20);
    expect(await current()).toMatchObject({ state: 'waiting', reason: expect.stringContaining('The database') });
    await makeRoom();
  });

  it('goes on by itself, though its worker dies and somebody stops it', async () => {
    await world.desk.running.get(PullSalesforce).run();
    await world.desk.running.get(ChangeFirstSync).goOn((await current()).id);
    world.org.fail({ code: 'UNABLE_TO_LOCK_ROW', operation: 'create', object: 'EmailMessage', times: 1 });
    await dieAfter(3);
    const seen = async () =>
      (
        await world.desk.sql.row('SELECT sum(seen)::int AS n FROM salesforce_first_sync_sides WHERE phase = $1', [
          'sync',
        ])
      )?.['n'];
    const before = await seen();
    expect(before).toBeGreaterThan(0);
    await first('stop');
    await dieAfter(5);
    expect(await seen()).toBe(before);
    await first('start');
    await dieAfter(2);
    world.passes(60_000);
    await world.desk.running.get(RunFirstSync).resume();

    const run = await current();
    expect(run).toMatchObject({ state: 'done', phase: 'sync' });
    expect(counts(run, 'done')).toEqual(counts(run, 'planned'));
  }, 90_000);

  it('has brought both sides together, each record once', async () => {
    expect([of('Account').length, of('Contact').length, of('Case').length]).toEqual([10, 111, 43]);
    expect([await desks('companies'), await desks('customers WHERE id > 0'), await desks('cases')]).toEqual([
      10, 109, 42,
    ]);
    expect(of('Contact').find(({ Email }) => Email === 'moss3@garden.example')).toMatchObject({
      Description: 'Keen on ferns',
    });
    const [made] = of('Contact').filter(({ Email }) => Email === 'desk1@fern.example');
    expect(of('Case').filter(({ ContactId }) => ContactId === made?.['Id'])).toMatchObject([{ Subject: 'Pot 1' }]);
    expect(world.org.violations()).toEqual([]);
  });

  it('has brought what hangs on the cases that it made beneath them with one call, and singly what was refused', async () => {
    const pots = of('Case').filter(({ Subject }) => String(Subject).startsWith('Pot '));
    const beneath = (type: string, text: string) =>
      of(type)
        .filter(({ ParentId }) => pots.some(({ Id }) => Id === ParentId))
        .map((row) => row[text]);
    expect(beneath('EmailMessage', 'TextBody').toSorted()).toEqual(['It leaks 1.', 'It leaks 2.', 'It leaks 3.']);
    expect(beneath('CaseComment', 'CommentBody')).toHaveLength(3);
    expect(world.org.requests.of('POST', '/services/data/v62.0/sobjects/EmailMessage')).toHaveLength(1);
    expect(world.org.requests.of('POST', '/services/data/v62.0/sobjects/CaseComment')).toEqual([]);
    expect(await desks('salesforce_outbox')).toBe(0);
  });

  it('starts no rules, sends no mail, and asks nobody', async () => {
    expect(await desks('rule_runs')).toBe(0);
    expect(await desks("messages WHERE direction = 'out'")).toBe(0);
  });

  it('changes nothing when it is done a second time', async () => {
    world.passes(60_000);
    const state = () => JSON.stringify(['Account', 'Contact', 'Case'].map((type) => of(type)));
    const before = state();
    const written = await desks("salesforce_log WHERE action IN ('created', 'updated', 'linked')");
    await first('dryRun');
    await current();
    await first('start');
    const run = await current();
    expect(counts(run, 'done')).toEqual({
      company: { unchanged: 10 },
      customer: { unchanged: 109, ambiguous: 2 },
      case: { unchanged: 42, refused: 1 },
    });
    expect(state()).toBe(before);
    expect(await desks("salesforce_log WHERE action IN ('created', 'updated', 'linked')")).toBe(written);
  });
});

describe('afterwards', () => {
  it('what either side changed meanwhile goes across', async () => {
    const [row] = of('Case').filter(({ Subject }) => Subject === 'Leaf 5');
    world.org.as().edit(String(row?.['Id']), { Subject: 'Leaf 5 again' });
    world.passes(10_000);
    await world.desk.running.get(PullSalesforce).run();
    expect(await desks("cases WHERE subject = 'Leaf 5 again'")).toBe(1);
    const late = `salesforce_cursors c, salesforce_first_syncs f WHERE c.since > f.stamp - interval '5 minutes'`;
    expect(await desks(late)).toBe(0);
  });

  it('what the desk alone had fills what Salesforce had not, two hundred with one call', async () => {
    await world.desk.sql.run("UPDATE customers SET title = 'Gardener' WHERE name LIKE 'Ada Moss%' AND title = ''");
    await first('dryRun');
    expect(counts(await current(), 'planned')['customer']).toMatchObject({ update: 105 });
    await first('start');
    const { used } = world.org.usage();
    await current();
    expect(of('Contact').filter(({ Title }) => Title === 'Gardener')).toHaveLength(105);
    // One count, three pages, one look at the stamps, and one call that writes.
    expect(world.org.usage().used - used).toBeLessThanOrEqual(6);
  });

  it('what could not be written together goes one by one, and at once', async () => {
    await world.desk.sql.run("UPDATE customers SET title = 'Arborist' WHERE name LIKE 'Ada Moss10%'");
    // Rows that changed this moment go one by one anyway.
    world.passes(10_000);
    world.org.fault({
      ...{ method: 'PATCH', path: '/services/data/*/composite/sobjects' },
      times: 1,
      effect: { kind: 'html', status: 503 },
    });
    await first('dryRun');
    await current();
    await first('start');
    expect(await current()).toMatchObject({ state: 'waiting' });
    world.passes(10_000);
    await world.desk.running.get(PushWaiting).run();
    expect(of('Contact').filter(({ Title }) => Title === 'Arborist').length).toBeGreaterThan(3);
    world.passes(61_000);
    await world.desk.running.get(RunFirstSync).resume();
    expect(await current()).toMatchObject({ state: 'done' });
  });

  it('a batch whose answer was lost is not made twice', async () => {
    await world.desk.sql.run("INSERT INTO companies (name) SELECT 'Nursery ' || n FROM generate_series(1, 3) n");
    world.org.fault({
      ...{ method: 'POST', path: '/services/data/*/composite/sobjects' },
      times: 1,
      effect: { kind: 'lose-answer' },
    });
    await first('dryRun');
    await current();
    await first('start');
    expect(await current()).toMatchObject({ state: 'waiting', reason: expect.stringContaining('did not answer') });
    expect(await desks("salesforce_links WHERE object = 'company' AND salesforce_id IS NULL")).toBe(3);
    world.passes(61_000);
    await world.desk.running.get(RunFirstSync).resume();
    expect(counts(await current(), 'done')['company']).toEqual({ unchanged: 10, 'create-in-salesforce': 3 });
    expect(of('Account').filter(({ Name }) => String(Name).startsWith('Nursery'))).toHaveLength(3);
    expect(await desks("salesforce_links WHERE object = 'company' AND salesforce_id IS NULL")).toBe(0);
    const late = `salesforce_log WHERE object = 'company' AND action = 'created' AND detail LIKE '%no answer%'`;
    expect(await desks(late)).toBe(3);
  });

  it('what the desk refuses or cannot keep of many holds back none of the others', async () => {
    world.org.seed(
      'Contact',
      many(25, (n) => ({ LastName: n === 4 ? 'Doubtful' : n === 17 ? 'Poison' : `Late${n}` })),
    );
    await world.desk.sql.run(
      `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
         IF NEW.last_name = 'Poison' THEN RAISE EXCEPTION 'No room for this.'; END IF;
         RAISE EXCEPTION USING ERRCODE = '23505', CONSTRAINT = 'customers_external_id_key', MESSAGE = 'There is one'; END $$;
       CREATE TRIGGER refuse BEFORE INSERT ON customers FOR EACH ROW
         WHEN (NEW.last_name IN ('Doubtful', 'Poison')) EXECUTE FUNCTION refuse()`,
    );
    await first('dryRun');
    await current();
    await first('start');

    expect(counts(await current(), 'done')['customer']).toMatchObject({ 'create-in-desk': 23, refused: 1, failed: 1 });
    expect(await desks("customers WHERE last_name LIKE 'Late%'")).toBe(23);
    const told = await world.desk.sql.rows(
      "SELECT name, reason FROM salesforce_first_sync_rows WHERE phase = 'sync' AND fate IN ('refused', 'failed') AND object = 'customer' ORDER BY name",
    );
    expect(told).toEqual([
      { name: 'Doubtful', reason: 'Another customer has this external id.' },
      { name: 'Poison', reason: expect.stringContaining('its own log says more') },
    ]);
    await world.desk.sql.run('DROP FUNCTION refuse CASCADE');
  });

  it('needs a dry run before it begins anew', async () => {
    await expect(first('start')).rejects.toMatchObject({ code: 'salesforce.first-sync-unseen' });
    await api().call(salesforceSettingsApi.update, { params: { object: 'case' }, body: { direction: 'off' } });
    await first('dryRun');
    expect((await current()).objects.map(({ object }) => object)).toEqual(['company', 'customer']);
    await world.desk.running.get(PushWaiting).run();
  });
});
