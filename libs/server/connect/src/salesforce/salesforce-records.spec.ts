import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { salesforceConnectionApi } from '@bureau/contracts';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';
import { SalesforceClients, SalesforceFailure, type SalesforceRecords } from './index.ts';
import { SalesforceApp } from './salesforce-app.ts';

let world: DeskAndSalesforce;
let records: SalesforceRecords;
beforeAll(async () => {
  world = await startDeskAndSalesforce();
  await connectSalesforce(world, { enable: true });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.org.clearFailures();
  world.org.switch({ pageSize: 2_000 });
  records = await world.desk.running.get(SalesforceClients).current();
});

const failureOf = async (work: Promise<unknown>): Promise<SalesforceFailure> => {
  const error = await work.catch((caught: unknown) => caught);
  if (error instanceof SalesforceFailure) return error;
  throw new Error('It should have failed with what Salesforce says.');
};
const asked = () => world.org.requests.of('GET', '/services/data/v62.0/query').length;
const state = async () =>
  (await world.desk.as(world.desk.administrator).call(salesforceConnectionApi.get, {})).connection;

describe('reading', () => {
  it('pages through a query, with the clock of Salesforce', async () => {
    world.org.switch({ pageSize: 200 });
    world.org.seed(
      'Account',
      Array.from({ length: 250 }, (_, index) => ({ Name: `Roaster ${index}` })),
    );
    const first = await records.query("SELECT Id, Name FROM Account WHERE Name LIKE 'Roaster%' ORDER BY Id");
    expect([first.rows.length, first.total]).toEqual([200, 250]);
    expect(Math.abs(first.at.getTime() - world.org.clock.ms())).toBeLessThan(5_000);
    const second = await records.more(first.next ?? '');
    expect([second.rows.length, second.next]).toEqual([50, null]);
  });

  it('asks several things in one call, and one that is refused does not spoil the others', async () => {
    const before = world.org.usage().used;
    const answers = await records.queries([
      'SELECT Id FROM Case',
      'SELECT Nope__c FROM Case',
      'SELECT Id FROM Contact',
    ]);
    expect(world.org.usage().used - before).toBe(1);
    expect(answers.map((answer) => (answer instanceof SalesforceFailure ? answer.code : answer.rows.length))).toEqual([
      ...[3, 'INVALID_FIELD', expect.any(Number)],
    ]);
  });

  it('finds nothing where a record was deleted, and tells of it', async () => {
    const person = world.org.as();
    const id = String(person.create('Account', { Name: 'Gone' })['Id']);
    expect(await records.read('Account', id, ['Name'])).toMatchObject({ row: { Name: 'Gone' } });
    person.delete(id);
    expect(await records.read('Account', id, ['Name'])).toBeNull();
    expect(await records.readMany('Account', [id], ['Name'])).toEqual([null]);
    world.passes(61_000);
    const to = new Date(world.org.clock.ms());
    const { deleted } = await records.deletedBetween('Account', new Date(to.getTime() - 3_600_000), to);
    expect(deleted.map((one) => one.id)).toContain(id);
  });
});

describe('writing', () => {
  it('never lets a rule of assignment move a case', async () => {
    const id = await records.create('Case', { Subject: 'Grinder' });
    await records.update('Case', id, { values: { Priority: 'High' }, unchangedSince: null });
    expect(world.org.record(id)).toMatchObject({ Subject: 'Grinder', Priority: 'High' });
    expect(world.org.record(id)?.['OwnerId']).toBe(world.org.userId(world.org.users.admin));
    expect(world.org.violations()).toEqual([]);
  });

  it('changes nothing that somebody else changed meanwhile', async () => {
    const id = await records.create('Account', { Name: 'Larkspur' });
    world.passes(10_000);
    const read = await records.read('Account', id, ['Name']);
    world.passes(10_000);
    world.org.as().edit(id, { Name: 'Theirs' });
    const failure = await failureOf(
      records.update('Account', id, { values: { Name: 'Ours' }, unchangedSince: read?.stamp ?? null }),
    );
    expect([failure.status, failure.error.code]).toEqual([412, expect.stringMatching(/412|PRECONDITION/)]);
    expect(world.org.record(id)?.['Name']).toBe('Theirs');
  });

  it('says of each of many what became of it', async () => {
    const rule = { object: 'Account', when: "Name = 'Bad'", message: 'Not this one.', field: 'Name' };
    onTestFinished(world.org.validationRule(rule));
    const { written } = await records.createMany('Account', [{ Name: 'Good' }, { Name: 'Bad' }]);
    expect(written[0]).toEqual({ id: expect.any(String) });
    const failure = written[1] && 'failure' in written[1] ? written[1].failure : null;
    expect(failure?.error).toEqual({
      ...{ code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'Not this one.' },
      ...{ fields: ['Name'], matches: [] },
    });
  });

  it('names the records that a rule of duplicates found', async () => {
    const [id] = world.org.seed('Contact', [{ LastName: 'Okafor', Email: 'ada@larkspur.example' }]);
    onTestFinished(world.org.duplicateRule({ object: 'Contact', fields: ['Email'], action: 'alert' }));
    const values = { LastName: 'Okafor', Email: 'ada@larkspur.example' };
    const failure = await failureOf(records.create('Contact', values));
    expect(failure.error).toMatchObject({ code: 'DUPLICATES_DETECTED', matches: [id] });
    expect(await records.create('Contact', values, { allowDuplicates: true })).toMatch(/^003/);
  });

  it('posts to the feed of a case', async () => {
    const [supportCase] = world.org.records('Case');
    await records.postToFeed(String(supportCase?.['Id']), [{ text: 'Resolved by the desk. ' }]);
    expect(world.org.records('FeedItem').at(-1)).toMatchObject({ ParentId: supportCase?.['Id'] });
  });
});

describe('an answer that is none', () => {
  it.each([
    ['a page of HTML', { kind: 'html' as const, status: 503 }, /^ERROR_HTTP_503|^UNKNOWN/],
    ['half of its JSON', { kind: 'malformed' as const }, /^UNKNOWN_EXCEPTION/],
    ['nothing at all', { kind: 'drop' as const }, /^ECONN|^UNKNOWN/],
  ])('is a failure that goes by itself: %s', async (_, effect, code) => {
    const before = asked();
    world.org.fault({ path: '/services/data/*', effect, times: 1 });
    const failure = await failureOf(records.query('SELECT Id FROM Case'));
    expect(failure.code).toMatch(code);
    expect(failure.message).not.toMatch(/<html|00D\w+!/);
    // Nobody repeats it behind the back of whoever counts calls.
    expect(asked() - before).toBe(1);
    expect(await state()).toMatchObject({ state: 'ok' });
  });

  it('three times in a row is trouble, and one that comes ends it', async () => {
    const end = world.org.fail({ code: 'SERVER_UNAVAILABLE', times: null });
    for (let count = 0; count < 3; count++) await failureOf(records.query('SELECT Id FROM Case'));
    expect(await state()).toMatchObject({
      state: 'trouble',
      stateReason: expect.stringContaining('tries again by itself'),
    });
    end();
    await (await world.desk.running.get(SalesforceClients).current()).query('SELECT Id FROM Case');
    expect(await state()).toMatchObject({ state: 'ok', stateReason: '' });
  });

  it('for want of calls says so', async () => {
    const end = world.org.fail({ code: 'REQUEST_LIMIT_EXCEEDED', times: null });
    await failureOf(records.query('SELECT Id FROM Case'));
    end();
    expect((await state())?.stateReason).toMatch(/calls that Salesforce allows in 24 hours are used up/);
  });
});

describe('keys travel', () => {
  it.each([
    ['https://larkspur.my.salesforce.com', true],
    ['https://larkspur.lightning.force.com', true],
    ['http://larkspur.my.salesforce.com', false],
    ['https://salesforce.com.evil.example', false],
    ['https://evilsalesforce.com', false],
    ['https://larkspur.my.salesforce.com:8443', false],
    ['http://169.254.169.254', false],
    ['http://127.0.0.1:1', false],
  ])('to Salesforce and to the configured place only: %s %s', (url, allowed) => {
    expect(world.desk.running.get(SalesforceApp).allows(new URL(url))).toBe(allowed);
  });

  it('nowhere that a row in the database was bent to', async () => {
    await world.desk.sql.run("UPDATE salesforce_connections SET instance_url = 'http://127.0.0.1:1'");
    const bent = await world.desk.running.get(SalesforceClients).current();
    expect(await failureOf(bent.query('SELECT Id FROM Case'))).toMatchObject({ code: 'STRANGE_ADDRESS' });
    await world.desk.sql.run('UPDATE salesforce_connections SET instance_url = $1', [world.org.url]);
  });
});
