import { casesApi, customFieldsApi, filtersApi, labelsApi, linksApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const admin = () => desk.as(desk.administrator);
const customer = { address: 'ana@customer.example', name: 'Ana' };
const filterBy = (name: string, field: string, value: number | string[]) =>
  admin().call(filtersApi.create, {
    body: {
      name,
      visibility: { for: 'everyone' },
      conditions: { match: 'all', conditions: [{ field, operator: 'is', value }] },
    },
  });

describe('what hangs on', () => {
  it('a label are the cases that carry it and the filters that ask for it', async () => {
    const { id } = await admin().call(labelsApi.create, { body: { name: 'Warranty' } });
    const { id: caseId } = await admin().call(casesApi.open, {
      body: { subject: 'Stuck', text: 'It is stuck.', customer, labels: ['Warranty'] },
    });
    const filter = await filterBy('Under warranty', 'case.labels', id);
    const { items } = await admin().call(linksApi.read, { params: { noun: 'label', objectId: id } });
    expect(items).toEqual([
      { noun: 'case', count: 1, examples: [{ id: caseId, name: 'Stuck' }] },
      { noun: 'filter', count: 1, examples: [{ id: filter.id, name: 'Under warranty' }] },
    ]);
    const uses = await admin().call(labelsApi.uses, {});
    expect(uses.items).toContainEqual({ labelId: id, count: 1, more: false });
    expect((await desk.as(desk.agent).refusal(labelsApi.uses, {})).status).toBe(403);
  });

  it('a custom field are the things that have a value in it, also of one choice', async () => {
    const body = { owner: 'case' as const, label: 'Size', type: 'list' as const, choices: ['Small', 'Large'] };
    const { id } = await admin().call(customFieldsApi.create, { body });
    await admin().call(casesApi.open, {
      body: { subject: 'Leaks', text: 'It leaks.', customer, customFields: { size: 'Small' } },
    });
    await filterBy('Small ones', 'case.custom.size', ['Small']);
    const { items } = await admin().call(linksApi.read, { params: { noun: 'custom-field', objectId: id } });
    expect(items.map(({ noun, count }) => [noun, count])).toEqual([
      ['case', 1],
      ['filter', 1],
    ]);
    const uses = (choice?: string) =>
      admin().call(customFieldsApi.uses, { params: { customFieldId: id }, query: { choice } });
    expect([await uses(), await uses('Small'), await uses('Large')]).toEqual([
      { count: 1 },
      { count: 1 },
      { count: 0 },
    ]);
  });
});
