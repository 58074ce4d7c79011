import { casesApi, rolesApi, salesforceMappingsApi, salesforcePaneApi, type Pane } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  connectSalesforce,
  startDeskAndSalesforce,
  type DeskAndSalesforce,
} from '../../../../../test/fixtures/salesforce.ts';

let world: DeskAndSalesforce;
let caseId: number;
let contactId: string;
let accountId: string;

beforeAll(async () => {
  world = await startDeskAndSalesforce({ salesforce: { withRecords: false } });
  await connectSalesforce(world);
  const erin = world.org.as();
  accountId = String(erin.create('Account', { Name: "O'Brien & Sons", Phone: '+353 1 555' })['Id']);
  contactId = String(
    erin.create('Contact', { FirstName: 'Ana', LastName: "O'Brien", Title: 'Owner', AccountId: accountId })['Id'],
  );
  for (const Name of ['Spring order', 'Summer order'])
    erin.create('Opportunity', {
      ...{ Name, AccountId: accountId, StageName: 'Prospecting', CloseDate: '2026-12-01', Amount: 1_200 },
    });
  const body = { subject: 'Late', text: 'It is late.', customer: { address: 'ana@obrien.example', name: 'Ana' } };
  ({ id: caseId } = await admin().call(casesApi.open, { body }));
  const { customer } = await admin().call(casesApi.get, { params: { caseId } });
  const company = await world.desk.sql.row<{ id: number }>(`INSERT INTO companies (name) VALUES ('Sons') RETURNING id`);
  await world.desk.sql.run('UPDATE customers SET company_id = $1 WHERE id = $2', [company?.id, customer.id]);
  await world.desk.sql.run(
    `INSERT INTO salesforce_links (object, desk_id, salesforce_id, state)
     VALUES ('customer', $1, $2, 'ok'), ('company', $3, $4, 'ok')`,
    [customer.id, contactId, company?.id, accountId],
  );
});
afterAll(() => world.close());

const admin = () => world.desk.as(world.desk.administrator);
const params = () => ({ object: 'case', deskId: caseId }) as const;
const look = (query = {}): Promise<Pane> => admin().call(salesforcePaneApi.get, { params: params(), query });
const sectionOf = (pane: Pane, part: string) => pane.sections.find((section) => section.part === part);

describe('what people see of Salesforce beside a case', () => {
  it('is the contact, the account and its opportunities, with their fields and ways there', async () => {
    const pane = await look();
    expect(pane.organisation).toMatchObject({ name: world.org.org.name });
    const contact = sectionOf(pane, 'contact')?.records[0];
    expect(contact).toMatchObject({ salesforceId: contactId, name: "Ana O'Brien" });
    expect(contact?.url).toMatch(new RegExp(`^http://[^/]+/${contactId}$`));
    expect(contact?.values).toContainEqual(
      expect.objectContaining({ field: 'Title', label: 'Title', type: 'string', value: 'Owner' }),
    );
    const account = sectionOf(pane, 'account')?.records[0];
    const owner = account?.values.find(({ field }) => field === 'Owner.Name');
    expect(owner).toMatchObject({ label: expect.stringMatching(/^Owner: /), value: expect.stringMatching(/Erin/) });
    const opportunities = sectionOf(pane, 'opportunities');
    expect(opportunities?.records.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Spring order', 'Summer order']),
    );
    expect(opportunities?.records[0]?.values.find(({ field }) => field === 'Amount')).toMatchObject({
      ...{ type: 'currency', value: 1_200 },
    });
    expect(world.org.violations()).toEqual([]);
  });

  it('calls activities by their subject, and what has no name as its object is called', async () => {
    const more = { WhoId: contactId, Status: 'Completed', Priority: 'Normal' };
    const task = world.org.as().create('Task', { ...more, Subject: 'Rang her back' });
    const nameless = world.org.as().create('Task', more);
    const { records = [] } = sectionOf(await look({ refresh: 'true' }), 'activities') ?? {};
    const named = new Map(records.map(({ salesforceId, name }) => [salesforceId, name]));
    expect(named.get(String(task['Id']))).toBe('Rang her back');
    expect(named.get(String(nameless['Id']))).toBe('Task');
  });

  it('shows the fields that were chosen for the linked record too, and goes on without one that vanished', async () => {
    const params = { object: 'customer' } as const;
    await admin().call(salesforceMappingsApi.display, { params, body: { fields: ['Department', 'Title'] } });
    const fields = async () => sectionOf(await look(), 'contact')?.records[0]?.values.map(({ field }) => field);
    expect(await fields()).toEqual(['Title', 'Email', 'Phone', 'MobilePhone', 'Department']);
    await world.desk.sql.run(`UPDATE salesforce_displayed_fields SET salesforce_field = 'Gone__c' WHERE position = 1`);
    expect(await fields()).toEqual(['Title', 'Email', 'Phone', 'MobilePhone']);
    await admin().call(salesforceMappingsApi.display, { params, body: { fields: [] } });
  });

  it('costs no call for a minute, unless somebody asks anew', async () => {
    await look();
    const before = world.org.usage().used;
    await look();
    expect(world.org.usage().used).toBe(before);
    world.org.as().edit(contactId, { Title: 'Founder' });
    const titleIn = (pane: Pane) =>
      sectionOf(pane, 'contact')?.records[0]?.values.find(({ field }) => field === 'Title')?.value;
    expect(titleIn(await look({ refresh: 'true' }))).toBe('Founder');
    expect(world.org.usage().used).toBe(before + 1);
    world.passes(61_000);
    await look();
    expect(world.org.usage().used).toBe(before + 2);
  });

  it('is of any object that a rule finds, whatever stands in the name that it compares with', async () => {
    const hostile = `x' OR Name != '\\`;
    await world.desk.sql.run(`UPDATE companies SET name = $1 WHERE name = 'Sons'`, [hostile]);
    const section = await admin().call(salesforcePaneApi.add, {
      body: {
        ...{ part: 'related', label: 'Same name', salesforceObject: 'Account', fields: ['Phone'] },
        ...{ match: { field: 'Name', equals: 'company-name' }, sort: null, limit: 2, roleIds: null },
      },
    });
    const found = async () => (await look()).sections.find(({ id }) => id === section.id);
    expect(await found()).toMatchObject({ records: [], problem: '' });
    await world.desk.sql.run(`UPDATE companies SET name = $1 WHERE name = $2`, ["O'Brien & Sons", hostile]);
    expect(await found()).toMatchObject({ records: [{ salesforceId: accountId }], problem: '' });
    await admin().call(salesforcePaneApi.remove, { params: { sectionId: section.id } });
    expect(await found()).toBeUndefined();
  });

  it('can be made of any object that is there for people, and of what its records point to', async () => {
    const { items: objects } = await admin().call(salesforcePaneApi.objects, {});
    expect(objects).toContainEqual({ name: 'Opportunity', label: 'Opportunity' });
    const { items } = await admin().call(salesforcePaneApi.fields, { params: { salesforceObject: 'Opportunity' } });
    expect(items).toContainEqual({ path: 'Amount', label: 'Amount', type: 'currency' });
    expect(items.map(({ path }) => path)).toEqual(expect.arrayContaining(['Owner.Name', 'Account.Name']));
    expect(await admin().refusal(salesforcePaneApi.fields, { params: { salesforceObject: 'Nothing__c' } })).toEqual({
      status: 404,
      code: 'salesforce.object-not-found',
    });
  });

  it('names the field that the organisation does not have', async () => {
    const body = {
      ...{ part: 'related' as const, label: 'Wrong', salesforceObject: 'Account', fields: ['Phone', 'Nonsense__c'] },
      ...{ match: { field: 'Id', equals: 'account' as const }, sort: null, limit: 2, roleIds: null },
    };
    await expect(admin().call(salesforcePaneApi.add, { body })).rejects.toMatchObject({
      ...{ status: 422, problem: { errors: [{ path: 'fields.1' }] } },
    });
    const elsewhere = { ...body, salesforceObject: 'Nothing__c' };
    await expect(admin().call(salesforcePaneApi.add, { body: elsewhere })).rejects.toMatchObject({
      ...{ status: 422, problem: { errors: [{ path: 'salesforceObject' }] } },
    });
  });

  it('says in words that Salesforce cannot be reached, without addresses and codes', async () => {
    world.org.fault({ path: '/services/data/*', effect: { kind: 'drop' } });
    const { sections } = await look({ refresh: 'true' });
    const said = sections.filter(({ problem }) => problem !== '').map(({ problem }) => problem);
    expect(new Set(said)).toEqual(new Set(['The desk cannot reach Salesforce at the moment.']));
    world.org.clearFaults();
  });

  it('says in its place what Salesforce refuses, and shows the rest', async () => {
    const end = world.org.fail({ code: 'QUERY_TIMEOUT' });
    const pane = await look({ refresh: 'true' });
    end();
    expect(sectionOf(pane, 'contact')).toMatchObject({ records: [], problem: expect.stringMatching(/Salesforce/) });
  });
});

describe('who sees Salesforce', () => {
  it('is who sees the case: to anybody else it is not there', async () => {
    await world.desk.sql.run("UPDATE roles SET case_scope = 'assigned' WHERE key = 'flex-agent'");
    const narrow = world.desk.as(await world.desk.aUser({ role: 'flex-agent' }));
    expect(await narrow.refusal(salesforcePaneApi.get, { params: params(), query: {} })).toEqual({
      ...{ status: 404, code: 'case.not-found' },
    });
  });

  it('is limited section by section to the roles that it is for', async () => {
    const agent = await world.desk.aUser({ role: 'agent' });
    const { items } = await admin().call(salesforcePaneApi.sections, {});
    const opportunities = items.find(({ part }) => part === 'opportunities');
    if (!opportunities) throw new Error('The pane shows no opportunities.');
    const roles = await admin().call(rolesApi.list, {});
    const administrators = roles.items.find(({ name }) => name === 'Administrator');
    const { id, position, ...section } = opportunities;
    await admin().call(salesforcePaneApi.update, {
      params: { sectionId: id },
      body: { ...section, roleIds: [administrators?.id ?? 0] },
    });
    const seen = await world.desk.as(agent).call(salesforcePaneApi.get, { params: params(), query: {} });
    expect(seen.sections.map(({ part }) => part)).not.toContain('opportunities');
    expect(sectionOf(await look(), 'opportunities')?.records).toHaveLength(2);
    expect(position).toBe(4);
  });

  it('shows a section that comes back where it was, also when another stands there by now', async () => {
    const labels = async () => (await admin().call(salesforcePaneApi.sections, {})).items.map(({ label }) => label);
    const before = await labels();
    const { items } = await admin().call(salesforcePaneApi.sections, {});
    const takeOut = async (label: string) => {
      const section = (await admin().call(salesforcePaneApi.sections, {})).items.find((one) => one.label === label);
      if (!section) throw new Error(`The pane has no ${label}.`);
      await admin().call(salesforcePaneApi.remove, { params: { sectionId: section.id } });
      const { id: _, ...body } = section;
      return body;
    };
    const second = await takeOut(String(before[1]));
    expect(await admin().call(salesforcePaneApi.add, { body: second })).toMatchObject({ position: items[1]?.position });
    expect(await labels()).toEqual(before);

    const last = await takeOut(String(before.at(-1)));
    const { position: _, ...another } = last;
    await admin().call(salesforcePaneApi.add, { body: { ...another, label: 'Newer' } });
    await admin().call(salesforcePaneApi.add, { body: last });
    expect(await labels()).toEqual([...before, 'Newer']);
    await takeOut('Newer');
  });

  it('does not decide about what others see', async () => {
    const agent = await world.desk.aUser({ role: 'agent' });
    expect(await world.desk.as(agent).refusal(salesforcePaneApi.sections, {})).toMatchObject({ status: 403 });
  });
});
