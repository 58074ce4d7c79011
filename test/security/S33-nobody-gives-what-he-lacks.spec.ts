import { groupsApi, Permission, rolesApi, usersApi, type CreateRole } from '@bureau/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeDesk, startTestDesk, type Person, type TestDesk } from '../fixtures/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await startTestDesk();
});
afterAll(() => closeDesk(desk));

const EXCEEDED = { status: 403, code: 'rights.exceeded' };
const STAFF: Permission[] = ['cases:view', 'users:view', 'users:manage', 'groups:manage', 'roles:manage'];
const admin = () => desk.as(desk.administrator);

async function aRole(fields: Partial<CreateRole> = {}): Promise<number> {
  const body = { name: crypto.randomUUID(), permissions: STAFF, ...fields };
  return (await admin().call(rolesApi.create, { body })).id;
}

async function aUserWith(roleId: number, fields: { groupIds?: number[]; brandIds?: number[] } = {}): Promise<Person> {
  const person = await desk.aUser();
  await admin().call(usersApi.change, { params: { userId: person.id }, body: { roleId, ...fields } });
  return person;
}

async function aGroup(): Promise<number> {
  return (await admin().call(groupsApi.create, { body: { name: crypto.randomUUID() } })).id;
}

const administratorRole = async () => (await admin().call(usersApi.me, {})).role.id;
const give = (person: Person, userId: number, body: object) =>
  desk.as(person).refusal(usersApi.change, { params: { userId }, body });

describe('a manager who is no administrator', () => {
  it('makes nobody an administrator: neither himself, nor a colleague, nor somebody new', async () => {
    const manager = await aUserWith(await aRole());
    const roleId = await administratorRole();

    expect(await give(manager, manager.id, { roleId })).toEqual(EXCEEDED);
    expect(await give(manager, (await aUserWith(await aRole({ permissions: [] }))).id, { roleId })).toEqual(EXCEEDED);
    const invite = { body: { name: 'Eve', email: `${crypto.randomUUID()}@evil.example`, roleId } };
    expect(await desk.as(manager).refusal(usersApi.invite, invite)).toEqual(EXCEEDED);
    const { items } = await admin().call(usersApi.list, { query: { state: 'invited' } });
    expect(items).toEqual([]);
  });

  it('does not even with every single permission', async () => {
    const almost = await aUserWith(await aRole({ permissions: [...Permission.options] }));
    expect(await give(almost, almost.id, { roleId: await administratorRole() })).toEqual(EXCEEDED);
  });

  it('lays no hand on an administrator: not on the address, which is the way to the password', async () => {
    const manager = await aUserWith(await aRole());
    const params = { userId: desk.administrator.id };
    expect(await give(manager, params.userId, { email: 'eve@evil.example' })).toEqual(EXCEEDED);
    expect(await desk.as(manager).refusal(usersApi.disable, { params })).toEqual(EXCEEDED);
  });

  it('puts nothing into a role that he lacks, and takes nothing from one that has more', async () => {
    const roleId = await aRole();
    const manager = await aUserWith(roleId);
    const edit = (id: number, body: object) =>
      desk.as(manager).refusal(rolesApi.change, { params: { roleId: id }, body });

    expect(await edit(roleId, { permissions: [...STAFF, 'mailboxes:manage'] })).toEqual(EXCEEDED);
    expect(await edit(await administratorRole(), { name: 'Nobody' })).toEqual(EXCEEDED);
    expect(await edit(await aRole({ permissions: ['audit:view'] }), { permissions: [] })).toEqual(EXCEEDED);
    const body = { name: 'Backdoor', permissions: ['brands:manage' as const] };
    expect(await desk.as(manager).refusal(rolesApi.create, { body })).toEqual(EXCEEDED);
    const { items } = await admin().call(rolesApi.list, {});
    expect(items.map(({ name }) => name)).not.toContain('Backdoor');
  });

  it('gives what he has', async () => {
    const manager = await aUserWith(await aRole());
    const lesser = await aRole({ permissions: ['cases:view', 'users:view'] });
    const colleague = await aUserWith(await aRole({ permissions: [] }));
    const body = { roleId: lesser };
    const changed = await desk.as(manager).call(usersApi.change, { params: { userId: colleague.id }, body });
    expect(changed.role.id).toBe(lesser);
  });
});

describe('a manager who sees only some of the cases', () => {
  it('lets nobody see those of other groups, himself least', async () => {
    const [own, other] = [await aGroup(), await aGroup()];
    const roleId = await aRole({ caseScope: 'groups' });
    const manager = await aUserWith(roleId, { groupIds: [own] });

    expect(await give(manager, manager.id, { groupIds: [own, other] })).toEqual(EXCEEDED);
    expect(await give(manager, manager.id, { roleId: await aRole() })).toEqual(EXCEEDED);
    const join = { params: { groupId: other }, body: { userIds: [manager.id] } };
    expect(await desk.as(manager).refusal(groupsApi.change, join)).toEqual(EXCEEDED);
    expect(await desk.as(manager).refusal(rolesApi.change, { params: { roleId }, body: { caseScope: 'all' } })).toEqual(
      EXCEEDED,
    );
  });

  it('widens no role that reaches beyond his groups through those who have it', async () => {
    const [own, other] = [await aGroup(), await aGroup()];
    const manager = await aUserWith(await aRole({ caseScope: 'groups' }), { groupIds: [own] });
    const assignedOnly = await aRole({ permissions: [], caseScope: 'assigned' });
    await aUserWith(assignedOnly, { groupIds: [other] });

    const widen = { params: { roleId: assignedOnly }, body: { caseScope: 'groups' as const } };
    expect(await desk.as(manager).refusal(rolesApi.change, widen)).toEqual(EXCEEDED);
  });

  it('gives nobody a brand that he does not serve, not through a group either', async () => {
    const foreign = await desk.aBrand('Foreign');
    const roleId = await aRole({ ownBrandsOnly: true });
    const manager = await aUserWith(roleId, { brandIds: [desk.brandId] });

    expect(await give(manager, manager.id, { brandIds: [desk.brandId, foreign] })).toEqual(EXCEEDED);
    const body = { name: crypto.randomUUID(), userIds: [manager.id], brandIds: [foreign] };
    expect(await desk.as(manager).refusal(groupsApi.create, { body })).toEqual(EXCEEDED);
  });
});
