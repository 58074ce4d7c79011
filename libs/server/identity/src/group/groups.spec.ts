import { casesApi, groupsApi, usersApi } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const admin = () => desk.as(desk.administrator);
const create = (fields: { name?: string; userIds?: number[]; brandIds?: number[] } = {}) =>
  admin().call(groupsApi.create, { body: { name: crypto.randomUUID(), ...fields } });

describe('a group', () => {
  it('has members and serves brands, as one says', async () => {
    const { id } = await create({ userIds: [desk.agent.id] });
    const body = { name: `Billing ${id}`, userIds: [desk.administrator.id], brandIds: [desk.brandId] };
    const changed = await admin().call(groupsApi.change, { params: { groupId: id }, body });

    expect(changed).toEqual({ id, ...body });
    expect((await desk.as(desk.agent).call(usersApi.groups, {})).items).toContainEqual(changed);
    const refused = { params: { groupId: id }, body };
    expect(await desk.as(desk.agent).refusal(groupsApi.change, refused)).toMatchObject({ status: 403 });
  });

  it('has a name of its own, and members that exist', async () => {
    const { id, name } = await create();
    const other = await create();
    const refused = (body: object) => admin().refusal(groupsApi.change, { params: { groupId: other.id }, body });
    expect(await refused({ name })).toEqual({ status: 409, code: 'group.name-taken' });
    expect(await refused({ userIds: [999_999] })).toEqual({ status: 422, code: 'request.invalid' });
    expect(await refused({ brandIds: [-1] })).toEqual({ status: 422, code: 'request.invalid' });
    expect(await admin().refusal(groupsApi.read, { params: { groupId: id + 9999 } })).toMatchObject({ status: 404 });
  });

  it('is not deleted while cases belong to it', async () => {
    const { id } = await create();
    const customer = { address: 'ana@customer.example', name: 'Ana' };
    const supportCase = await admin().call(casesApi.open, {
      body: { subject: 'Stuck', text: 'It is stuck.', customer },
    });
    const move = (groupId: number | null) =>
      admin().call(casesApi.update, { params: { caseId: supportCase.id }, body: { groupId } });
    await move(id);
    expect(await admin().refusal(groupsApi.remove, { params: { groupId: id } })).toEqual({
      status: 409,
      code: 'group.in-use',
    });

    await move(null);
    await admin().call(groupsApi.remove, { params: { groupId: id } });
    expect(await admin().refusal(groupsApi.read, { params: { groupId: id } })).toMatchObject({ status: 404 });
  });
});
