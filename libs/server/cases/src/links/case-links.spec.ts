import { filtersApi, groupsApi, linksApi, casesApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const admin = () => desk.as(desk.administrator);
const linksOf = async (noun: string, objectId: number) =>
  (await admin().call(linksApi.read, { params: { noun: noun as 'group', objectId } })).items;

describe('what hangs on a thing of the settings', () => {
  it('are members, cases and filters of a group, each counted and some named', async () => {
    const { id } = await admin().call(groupsApi.create, { body: { name: 'Returns', userIds: [desk.agent.id] } });
    const customer = { address: 'ana@customer.example', name: 'Ana' };
    const { id: caseId } = await admin().call(casesApi.open, {
      body: { subject: 'Stuck', text: 'It is stuck.', customer, groupId: id },
    });
    const { id: filterId } = await admin().call(filtersApi.create, {
      body: {
        name: 'All of Returns',
        visibility: { for: 'everyone' },
        conditions: { match: 'all', conditions: [{ field: 'case.group', operator: 'is', value: id }] },
      },
    });

    expect(await linksOf('group', id)).toEqual([
      { noun: 'user', count: 1, examples: [{ id: desk.agent.id, name: 'Mia Larsen' }] },
      { noun: 'case', count: 1, examples: [{ id: caseId, name: 'Stuck' }] },
      { noun: 'filter', count: 1, examples: [{ id: filterId, name: 'All of Returns' }] },
    ]);
  });

  it('is told to those who may change the thing, and to nobody else', async () => {
    const asked = { params: { noun: 'group' as const, objectId: 1 } };
    expect(await desk.as(desk.agent).refusal(linksApi.read, asked)).toEqual({ status: 403, code: 'permission.denied' });
  });

  it('is nothing for a thing that is not there', async () => {
    expect(await linksOf('role', 999_999)).toEqual([]);
    expect(await admin().refusal(linksApi.read, { params: { noun: 'planet' as 'group', objectId: 1 } })).toEqual({
      status: 422,
      code: 'request.invalid',
    });
  });
});
