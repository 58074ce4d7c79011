import { customFieldsApi, customersApi } from '@bureau/contracts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { DeskClient, type Resource } from '../desk-client.fixture.ts';

let desk: TestDesk;
let client: DeskClient;
beforeAll(async () => {
  desk = await startTestDesk();
  const admin = desk.as(desk.administrator);
  client = new DeskClient(admin);
  await admin.call(customFieldsApi.create, { body: { owner: 'customer', label: 'Level', type: 'text', choices: [] } });
  await admin.call(customFieldsApi.create, {
    body: { owner: 'customer', label: 'Orders', type: 'integer', choices: [] },
  });
  await admin.call(customFieldsApi.create, {
    body: { owner: 'company', label: 'Employer', type: 'text', choices: [] },
  });
});
afterAll(() => closeDesk(desk));
beforeEach(() => desk.clock.advance(60_000));

const below = ({ _links: { self } }: Resource) => self.href.slice('/api/v2'.length);

async function made(path: string, body: object): Promise<{ path: string; body: Resource }> {
  const answer = await client.post(path, body);
  expect(answer).toMatchObject({ status: 201 });
  return { path: below(answer.body), body: answer.body };
}

const found = async (path: string) => (await client.get(path)).body._embedded.entries.map(({ id }) => id);

describe('a customer', () => {
  it('has the address of the picture that the desk has, and none where there is none', async () => {
    const { path, body } = await made('/customers', { first_name: 'Ana' });
    expect(body['avatar']).toBeNull();
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const init = { method: 'PUT', body: new Uint8Array(picture) };
    expect((await client.api.fetch(`/api/v3/customers/${body.id}/avatar`, init)).status).toBe(200);

    const { avatar } = (await client.get(path)).body;
    const shown = await client.api.fetch(String(avatar));
    expect([shown.status, Buffer.from(await shown.arrayBuffer())]).toEqual([200, picture]);
    expect((await desk.anybody.fetch(String(avatar))).status).toBe(401);
  });

  it('is created as clients do it, and read back as it was answered', async () => {
    const { path, body } = await made('/customers', {
      first_name: 'John',
      last_name: 'Doe',
      title: null,
      language: 'en_us',
      background: 'Can be a challenge',
      external_id: 'c-1',
      locked_until: null,
      custom_fields: { level: 'vip', orders: '7' },
      emails: [
        { type: 'work', value: 'John@acme.example' },
        { type: 'home', value: 'john@home.example' },
      ],
      phone_numbers: [{ type: 'work', value: '123-456-7890' }],
      addresses: [{ type: 'work', value: '123 Main St, San Francisco, CA 94105' }],
      _links: { company: null, facebook_user: {}, locked_by: {} },
    });
    expect(body).toMatchObject({
      first_name: 'John',
      display_name: 'John Doe',
      title: null,
      background: 'Can be a challenge',
      custom_fields: { level: 'vip', orders: '7' },
      emails: [{ type: 'work', value: 'john@acme.example' }, { type: 'home' }],
      phone_numbers: [{ type: 'work', value: '123-456-7890' }],
      addresses: [{ type: 'work', value: '123 Main St, San Francisco, CA 94105' }],
      _links: { company: null, cases: { class: 'case', count: 0 } },
    });
    expect((await client.get(path)).body).toEqual(body);
    expect((await client.delete(path)).status).toBe(405);
  });

  it('changes in what is named, and belongs to the company that a link names', async () => {
    const company = await made('/companies', { name: 'Acme Inc' });
    const { path } = await made('/customers', { first_name: 'Mia', title: 'Engineer' });
    const link = { href: company.body._links.self.href, class: 'company' };
    const answer = await client.patch(`${path}?embed=company`, {
      id: -1,
      last_name: 'Lund',
      title: null,
      _links: { self: { href: '/api/v2/customers/1' }, company: link },
    });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        first_name: 'Mia',
        display_name: 'Mia Lund',
        title: null,
        company: 'Acme Inc',
        _links: { company: link },
      },
    });
    expect(answer.body._embedded.company).toMatchObject({ name: 'Acme Inc' });
    expect((await client.patch(path, {})).body).toMatchObject({ updated_at: answer.body.updated_at });
    const { body } = await client.patch(path, { _links: { company: null } });
    expect(body).toMatchObject({ company: null, _links: { company: null } });
  });

  it('belongs to the company that it names, which is made if there is none', async () => {
    const { body } = await made('/customers', { first_name: 'Uma', company_name: 'Café Noir' });
    const again = await made('/customers', { first_name: 'Ugo', company_name: 'cafe noir' });
    expect(again.body._links['company']).toEqual(body._links['company']);
    expect(again.body['company']).toBe('Café Noir');
    expect((await client.patch(again.path, { company_name: '' })).body['company']).toBeNull();
    const wrong = await client.post('/customers', { first_name: 'Una', company_name: 'x'.repeat(300) });
    expect(wrong).toMatchObject({ status: 422, body: { errors: { company_name: ['invalid'] } } });
    await desk.sql.run(
      "UPDATE roles SET permissions = array_remove(permissions, 'companies:update') WHERE key = 'agent'",
    );
    const agent = new DeskClient(desk.as(desk.agent));
    const unknown = await agent.post('/customers', { first_name: 'Ulf', company_name: 'Unheard of' });
    expect(unknown.body.errors).toEqual({ company_name: ['invalid'] });
  });

  it('has a number as often as it is appended, and once more when lists replace', async () => {
    const phone = { type: 'home', value: '(415) 555-1234' };
    const { path, body } = await made('/customers', { first_name: 'Noa', phone_numbers: [phone] });
    const append = { phone_numbers: [phone], phone_numbers_update_action: 'append' };
    expect((await client.patch(path, append)).body.phone_numbers).toEqual([phone, phone]);
    expect((await client.patch(path, append)).body.phone_numbers).toEqual([phone, phone, phone]);
    const params = { customerId: body.id };
    expect((await desk.as(desk.agent).call(customersApi.get, { params })).phoneNumbers).toHaveLength(3);
    const replace = { phone_numbers: [phone], phone_numbers_update_action: 'replace' };
    expect((await client.patch(path, replace)).body.phone_numbers).toEqual([phone]);

    const emails = [{ type: 'work', value: 'noa@acme.example' }];
    const street = [{ type: 'work', value: '1 Main St' }];
    await client.patch(path, { emails, emails_update_action: 'append' });
    const twice = { emails, emails_update_action: 'append', addresses: street, addresses_update_action: 'append' };
    expect((await client.patch(path, twice)).body).toMatchObject({ emails, addresses: street });
  });

  it('is refused with the names that clients know', async () => {
    await made('/customers', { first_name: 'Kim', external_id: 'taken', emails: [{ value: 'kim@acme.example' }] });
    expect(await client.post('/customers', {})).toMatchObject({
      status: 422,
      body: { message: 'Validation Failed', errors: { first_name: ['blank'] } },
    });
    const wrong = { external_id: 'taken', first_name: 'x' };
    expect((await client.post('/customers', wrong)).body.errors).toEqual({ external_id: ['invalid'] });
    const links = { company: { href: '/api/v2/companies/999999' } };
    expect((await client.post('/customers', { first_name: 'x', _links: links })).body.errors).toEqual({
      _links: { company: ['invalid'] },
    });
    const many = {
      first_name: 'x',
      emails: [{ value: 'kim@acme.example' }],
      phone_numbers: 7,
      custom_fields: { no: 1 },
    };
    expect((await client.post('/customers', many)).body.errors).toMatchObject({ phone_numbers: ['invalid'] });
    expect((await client.post('/customers', { ...many, phone_numbers: [], custom_fields: {} })).body.errors).toEqual({
      emails: ['invalid'],
    });
  });

  it('is found by parts of names, addresses, numbers and fields, and after an id', async () => {
    const { body } = await made('/customers', {
      first_name: 'Žofie',
      last_name: 'Nováková',
      external_id: 'z-9',
      emails: [{ value: 'zofie@brno.example' }],
      phone_numbers: [{ value: '+420 777 123 456' }],
      custom_fields: { level: 'gold', orders: 42 },
    });
    await desk.sql.run(
      "INSERT INTO customer_identities (customer_id, network, external_id, handle) VALUES ($1, 'x', '77', 'Zofie')",
      [body.id],
    );
    for (const query of [
      'first_name=zof',
      'last_name=novak',
      'full_name=zofie+nov',
      'email=ZOFIE@brno.example',
      'phone=777123456',
      'twitter=@zofie',
      'external_id=z-9',
      'q=brno.ex',
      'custom_level=gold',
      'custom_orders=42',
      `since_id=${body.id - 1}&max_id=${body.id}`,
      'q=zofie&since_created_at=0&max_updated_at=9999999999',
    ]) {
      expect([query, await found(`/customers/search?${query}`)]).toEqual([query, [body.id]]);
    }
    expect(await found('/customers/search?custom_level=silver')).toEqual([]);
    expect(await found('/customers?first_name=zof&sort_field=updated_at&sort_direction=desc')).toEqual([body.id]);
  });

  it('counts only the cases that the reader sees, and is still answered to one who made somebody he cannot see', async () => {
    const role = await desk.sql.row<{ id: number }>("SELECT id FROM roles WHERE key = 'flex-agent'");
    await desk.sql.run(
      "UPDATE roles SET case_scope = 'assigned', permissions = permissions || '{customers:update}' WHERE id = $1",
      [role!.id],
    );
    const narrow = await desk.aUser({ role: 'flex-agent' });
    const { path } = await made('/customers', { first_name: 'Ida' });
    const message = { direction: 'in', body: 'Hello' };
    await made(`${path}/cases`, { type: 'phone', subject: 'One', message });
    const links = { assigned_user: { href: `/api/v2/users/${narrow.id}` } };
    await made(`${path}/cases`, { type: 'phone', subject: 'Two', message, _links: links });
    const own = new DeskClient(desk.as(narrow));
    expect((await client.get(path)).body._links.cases).toMatchObject({ count: 2 });
    expect((await own.get(path)).body._links.cases).toMatchObject({ count: 1 });
    const answer = await own.post('/customers', { first_name: 'Unseen' });
    expect(answer).toMatchObject({ status: 201, body: { first_name: 'Unseen' } });
    expect((await own.get(below(answer.body))).status).toBe(404);
  });
});

describe('a company', () => {
  it('is created, changed and read with its customers and their cases', async () => {
    const { path, body } = await made('/companies', {
      name: 'Larkspur',
      domains: ['larkspur.example', 'larkspur.test'],
      custom_fields: { employer: '123456789' },
    });
    expect(body).toMatchObject({
      domains: ['larkspur.example', 'larkspur.test'],
      external_id: null,
      custom_fields: { employer: '123456789' },
      _links: { customers: { class: 'customer' }, cases: { class: 'case' } },
    });
    const customer = await made('/customers', { first_name: 'Eve', emails: [{ value: 'eve@larkspur.example' }] });
    const said = { type: 'phone', subject: 'Hm', message: { direction: 'in', body: 'Hello' } };
    const { body: opened } = await made(`${customer.path}/cases`, said);
    expect(await found(`${path}/customers`)).toEqual([customer.body.id]);
    expect(await found(`${path}/cases`)).toEqual([opened.id]);
    expect(await found(`/cases?company_id=${body.id}`)).toEqual([opened.id]);
    expect(await found(`/customers?company_id=${body.id}`)).toEqual([customer.body.id]);

    expect((await client.patch(path, { domains: ['larkspur.test'] })).body.domains).toEqual(['larkspur.test']);
    expect((await client.patch(path, { domains: [], name: 'Larkspur Ltd' })).body).toMatchObject({
      name: 'Larkspur Ltd',
      domains: [],
    });
    expect((await client.patch(path, { name: '', domains: ['x'] })).body.errors).toEqual({
      name: ['blank'],
      domains: ['invalid'],
    });
    expect((await client.delete(path)).status).toBe(405);
    expect((await client.get('/companies/999999/customers')).status).toBe(404);
  });

  it('is found by its name, its domain, and in bulk by ids', async () => {
    const one = await made('/companies', { name: 'Überland', domains: ['ueberland.example'] });
    const other = await made('/companies', { name: 'Otherland', custom_fields: { employer: 'o' } });
    expect(await found('/companies/search?q=uberl')).toEqual([one.body.id]);
    expect(await found('/companies/search?q=ueberland.ex')).toEqual([one.body.id]);
    expect(await found('/companies/search?custom_employer=o')).toEqual([other.body.id]);
    const address = `/companies?ids=${one.body.id},${other.body.id},999999&fields=id,name,domains`;
    const { body } = await client.get(address);
    expect(body._embedded.entries.map(({ _links, ...entry }) => entry)).toEqual([
      { id: one.body.id, name: 'Überland', domains: ['ueberland.example'] },
      { id: other.body.id, name: 'Otherland', domains: [] },
    ]);
    expect((await client.get('/companies?ids=x')).body.errors).toEqual({ ids: ['invalid'] });
    expect((await client.get('/companies?per_page=100000000')).body._links.self.href).toContain('per_page=500');
  });
});
