import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { excessOf, reachesBrands, reachesGroups } from '@bureau/domain';
import { Database, ProblemError } from '@bureau/platform';
import { RightsRepository } from './rights.repository.ts';

/**
 * Keeps everybody to what he has himself (security.md S33). Verbs ask before they change a user or a role, and again when
 * the change is made, in the same transaction: what is refused then never happened.
 */
@Injectable()
export class GuardRights {
  constructor(
    private readonly rights: RightsRepository,
    private readonly database: Database,
  ) {}

  /** Throws user.not-found, rights.exceeded. */
  async overUser(actor: Actor, userId: number): Promise<void> {
    const rights = await this.rights.ofUser(userId);
    if (!rights) throw new ProblemError('user.not-found');
    refuse(excessOf(await this.rights.ofActor(actor), rights));
  }

  /** Over a role and over all who have it. Throws role.not-found, rights.exceeded. */
  async overRole(actor: Actor, roleId: number): Promise<void> {
    const rights = await this.rights.ofRole(roleId);
    if (!rights) throw new ProblemError('role.not-found');
    refuse(excessOf(await this.rights.ofActor(actor), rights));
  }

  /** Over who sees the cases of groups and of brands; null stands for every brand. Throws rights.exceeded. */
  async overSight(actor: Actor, seen: { groupIds?: number[]; brandIds?: number[] | null }): Promise<void> {
    const own = await this.rights.ofActor(actor);
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
