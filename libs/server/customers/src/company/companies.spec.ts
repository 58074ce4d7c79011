import { casesApi, companiesApi, customersApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const agent = () => desk.as(desk.agent);
const aDomain = () => `${crypto.randomUUID()}.example`;
const create = (body: { name: string; domains?: string[]; externalId?: string | null }) =>
  agent().call(companiesApi.create, { body });
const aCustomerAt = (domain: string) =>
  agent().call(customersApi.create, { body: { name: 'Ana', emails: [{ value: `${crypto.randomUUID()}@${domain}` }] } });

async function pathsOf(body: unknown): Promise<unknown> {
  const response = await agent().send(companiesApi.create, { body });
  const { errors } = (await response.json()) as { errors?: { path: string }[] };
  return [response.status, errors?.map(({ path }) => path)];
}

describe('a company', () => {
  it('has those who write from its domains, before and after', async () => {
    const domain = aDomain();
    const early = await aCustomerAt(domain);
    const company = await create({ name: 'Acme', domains: [`@${domain.toUpperCase()}`] });
    const late = await aCustomerAt(domain);
    const address = `${crypto.randomUUID()}@${domain}`;
    const body = { subject: 'Stuck', text: 'No sound.', customer: { address, name: 'Bea' } };
    const { id: caseId, customer } = await agent().call(casesApi.open, { body });

    const params = { companyId: company.id };
    const customers = await agent().call(companiesApi.customers, { params });
    expect(customers.items.map(({ id }) => id)).toEqual([customer.id, late.id, early.id]);
    const cases = await agent().call(companiesApi.cases, { params });
    expect(cases.items.map(({ id }) => id)).toEqual([caseId]);
    expect(await agent().call(companiesApi.get, { params })).toMatchObject({ domains: [domain], customerCount: 3 });
    const { items } = await agent().call(customersApi.history, { params: { customerId: early.id } });
    expect(items[0]?.changes).toEqual([{ field: 'companyId', from: null, to: company.id }]);
  });

  it('does not take a customer away from another one', async () => {
    const [one, two] = [aDomain(), aDomain()];
    const { id } = await create({ name: 'First', domains: [one] });
    const customer = await aCustomerAt(one);
    const body = { emails: [...customer.emails, { value: `${crypto.randomUUID()}@${two}` }] };
    await agent().call(customersApi.update, { params: { customerId: customer.id }, body });

    await create({ name: 'Second', domains: [two] });

    expect(await agent().call(customersApi.get, { params: { customerId: customer.id } })).toMatchObject({
      company: { id },
    });
  });

  it('replaces its domains, or clears them', async () => {
    const [one, two] = [aDomain(), aDomain()];
    const { id } = await create({ name: 'Acme', domains: [one] });
    const change = (domains: string[]) =>
      agent().call(companiesApi.update, { params: { companyId: id }, body: { domains } });

    expect((await change([two])).domains).toEqual([two]);
    expect((await change([])).domains).toEqual([]);
    expect((await create({ name: 'Other', domains: [one, two] })).domains).toEqual([one, two].sort());
  });

  it('does not share a domain or an external id, and owns no public one', async () => {
    const [domain, externalId] = [aDomain(), crypto.randomUUID()];
    await create({ name: 'Acme', domains: [domain], externalId });

    expect(await pathsOf({ name: 'B', domains: [aDomain(), domain] })).toEqual([422, ['domains.1']]);
    expect(await pathsOf({ name: 'B', externalId })).toEqual([422, ['externalId']]);
    expect(await pathsOf({ name: 'B', domains: ['gmail.com'] })).toEqual([422, ['domains.0']]);
    expect(await pathsOf({ name: 'B', domains: ['no domain', 'a', 'a..b', '%'] })).toEqual([
      422,
      ['domains.0', 'domains.1', 'domains.2', 'domains.3'],
    ]);
    expect(await pathsOf({ name: ' ' })).toEqual([422, ['name']]);
  });

  it('is found by its name or the beginning of a domain', async () => {
    const domain = aDomain();
    const { id } = await create({ name: 'Ñandú Café GmbH', domains: [domain] });
    const found = async (q: string) =>
      (await agent().call(companiesApi.list, { query: { q } })).items.map((company) => company.id);

    for (const q of ['nandu', 'café', 'ña', domain.slice(0, 12)]) expect([q, await found(q)]).toEqual([q, [id]]);
    for (const q of ['%%', '__', domain.slice(3, 12) + 'x']) expect([q, await found(q)]).toEqual([q, []]);
  });

  it('goes, and its customers stay', async () => {
    const domain = aDomain();
    const { id } = await create({ name: 'Acme', domains: [domain] });
    const customer = await aCustomerAt(domain);

    await agent().call(companiesApi.delete, { params: { companyId: id } });

    expect(await agent().refusal(companiesApi.get, { params: { companyId: id } })).toEqual({
      status: 404,
      code: 'company.not-found',
    });
    expect((await agent().call(customersApi.get, { params: { customerId: customer.id } })).company).toBeNull();
  });

  it('is not changed by somebody who saw an older one', async () => {
    const { id } = await create({ name: 'Acme' });
    const params = { companyId: id };
    const ifMatch = { 'if-match': (await agent().send(companiesApi.get, { params })).headers.get('etag') ?? '' };
    await agent().call(companiesApi.update, { params, body: { name: 'First' } }, ifMatch);
    expect(await agent().refusal(companiesApi.update, { params, body: { name: 'Second' } }, ifMatch)).toEqual({
      status: 412,
      code: 'request.precondition-failed',
    });
  });

  it('shows itself to somebody who sees only some cases when a customer of it does', async () => {
    await desk.sql.run("UPDATE roles SET case_scope = 'assigned' WHERE key = 'flex-agent'");
    const narrow = await desk.aUser({ role: 'flex-agent' });
    const domain = aDomain();
    const { id } = await create({ name: 'Acme', domains: [domain] });
    const customer = { address: `${crypto.randomUUID()}@${domain}`, name: 'Ana' };
    const opened = await agent().call(casesApi.open, { body: { subject: 'Stuck', text: 'Hm.', customer } });
    await aCustomerAt(domain);
    const params = { companyId: id };
    const hidden = { status: 404, code: 'company.not-found' };
    for (const route of [companiesApi.get, companiesApi.customers, companiesApi.cases, companiesApi.delete]) {
      expect(await desk.as(narrow).refusal(route, { params })).toEqual(hidden);
    }

    await agent().call(casesApi.update, { params: { caseId: opened.id }, body: { assigneeId: narrow.id } });

    expect(await desk.as(narrow).call(companiesApi.get, { params })).toMatchObject({ customerCount: 1 });
    expect((await desk.as(narrow).call(companiesApi.customers, { params })).items).toHaveLength(1);
  });
});
