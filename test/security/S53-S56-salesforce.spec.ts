import {
  auditApi,
  casesApi,
  companiesApi,
  salesforceConflictsApi,
  salesforceConnectionApi,
  salesforceLinksApi,
  salesforceLogApi,
  salesforceMappingsApi,
  salesforcePaneApi,
  salesforceSettingsApi,
  salesforceTrafficApi,
  systemLogApi,
  type Pane,
} from '@bureau/contracts';
import type { Log } from '@bureau/platform';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PullSalesforce } from '../../libs/server/connect/src/pull/pull-salesforce.ts';
import { PushWaiting } from '../../libs/server/connect/src/push/push-waiting.ts';
import { connectSalesforce, startDeskAndSalesforce, type DeskAndSalesforce } from '../fixtures/salesforce.ts';

/** Each would find somebody else's account, or break the query, if it left its quotes. */
const HOSTILE = [
  "x' OR Name != '",
  "Victim' LIMIT 1 --",
  "\\' OR Name = \\'Victim",
  '\\',
  "'",
  '%',
  'V_ctim',
  'Victim\u2019 OR 1=1',
  ":victim OR Name = 'Victim'",
];

let world: DeskAndSalesforce;
const logged: string[] = [];

beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  listenTo(world.desk.running.get(PushWaiting)['systemLog']);
  world.org.seed('Account', [{ Name: 'Victim', Phone: '+1 555 0100' }]);
  // It was there long before the sync: only the first sync would bring it to the desk.
  world.passes(60_000);
  await connectSalesforce(world, { enable: true });
  await bothWays();
});
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);

describe('what customers and companies are called (S56)', () => {
  it('finds only records that are called so, letter by letter, and is written as it is', async () => {
    for (const name of HOSTILE) await admin().call(companiesApi.create, { body: { name, domains: [] } });
    await bothWays();

    const there = world.org.records('Account').map(({ Name }) => Name);
    expect(there.toSorted()).toEqual(['Victim', ...HOSTILE].toSorted());
    const [victim] = world.org.records('Account').filter(({ Name }) => Name === 'Victim');
    expect(victim).not.toHaveProperty('Desk_Id__c');
    expect(world.org.violations()).toEqual([]);
  });

  it('gets nothing more out of a section of the pane that compares with it', async () => {
    const body = {
      ...{ part: 'related' as const, label: 'Same name', salesforceObject: 'Account', fields: ['Phone'] },
      ...{ match: { field: 'Name', equals: 'company-name' as const }, sort: null, limit: 5, roleIds: null },
    };
    const section = await admin().call(salesforcePaneApi.add, { body });
    const { items } = await admin().call(companiesApi.list, { query: { limit: 50 } });
    for (const { id, name } of items) {
      const pane: Pane = await admin().call(salesforcePaneApi.get, {
        params: { object: 'company', deskId: id },
        query: { refresh: 'true' },
      });
      const found = pane.sections.find((one) => one.id === section.id);
      expect({ name, problem: found?.problem }).toEqual({ name, problem: '' });
      expect(found?.records.map((record) => record.name)).toEqual(HOSTILE.includes(name) ? [name] : []);
    }
    await admin().call(salesforcePaneApi.remove, { params: { sectionId: section.id } });
  });
});

describe('names of objects and fields (S56)', () => {
  const section = {
    ...{ part: 'related' as const, label: 'Anything', salesforceObject: 'Account', fields: ['Phone'] },
    ...{ match: { field: 'Name', equals: 'company-name' as const }, sort: null, limit: 5, roleIds: null },
  };
  const wrong = ['Id FROM User', "Name = '' OR Name", 'Name, (SELECT Id FROM Contacts)', 'Owner.Profile.Name.Id', ''];

  it.each(wrong)('are never a piece of a query: %s', async (name) => {
    const before = world.org.usage().used;
    for (const body of [
      { ...section, salesforceObject: name },
      { ...section, fields: [name] },
      { ...section, match: { ...section.match, field: name } },
      { ...section, sort: { field: name, descending: false } },
    ])
      expect(await admin().refusal(salesforcePaneApi.add, { body })).toMatchObject({ status: 422 });
    const params = { object: 'case' as const };
    const mapping = { ...params, deskField: 'custom.a', salesforceField: name, direction: 'both' as const };
    expect(await admin().refusal(salesforceMappingsApi.create, { body: mapping })).toMatchObject({ status: 422 });
    expect(await admin().refusal(salesforceMappingsApi.display, { params, body: { fields: [name] } })).toMatchObject({
      status: 422,
    });
    const conditionsToDesk = {
      match: 'all' as const,
      conditions: [{ field: `salesforce.${name}`, operator: 'is' as const, value: 'x' }],
    };
    expect(await admin().refusal(salesforceSettingsApi.update, { params, body: { conditionsToDesk } })).toMatchObject({
      status: 422,
    });
    expect(world.org.usage().used).toBe(before);
  });

  it('are of records only, where one is linked by its id', async () => {
    const deskId = await aCase();
    for (const salesforceId of ["500' OR Id != '", '500SB0000000001', "500SB0000000001MA'"]) {
      const body = { salesforceId };
      const params = { object: 'case' as const, deskId };
      expect(await admin().refusal(salesforceLinksApi.link, { params, body })).toMatchObject({ status: 422 });
      expect(await admin().refusal(salesforceLinksApi.preview, { params, query: body })).toMatchObject({ status: 422 });
    }
  });
});

describe('the sync as a deputy (S56)', () => {
  it('shows and sends nothing of a case for whoever does not see the case', async () => {
    const deskId = await aCase();
    await world.desk.sql.run("UPDATE roles SET case_scope = 'assigned' WHERE key = 'flex-agent'");
    const narrow = world.desk.as(await world.desk.aUser({ role: 'flex-agent' }));
    const params = { object: 'case' as const, deskId };
    const unseen = { status: 404, code: 'case.not-found' };
    expect(await narrow.refusal(salesforcePaneApi.get, { params, query: {} })).toEqual(unseen);
    expect(await narrow.refusal(salesforceLinksApi.get, { params })).toEqual(unseen);
    expect(await narrow.refusal(salesforceLinksApi.syncNow, { params })).toEqual(unseen);
  });

  it('lets an agent look, and neither decide what goes across nor read what others may not', async () => {
    const deskId = await aCase();
    const agent = world.desk.as(world.desk.agent);
    const params = { object: 'case' as const, deskId };
    expect(await agent.call(salesforceLinksApi.get, { params })).toMatchObject({ state: 'ok' });
    const refused = [
      agent.refusal(salesforceLinksApi.preview, { params, query: {} }),
      agent.refusal(salesforceLinksApi.link, { params, body: {} }),
      agent.refusal(salesforceLinksApi.unlink, { params }),
      agent.refusal(salesforceLinksApi.problems, { query: {} }),
      agent.refusal(salesforceConflictsApi.list, { query: {} }),
      agent.refusal(salesforceLogApi.list, { query: {} }),
      agent.refusal(salesforceMappingsApi.ofObject, { params }),
      agent.refusal(salesforcePaneApi.fields, { params: { salesforceObject: 'User' } }),
      agent.refusal(salesforceConnectionApi.get, {}),
    ];
    for (const answer of await Promise.all(refused)) expect(answer).toMatchObject({ status: 403 });
  });

  it('does not take a value for a field of Salesforce that no mapping names', async () => {
    const deskId = await aCase();
    const more = { OwnerId: world.org.userId(world.org.users.sales), IsEscalated: true, salesforceId: '500' };
    const body = { subject: 'Mine', ...more };
    await admin().send(casesApi.update, { params: { caseId: deskId }, body });
    await bothWays();
    const [row] = world.org.records('Case').filter((one) => one['Desk_Id__c'] === String(deskId));
    expect(row?.['OwnerId']).not.toBe(more.OwnerId);
    expect(row?.['IsEscalated']).not.toBe(true);
  });
});

describe('keys of Salesforce (S53)', () => {
  it('are in no log, in no answer, and in no table as they are, not even after they failed', async () => {
    world.org.token({ as: world.org.users.admin, how: 'expire' });
    await bothWays();
    world.org.token({ as: world.org.users.admin, how: 'revoke' });
    await bothWays();
    expect((await admin().call(salesforceConnectionApi.get, {})).connection?.state).toBe('reconnect');

    const canaries = keys();
    expect(canaries.length).toBeGreaterThan(2);
    const told = { log: logged.join('\n'), answers: await answers(), tables: await tables() };
    expect(told.log).not.toBe('');
    for (const [where, text] of Object.entries(told)) {
      for (const key of canaries) expect({ where, hasKey: text.includes(key) }).toEqual({ where, hasKey: false });
      expect({ where, session: /00D[A-Za-z0-9]{12,15}![\w.]{10}/.test(text) }).toEqual({ where, session: false });
    }
  });
});

async function aCase(): Promise<number> {
  const customer = { address: `${crypto.randomUUID()}@fern.example`, name: 'Ana Fern' };
  const { id } = await admin().call(casesApi.open, { body: { subject: 'Late', text: 'It is late.', customer } });
  await bothWays();
  return id;
}

async function bothWays(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) {
    await world.desk.drain();
    world.passes(60_000);
    await world.desk.running.get(PullSalesforce).run();
    await world.desk.running.get(PushWaiting).run();
  }
  await world.desk.drain();
}

/** Everything that the desk would print, however small. */
function listenTo(log: Log): void {
  Object.assign(log, { [pino.symbols.streamSym]: { write: (line: string) => logged.push(line) } });
  log.level = 'trace';
}

/** What the desk was given or gave: the secret of its app, codes, refresh tokens. */
function keys(): string[] {
  const given = world.org.requests.of('POST', '/services/oauth2/token').flatMap(({ body }) => {
    const form = new URLSearchParams(body);
    return ['refresh_token', 'code', 'code_verifier', 'client_secret'].map((name) => form.get(name) ?? '');
  });
  return [...new Set([world.org.app.clientSecret, ...given])].filter((key) => key !== '');
}

async function answers(): Promise<string> {
  const all = await Promise.all([
    admin().call(salesforceConnectionApi.get, {}),
    admin().call(salesforceConnectionApi.preflight, {}),
    admin().call(salesforceTrafficApi.get, {}),
    admin().call(salesforceLogApi.list, { query: {} }),
    admin().call(salesforceLinksApi.problems, { query: {} }),
    admin().call(auditApi.list, { query: { noun: 'salesforce' } }),
    admin().call(systemLogApi.list, { query: {} }),
  ]);
  return JSON.stringify(all);
}

/** All that is kept of Salesforce, and all that jobs and facts carry. */
async function tables(): Promise<string> {
  const named = await world.desk.sql.rows<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE tablename LIKE 'salesforce%' OR tablename IN ('outbox', 'audit_log', 'system_log') OR schemaname = 'pgboss'`,
  );
  const texts = await Promise.all(
    named.map(({ name }) => world.desk.sql.rows<{ row: string }>(`SELECT t::text AS row FROM ${name} t`)),
  );
  return texts.flatMap((rows) => rows.map(({ row }) => row)).join('\n');
}
