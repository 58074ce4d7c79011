import { auditApi, Permission, rolesApi, sessionApi, usersApi, type CreateRole } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type TestDesk } from '../../../../../test/fixtures/desk.ts';
import { dial, nextOf } from '../../../../../test/fixtures/socket.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const admin = () => desk.as(desk.administrator);
const create = (fields: Partial<CreateRole> = {}) =>
  admin().call(rolesApi.create, { body: { name: crypto.randomUUID(), permissions: ['cases:view'], ...fields } });
const refusal = (roleId: number, body: object) => admin().refusal(rolesApi.change, { params: { roleId }, body });

describe('the roles', () => {
  it('begin with the eleven of every desk', async () => {
    const { items } = await desk.as(desk.agent).call(rolesApi.list, {});
    expect(items.map(({ name }) => name).slice(0, 2)).toEqual(['Agent', 'Flex Agent']);
    expect(items.filter(({ key }) => key !== null)).toHaveLength(11);
    expect(items.find(({ key }) => key === 'administrator')?.permissions).toEqual(Permission.options);
  });

  it('take effect with the next request when they change, and screens ask anew', async () => {
    const person = await desk.aUser();
    const { id } = await create({ permissions: ['cases:view', 'users:view'] });
    await admin().call(usersApi.change, { params: { userId: person.id }, body: { roleId: id } });
    const answer = await desk.anybody.send(sessionApi.signIn, {
      body: { email: person.email, password: person.password },
    });
    const socket = dial(desk, { cookie: answer.headers.get('set-cookie')!.split(';')[0]! });
    await nextOf(socket, 'connect');
    const closed = nextOf(socket, 'disconnect');
    await desk.as(person).call(usersApi.list, {});

    await admin().call(rolesApi.change, { params: { roleId: id }, body: { permissions: ['cases:view'] } });

    await closed;
    expect(await desk.as(person).refusal(usersApi.list, {})).toEqual({ status: 403, code: 'permission.denied' });
    const { items } = await admin().call(auditApi.list, { query: { noun: 'role', objectId: id } });
    expect(items[0]).toMatchObject({
      before: { permissions: ['cases:view', 'users:view'] },
      after: { permissions: ['cases:view'] },
    });
  });

  it('are kept by those who may', async () => {
    expect(
      await desk.as(desk.agent).refusal(rolesApi.create, { body: { name: 'Mine', permissions: [] } }),
    ).toMatchObject({ status: 403 });
    expect(await desk.as(desk.agent).refusal(rolesApi.remove, { params: { roleId: 1 } })).toMatchObject({
      status: 403,
    });
  });

  it('have names of their own and permissions that there are', async () => {
    const { id } = await create();
    expect(await refusal(id, { name: 'AGENT' })).toEqual({ status: 409, code: 'role.name-taken' });
    for (const body of [
      { permissions: ['cases:fly'] },
      { permissions: '__proto__' },
      { caseScope: 'none' },
      { name: '' },
    ]) {
      expect(await refusal(id, body)).toEqual({ status: 422, code: 'request.invalid' });
    }
  });

  it('are deleted when they are the desk’s own and nobody has them', async () => {
    const { id } = await create();
    const person = await desk.aUser();
    await admin().call(usersApi.change, { params: { userId: person.id }, body: { roleId: id } });
    expect(await admin().refusal(rolesApi.remove, { params: { roleId: id } })).toEqual({
      status: 409,
      code: 'role.in-use',
    });
    expect(await admin().refusal(rolesApi.remove, { params: { roleId: 2 } })).toEqual({
      status: 409,
      code: 'role.standard',
    });

    await admin().call(usersApi.change, { params: { userId: person.id }, body: { roleId: 1 } });
    await admin().call(rolesApi.remove, { params: { roleId: id } });
    expect(await admin().refusal(rolesApi.read, { params: { roleId: id } })).toEqual({
      status: 404,
      code: 'role.not-found',
    });
  });

  it('cannot lock those out who may do everything', async () => {
    const { role } = await admin().call(usersApi.me, {});
    for (const body of [{ permissions: [] }, { caseScope: 'assigned' }, { ownBrandsOnly: true }]) {
      expect(await refusal(role.id, body)).toEqual({ status: 409, code: 'role.everything' });
    }
  });
});
