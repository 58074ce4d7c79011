import { brandsApi, casesApi, filtersApi, groupsApi, linksApi, rolesApi, type Permission } from '@bureau/contracts';
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

async function somebodyWhoMay(permissions: Permission[], role: { ownBrandsOnly?: boolean } = {}) {
  const body = { name: crypto.randomUUID(), permissions, ...role };
  const { id } = await admin().call(rolesApi.create, { body });
  const person = await desk.aUser();
  await desk.sql.run('UPDATE users SET role_id = $2 WHERE id = $1', [person.id, id]);
  return person;
}

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

  it('is counted, but not named to whoever may not read its name elsewhere', async () => {
    const { id: groupId } = await admin().call(groupsApi.create, { body: { name: 'Repairs' } });
    const { id: secretGroupId } = await admin().call(groupsApi.create, {
      body: { name: 'Board', userIds: [desk.agent.id] },
    });
    await admin().call(filtersApi.create, {
      body: {
        name: 'Complaints about Mia',
        visibility: { for: 'group', groupId: secretGroupId },
        conditions: { match: 'all', conditions: [{ field: 'case.group', operator: 'is', value: groupId }] },
      },
    });
    const keeper = await somebodyWhoMay(['cases:view', 'groups:manage']);
    const ask = (objectId: number) => desk.as(keeper).call(linksApi.read, { params: { noun: 'group', objectId } });

    expect((await ask(groupId)).items).toEqual([{ noun: 'filter', count: 1, examples: [] }]);
    expect((await ask(secretGroupId)).items).toContainEqual({ noun: 'user', count: 1, examples: [] });
    expect(await linksOf('group', groupId)).toMatchObject([{ examples: [{ name: 'Complaints about Mia' }] }]);
  });

  it('is nothing of a brand that one does not serve', async () => {
    const { id: brandId } = await admin().call(brandsApi.create, {
      body: { name: 'Secret brand', slug: 'secret-brand' },
    });
    const keeper = await somebodyWhoMay(['brands:manage', 'users:view'], { ownBrandsOnly: true });
    const serves = (userId: number, id: number) =>
      desk.sql.run('INSERT INTO user_brands (user_id, brand_id) VALUES ($1, $2)', [userId, id]);
    await serves(desk.agent.id, brandId);
    const ask = async () =>
      (await desk.as(keeper).call(linksApi.read, { params: { noun: 'brand', objectId: brandId } })).items;

    expect(await ask()).toEqual([]);
    await serves(keeper.id, brandId);
    expect(await ask()).toMatchObject([{ noun: 'user', count: 2 }]);
  });

  it('is nothing for a thing that is not there', async () => {
    expect(await linksOf('role', 999_999)).toEqual([]);
    expect(await admin().refusal(linksApi.read, { params: { noun: 'planet' as 'group', objectId: 1 } })).toEqual({
      status: 422,
      code: 'request.invalid',
    });
  });
});
