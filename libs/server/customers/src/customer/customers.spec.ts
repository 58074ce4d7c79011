import { casesApi, customersApi, customFieldsApi, type Actor } from '@bureau/contracts';
import type { z } from 'zod';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { ChangeCustomer } from './change-customer.ts';

const SYSTEM: Actor = { kind: 'system', name: 'Bureau' };

let desk: TestDesk;
/** Sees only the cases that are assigned to him. */
let narrow: Person;
beforeAll(async () => {
  desk = await startTestDesk();
  await desk.sql.run("UPDATE roles SET case_scope = 'assigned' WHERE key = 'flex-agent'");
  narrow = await desk.aUser({ name: 'Omar Haddad', role: 'flex-agent' });
});
afterAll(() => closeDesk(desk));

const agent = () => desk.as(desk.agent);
const anAddress = () => `${crypto.randomUUID()}@customer.example`;

type Input = z.input<typeof customersApi.create.shape.body>;
const create = (body: Input) => agent().call(customersApi.create, { body });
const read = (customerId: number) => agent().call(customersApi.get, { params: { customerId } });
const change = (customerId: number, body: Input) => agent().call(customersApi.update, { params: { customerId }, body });

async function problemOf(body: unknown): Promise<{ status: number; errors?: { path: string; message: string }[] }> {
  return (await agent().send(customersApi.create, { body })).json() as never;
}

const createMany = (wanted: Input[]) =>
  desk.running.get(ChangeCustomer).createMany(
    SYSTEM,
    wanted.map((one) => customersApi.create.shape.body.parse(one)),
  );

async function aCaseOf(address: string) {
  return agent().call(casesApi.open, {
    body: { subject: 'Stuck', text: 'No sound.', customer: { address, name: 'Ana' } },
  });
}

describe('a customer', () => {
  it('has names, ways to be reached, identities and a place elsewhere', async () => {
    const email = anAddress();
    const created = await create({
      firstName: 'Ana',
      lastName: 'Ferreira',
      title: 'Head of Coffee',
      emails: [{ type: 'work', value: email.toUpperCase() }],
      phoneNumbers: [{ type: 'mobile', value: '+49 30 1234567' }],
      postalAddresses: [{ type: 'home', value: 'Rua 1\nLisboa' }],
      identities: [{ network: 'x', externalId: crypto.randomUUID(), handle: 'ana', name: 'Ana F.' }],
      language: 'de',
    });

    expect(created).toMatchObject({
      name: 'Ana Ferreira',
      address: email,
      addresses: [email],
      emails: [{ type: 'work', value: email }],
      phoneNumbers: [{ type: 'mobile', value: '+49 30 1234567' }],
      postalAddresses: [{ type: 'home', value: 'Rua 1\nLisboa' }],
      identities: [{ network: 'x', handle: 'ana', followers: null, verified: false }],
      title: 'Head of Coffee',
      language: 'de',
      avatarUrl: null,
      blockedAt: null,
      caseCount: 0,
      merged: [],
    });
    expect(await read(created.id)).toEqual(created);
  });

  it('is made of a mail with first and last name', async () => {
    const { customer } = await aCaseOf(anAddress());
    const renamed = await change(customer.id, { lastName: 'Ferreira' });
    expect(renamed).toMatchObject({ firstName: 'Ana', lastName: 'Ferreira', name: 'Ana Ferreira', caseCount: 1 });
  });

  it('keeps what is not named, and loses what the new set leaves out', async () => {
    const [one, two] = [anAddress(), anAddress()];
    const { id } = await create({
      name: 'Ana',
      emails: [{ value: one }, { value: two }],
      phoneNumbers: [{ value: '030 1234' }, { value: '040 9999' }],
      background: 'Grinds by hand.',
    });

    const after = await change(id, { emails: [{ type: 'home', value: two }], phoneNumbers: [] });

    expect(after).toMatchObject({ background: 'Grinds by hand.', address: two, addresses: [two], phoneNumbers: [] });
    expect(after.emails).toEqual([{ type: 'home', value: two }]);
    expect(await create({ name: 'Bea', emails: [{ value: one }] })).toMatchObject({ address: one });
  });

  it('answers at the address that was chosen', async () => {
    const [one, two] = [anAddress(), anAddress()];
    const { id } = await create({ emails: [{ value: one }, { value: two }] });
    expect(await change(id, { address: two })).toMatchObject({ address: two, addresses: [two, one] });

    const elsewhere = agent().refusal(customersApi.update, {
      params: { customerId: id },
      body: { address: anAddress() },
    });
    expect(await elsewhere).toEqual({ status: 422, code: 'request.invalid' });
  });

  it('does not share an address, an identity or an external id', async () => {
    const email = anAddress();
    const [identity, externalId] = [
      { network: 'facebook' as const, externalId: crypto.randomUUID() },
      crypto.randomUUID(),
    ];
    await create({ emails: [{ value: email }], identities: [identity], externalId });

    const pathsOf = async (body: unknown) => (await problemOf(body)).errors?.map(({ path }) => path);
    expect(await pathsOf({ emails: [{ value: anAddress() }, { value: email }] })).toEqual(['emails.1.value']);
    expect(await pathsOf({ identities: [identity] })).toEqual(['identities.0.externalId']);
    expect(await pathsOf({ name: 'Bea', externalId })).toEqual(['externalId']);
  });

  it('carries the fields that the desk defines', async () => {
    const ada = desk.as(desk.administrator);
    const choices = ['Arabica', 'Robusta'];
    const body = { owner: 'customer', label: 'Favourite bean', type: 'list', choices } as const;
    const { key } = await ada.call(customFieldsApi.create, { body });

    expect(await create({ name: 'Ana', customFields: { [key]: 'Arabica' } })).toMatchObject({
      customFields: { [key]: 'Arabica' },
    });
    expect((await problemOf({ name: 'Ana', customFields: { [key]: 'Tea' } })).errors).toEqual([
      { path: `customFields.${key}`, message: 'Choose "Arabica", "Robusta".' },
    ]);
  });

  it('is not changed by somebody who saw an older one', async () => {
    const { id } = await create({ name: 'Ana' });
    const params = { customerId: id };
    const seen = (await agent().send(customersApi.get, { params })).headers.get('etag') ?? '';
    const ifMatch = { 'if-match': seen };

    await agent().call(customersApi.update, { params, body: { title: 'First' } }, ifMatch);
    const late = agent().refusal(customersApi.update, { params, body: { title: 'Second' } }, ifMatch);

    expect(await late).toEqual({ status: 412, code: 'request.precondition-failed' });
  });

  it('has a history of who changed what', async () => {
    const { id } = await create({ name: 'Ana' });
    await change(id, { title: 'Boss', phoneNumbers: [{ type: 'work', value: '12345' }] });
    await change(id, { title: 'Boss' });

    const { items } = await agent().call(customersApi.history, { params: { customerId: id } });

    expect(items.map(({ event }) => event)).toEqual(['customer.updated', 'customer.created']);
    expect(items[0]).toMatchObject({
      actor: { kind: 'user', name: 'Mia Larsen' },
      changes: [
        { field: 'title', from: '', to: 'Boss' },
        { field: 'phoneNumbers', from: [], to: [{ type: 'work', value: '12345' }] },
      ],
    });
  });

  it.each([
    [{}, 'name'],
    [{ name: 'a\0b' }, 'name'],
    [{ name: 'x'.repeat(201) }, 'name'],
    [{ name: 'Ana', emails: [{ value: 'nobody' }] }, 'emails.0.value'],
    [{ name: 'Ana', emails: [{ type: 'secret', value: 'a@b.example' }] }, 'emails.0.type'],
    [{ name: 'Ana', phoneNumbers: [{ value: 'call me' }] }, 'phoneNumbers.0.value'],
    [{ name: 'Ana', companyId: 999_999 }, 'companyId'],
    [{ name: 'Ana', language: '../etc' }, 'language'],
    [{ name: 'Ana', background: '\ud800' }, 'background'],
    [{ name: 'Ana', customFields: { constructor: 'x' } }, 'customFields.constructor'],
    [{ name: 'Ana', customFields: { a: { b: 1 } } }, 'customFields.a'],
  ])('is not created of %j', async (body, path) => {
    const problem = await problemOf(body);
    expect([problem.status, problem.errors?.map((error) => error.path)]).toEqual([422, [path]]);
  });
});

describe('the list of customers', () => {
  const found = async (query: Record<string, unknown>) =>
    (await agent().call(customersApi.list, { query })).items.map(({ id }) => id);

  it('finds by part of a name, an address, the end of a number, a company’s name', async () => {
    const email = anAddress();
    const { id } = await create({
      name: 'Zoë O’Brien-Núñez',
      emails: [{ value: email }],
      phoneNumbers: [{ value: '+49 (30) 777 1234' }],
    });

    for (const q of ['zoe', 'nunez', email.slice(5, 20), '030 7771234', '7771234', 'zo']) {
      expect([q, await found({ q })]).toEqual([q, [id]]);
    }
    expect(await found({ email })).toEqual([id]);
    expect(await found({ phone: '0049307771234' })).toEqual([id]);
    for (const q of ['%%', '__', "' OR 1=1 --", 'zoexx', '\\\\']) expect([q, await found({ q })]).toEqual([q, []]);
  });

  it('pages through every customer once, the newest first', async () => {
    const externalIds = Array.from({ length: 5 }, () => crypto.randomUUID());
    const made: number[] = [];
    for (const externalId of externalIds) made.push((await create({ name: 'Many Pages', externalId })).id);

    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await agent().call(customersApi.list, { query: { q: 'many pages', limit: 2, cursor } });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next ?? undefined;
    } while (cursor);
    expect(seen).toEqual(made.toReversed());
  });
});

describe('somebody who sees only some cases', () => {
  it('sees their customers and no others', async () => {
    const supportCase = await aCaseOf(anAddress());
    const customerId = supportCase.customer.id;
    const params = { customerId };
    const hidden = { status: 404, code: 'customer.not-found' };
    const routes = [customersApi.get, customersApi.cases, customersApi.history, customersApi.avatar];
    for (const route of routes) expect(await desk.as(narrow).refusal(route, { params })).toEqual(hidden);
    expect(await desk.as(narrow).refusal(customersApi.update, { params, body: { title: 'x' } })).toEqual(hidden);
    expect((await desk.as(narrow).call(customersApi.list, {})).items).toEqual([]);

    const body = { assigneeId: narrow.id };
    await agent().call(casesApi.update, { params: { caseId: supportCase.id }, body });
    await aCaseOf(supportCase.customer.address!);

    expect(await desk.as(narrow).call(customersApi.get, { params })).toMatchObject({ id: customerId, caseCount: 1 });
    expect((await desk.as(narrow).call(customersApi.list, {})).items.map(({ id }) => id)).toEqual([customerId]);
    const cases = await desk.as(narrow).call(customersApi.cases, { params });
    expect(cases.items.map(({ id }) => id)).toEqual([supportCase.id]);
  });
});

describe('a picture', () => {
  const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
  const put = (customerId: number, body: Buffer) =>
    agent().fetch(`/api/v3/customers/${customerId}/avatar`, {
      method: 'PUT',
      body: new Uint8Array(body),
      headers: { 'content-type': 'text/html' },
    });

  it('is kept and served by the desk, as what it is', async () => {
    const { id } = await create({ name: 'Ana' });
    expect((await put(id, PNG)).status).toBe(200);

    const { avatarUrl } = await read(id);
    const shown = await agent().fetch(avatarUrl!);
    expect(shown.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await shown.arrayBuffer())).toEqual(PNG);
    expect((await desk.anybody.fetch(avatarUrl!)).status).toBe(401);

    await agent().call(customersApi.removeAvatar, { params: { customerId: id } });
    expect((await agent().fetch(avatarUrl!)).status).toBe(404);
  });

  it.each([
    ['a page', Buffer.from('<svg onload=alert(1)>'), 422],
    ['nothing', Buffer.alloc(0), 422],
    ['too much', Buffer.concat([PNG, Buffer.alloc(3_000_000)]), 413],
  ])('is not %s', async (_, body, status) => {
    const { id } = await create({ name: 'Ana' });
    expect((await put(id, body)).status).toBe(status);
  });
});

describe('many customers at once', () => {
  it('are each what they would be alone, in the order in which they were named', async () => {
    const phoneNumbers = [{ type: 'work' as const, value: '+44 20 7946 0000' }];
    const emails = [{ value: anAddress() }, { value: anAddress() }];
    const ids = await createMany([{ name: 'Bea' }, { firstName: 'Ada', emails, phoneNumbers }, { name: 'Cleo' }]);

    const made = await Promise.all(ids.map(read));
    expect(made.map(({ name }) => name)).toEqual(['Bea', 'Ada', 'Cleo']);
    expect(made[1]).toMatchObject({ address: emails[0]?.value, emails, phoneNumbers });
    const { items } = await agent().call(customersApi.history, { params: { customerId: ids[1] ?? 0 } });
    expect(items).toMatchObject([{ event: 'customer.created' }]);
  });

  it('are not there when one of them has the address of somebody else', async () => {
    const taken = anAddress();
    await create({ emails: [{ value: taken }] });
    const refused = createMany([{ name: 'Lonely', emails: [{ value: anAddress() }] }, { emails: [{ value: taken }] }]);
    await expect(refused).rejects.toMatchObject({ extra: { errors: [{ path: 'emails.0.value' }] } });
    expect(await desk.sql.rows("SELECT FROM customers WHERE name = 'Lonely'")).toEqual([]);
  });
});
