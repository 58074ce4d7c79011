import { Permission, type CaseScope } from '@bureau/contracts';
import type { Person, TestDesk } from '../../fixtures/desk.ts';

export interface Personas {
  /** Sees the case through its group. */
  own: Person;
  /** Sees it because it is hers. */
  assigned: Person;
  /** See nothing of it. All of them may do everything, to what they see. */
  otherGroup: Person;
  otherBrand: Person;
  assignedOnly: Person;
}

export const OUTSIDERS = ['otherGroup', 'otherBrand', 'assignedOnly'] as const;

export interface Places {
  groupId: number;
  otherGroupId: number;
  otherBrandId: number;
}

/** People whose roles allow everything but restrict the rows, around a case of `groupId` in the desk's own brand. */
export async function makePersonas(desk: TestDesk): Promise<{ personas: Personas; places: Places }> {
  const groupId = await aGroup(desk, 'Returns');
  const otherGroupId = await aGroup(desk, 'Roastery');
  const otherBrandId = await desk.aBrand('Tideline Surf');
  const of = (scope: CaseScope, ownBrandsOnly = false) => aRestrictedPerson(desk, { scope, ownBrandsOnly });
  const personas = {
    own: await of('groups'),
    assigned: await of('assigned'),
    otherGroup: await of('groups'),
    otherBrand: await of('all', true),
    assignedOnly: await of('assigned'),
  };
  await join(desk, groupId, personas.own);
  await join(desk, otherGroupId, personas.otherGroup);
  await desk.sql.run('INSERT INTO user_brands (user_id, brand_id) VALUES ($1, $2)', [
    personas.otherBrand.id,
    otherBrandId,
  ]);
  return { personas, places: { groupId, otherGroupId, otherBrandId } };
}

/** Somebody with exactly these permissions and the given sight. */
export async function aRestrictedPerson(
  desk: TestDesk,
  {
    permissions = Permission.options,
    scope = 'all',
    ownBrandsOnly = false,
  }: { permissions?: readonly Permission[]; scope?: CaseScope; ownBrandsOnly?: boolean },
): Promise<Person> {
  const person = await desk.aUser({ name: 'Noor Haddad' });
  const role = await desk.sql.row<{ id: number }>(
    'INSERT INTO roles (name, permissions, case_scope, own_brands_only) VALUES ($1, $2, $3, $4) RETURNING id',
    [`Role of ${person.email}`, permissions, scope, ownBrandsOnly],
  );
  await desk.sql.run('UPDATE users SET role_id = $2 WHERE id = $1', [person.id, role!.id]);
  return person;
}

async function aGroup(desk: TestDesk, name: string): Promise<number> {
  return (await desk.sql.row<{ id: number }>('INSERT INTO groups (name) VALUES ($1) RETURNING id', [name]))!.id;
}

function join(desk: TestDesk, groupId: number, { id }: Person): Promise<number> {
  return desk.sql.run('INSERT INTO group_members (group_id, user_id) VALUES ($1, $2)', [groupId, id]);
}
