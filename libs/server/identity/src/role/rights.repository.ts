import { Injectable } from '@nestjs/common';
import { Permission, permits, userIdOf, type Actor } from '@bureau/contracts';
import type { Rights } from '@bureau/domain';
import { Database } from '@bureau/platform';
import { actorOf, SIGNED_IN_USER, type SignedInUserRow } from '../user/signed-in-user.ts';

const ALL: Rights = {
  everything: true,
  permissions: Permission.options,
  access: { scope: 'all', groupIds: [], brandIds: null },
};

const NONE: Rights = { everything: false, permissions: [], access: { scope: 'assigned', groupIds: [], brandIds: [] } };

/** What people may do and see at this moment, inside of the open transaction too. */
@Injectable()
export class RightsRepository {
  constructor(private readonly database: Database) {}

  /** Of whoever acts. An application has at most the rights of its user, and everything only with every scope. */
  async ofActor(actor: Actor): Promise<Rights> {
    if (actor.kind === 'system' || actor.kind === 'sync' || actor.kind === 'rule') return ALL;
    if (actor.kind === 'customer') return NONE;
    const { permissions, access } = actor;
    const row = await this.database.row<{ everything: boolean }>(
      'SELECT r.everything FROM users u JOIN roles r ON r.id = u.role_id WHERE u.id = $1',
      [userIdOf(actor)],
    );
    const unrestricted = Permission.options.every((permission) => permits(actor, permission));
    return { everything: row?.everything === true && unrestricted, permissions, access };
  }

  /** Of a user, who may be disabled. */
  async ofUser(userId: number): Promise<Rights | undefined> {
    const row = await this.database.row<SignedInUserRow>(
      `SELECT ${SIGNED_IN_USER} FROM users u JOIN roles r ON r.id = u.role_id WHERE u.id = $1`,
      [userId],
    );
    return row && rightsOf(row);
  }

  /** Of a role, with the groups and brands of all users who have it. */
  async ofRole(roleId: number): Promise<Rights | undefined> {
    const row = await this.database.row<SignedInUserRow>(
      `SELECT 0 AS "userId", r.name, r.everything, r.permissions, r.case_scope AS scope,
         ARRAY(SELECT DISTINCT m.group_id FROM group_members m JOIN users u ON u.id = m.user_id WHERE u.role_id = r.id)
           AS "groupIds",
         CASE WHEN r.own_brands_only THEN ARRAY(
           SELECT b.brand_id FROM user_brands b JOIN users u ON u.id = b.user_id WHERE u.role_id = r.id
           UNION SELECT b.brand_id FROM group_brands b JOIN group_members m USING (group_id)
                 JOIN users u ON u.id = m.user_id WHERE u.role_id = r.id) END AS "brandIds"
       FROM roles r WHERE r.id = $1`,
      [roleId],
    );
    return row && rightsOf(row);
  }
}

function rightsOf(row: SignedInUserRow): Rights {
  const { permissions, access } = actorOf(row);
  return { everything: row.everything, permissions, access };
}
