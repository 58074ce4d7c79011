import { auditApi, companiesApi, customFieldsApi, customersApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { CustomFieldRepository } from './custom-field.repository.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const ada = () => desk.as(desk.administrator);
type Field = { label: string; owner?: 'case' | 'customer' | 'company'; type?: 'text' | 'list'; choices?: string[] };
const define = ({ owner = 'customer', type = 'text', ...rest }: Field) =>
  ada().call(customFieldsApi.create, { body: { owner, type, ...rest } });
const change = (customFieldId: number, body: { label?: string; choices?: string[]; active?: boolean }) =>
  ada().call(customFieldsApi.update, { params: { customFieldId }, body });

describe('a custom field', () => {
  it('has a key that is made of its label once and stays', async () => {
    const first = await define({ label: 'Level of care' });
    const second = await define({ label: 'Level of Care!' });
    const company = await define({ label: 'Level of care', owner: 'company' });
    expect([first.key, second.key, company.key]).toEqual(['level_of_care', 'level_of_care_2', 'level_of_care']);

    expect(await change(first.id, { label: 'Service level' })).toMatchObject({ key: 'level_of_care' });
  });

  it('is for everybody to see, and for some to define', async () => {
    const { id } = await define({ label: 'Seen by all' });
    const body = { owner: 'customer', type: 'text', label: 'Mine' } as const;
    const { items } = await desk.as(desk.agent).call(customFieldsApi.list, { query: { owner: 'customer' } });
    expect(items.map((field) => field.id)).toContain(id);
    const denied = { status: 403, code: 'permission.denied' };
    expect(await desk.as(desk.agent).refusal(customFieldsApi.create, { body })).toEqual(denied);
  });

  it('keeps data whose choice or field is no longer offered', async () => {
    const { id, key } = await define({ label: 'Area', type: 'list', choices: ['Support::Testing', 'Sales'] });
    const body = { name: 'Ana', customFields: { [key]: 'Support::Testing' } };
    const { id: customerId } = await ada().call(customersApi.create, { body });
    const params = { customerId };
    const set = (value: string) => ({ params, body: { customFields: { [key]: value } } });

    await change(id, { choices: ['Sales'] });
    expect(await ada().call(customersApi.get, { params })).toMatchObject({ customFields: body.customFields });
    await ada().call(customersApi.update, set('Support::Testing'));
    await ada().call(customersApi.update, set('Sales'));
    expect((await ada().refusal(customersApi.update, set('Support::Testing'))).status).toBe(422);

    await change(id, { active: false });
    expect((await ada().call(customersApi.get, { params })).customFields).toEqual({ [key]: 'Sales' });
    await change(id, { active: true, choices: ['Sales', 'Else'] });
    expect((await ada().call(customersApi.update, set('Else'))).customFields).toEqual({ [key]: 'Else' });
  });

  it('takes a place in an order', async () => {
    const made = [];
    for (const label of ['One', 'Two', 'Three']) made.push(await define({ label, owner: 'case' }));
    const [one, two, three] = made.map(({ id }) => id);

    const body = { owner: 'case' as const, ids: [three!, one!] };
    expect((await ada().call(customFieldsApi.order, { body })).items.map(({ id }) => id)).toEqual([three, one, two]);
    const foreign = await ada().refusal(customFieldsApi.order, { body: { owner: 'company', ids: [one!] } });
    expect(foreign).toEqual({ status: 422, code: 'request.invalid' });
  });

  it('is told in the audit log', async () => {
    const { id } = await define({ label: 'Watched' });
    await change(id, { active: false });
    const { items } = await ada().call(auditApi.list, { query: { noun: 'custom-field' } });
    expect(items.find((entry) => entry.object.id === id)).toMatchObject({
      action: 'changed',
      before: { active: true },
      after: { active: false },
    });
  });

  it('is known to a company at once, also in a process that knew another state', async () => {
    const fields = desk.running.get(CustomFieldRepository);
    const before = await fields.definitions('company');
    expect(await fields.definitions('company')).toBe(before);

    await desk.sql.run(
      `INSERT INTO custom_fields (owner, key, label, type) VALUES ('company', 'tier', 'Tier', 'integer')`,
    );

    const company = await ada().call(companiesApi.create, { body: { name: 'Acme', customFields: { tier: '3' } } });
    expect(company.customFields).toEqual({ tier: 3 });
  });

  it.each([
    [{ owner: 'customer', label: '', type: 'text' }, 'label'],
    [{ owner: 'customer', label: 'x', type: 'number' }, 'type'],
    [{ owner: 'ticket', label: 'x', type: 'text' }, 'owner'],
    [{ owner: 'customer', label: 'x', type: 'text', choices: ['a'] }, 'choices'],
    [{ owner: 'customer', label: 'x', type: 'list', choices: ['a', 'a'] }, 'choices'],
    [{ owner: 'customer', label: 'x', type: 'list', choices: ['a::'] }, 'choices.0'],
  ])('is not made of %j', async (body, path) => {
    const response = await ada().send(customFieldsApi.create, { body });
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ path }] }]);
  });
});
