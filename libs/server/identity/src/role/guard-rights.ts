import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { excessOf, reachesBrands, reachesGroups, type Rights } from '@bureau/domain';
import { Database, ProblemError } from '@bureau/platform';
import { RightsRepository } from './rights.repository.ts';

/**
 * Keeps everybody to what he has himself (security.md S33). Verbs ask before they change a user or a role, and again when
 * the change is made, in the same transaction: what is refused then never happened. What the actor has himself is read
 * first of all, or he could grow by the change that is being judged.
 */
@Injectable()
export class GuardRights {
  constructor(
    private readonly rights: RightsRepository,
    private readonly database: Database,
  ) {}

  rightsOf(actor: Actor): Promise<Rights> {
    return this.rights.ofActor(actor);
  }

  /** Throws user.not-found, rights.exceeded. */
  async overUser(own: Rights, userId: number): Promise<void> {
    const rights = await this.rights.ofUser(userId);
    if (!rights) throw new ProblemError('user.not-found');
    refuse(excessOf(own, rights));
  }

  /** Over a role and over all who have it. Throws role.not-found, rights.exceeded. */
  async overRole(own: Rights, roleId: number): Promise<void> {
    const rights = await this.rights.ofRole(roleId);
    if (!rights) throw new ProblemError('role.not-found');
    refuse(excessOf(own, rights));
  }

  /** Over who sees the cases of groups and of brands; null stands for every brand. Throws rights.exceeded. */
  overSight(own: Rights, seen: { groupIds?: number[]; brandIds?: number[] | null }): void {
    const { groupIds = [], brandIds = [] } = seen;
    if (!reachesGroups(own, groupIds)) refuse(['groups']);
    if (!reachesBrands(own, brandIds)) refuse(['brands']);
  }

  /** Of two who would take the last administrators away at once, the second waits and finds nobody left. */
  async lockAdministrators(): Promise<void> {
    await this.database.run('SELECT pg_advisory_xact_lock(5272)');
  }

  /** Throws user.last-administrator when nobody is left who can sign in and may do everything. */
  async requireAdministrator(): Promise<void> {
    const somebody = await this.database.row(
      `SELECT 1 FROM users u JOIN roles r ON r.id = u.role_id
       WHERE r.everything AND u.disabled_at IS NULL AND u.password_hash IS NOT NULL LIMIT 1`,
    );
    if (!somebody) throw new ProblemError('user.last-administrator');
  }
}

function refuse(excess: readonly string[]): void {
  if (excess.length > 0) throw new ProblemError('rights.exceeded', { excess });
}
