import { Injectable } from '@nestjs/common';
import type { Actor } from '@bureau/contracts';
import { Clock, ProblemError, RealtimePublisher, Transactional, type RawJson } from '@bureau/platform';
import { AuditLog } from '../audit/audit-log.ts';
import { UserTokenRepository } from '../invitation/user-token.repository.ts';
import { GuardRights } from '../role/guard-rights.ts';
import { SessionRepository } from '../session/session.repository.ts';
import { UserRecordRepository } from './user-record.repository.ts';
import { UsersQueries } from './users.queries.ts';

/**
 * Shuts somebody out, at once, or lets him in again. What is assigned to him stays assigned, so that history tells the
 * truth and nothing vanishes from anybody's lists; a bulk change hands it over.
 */
@Injectable()
export class DisableUser {
  constructor(
    private readonly records: UserRecordRepository,
    private readonly sessions: SessionRepository,
    private readonly tokens: UserTokenRepository,
    private readonly guard: GuardRights,
    private readonly audit: AuditLog,
    private readonly queries: UsersQueries,
    private readonly realtime: RealtimePublisher,
    private readonly clock: Clock,
  ) {}

  /** Throws user.not-found, user.last-administrator, rights.exceeded. Once more does nothing. */
  async run(actor: Actor, userId: number): Promise<RawJson> {
    await this.shutOut(actor, userId);
    this.realtime.disconnect({ userId });
    return this.queries.read(actor, userId);
  }

  /** The reverse. Throws user.not-found, rights.exceeded. */
  @Transactional()
  async undo(actor: Actor, id: number): Promise<RawJson> {
    await this.set(actor, id, null);
    return this.queries.read(actor, id);
  }

  @Transactional()
  private async shutOut(actor: Actor, id: number): Promise<void> {
    await this.guard.lockAdministrators();
    const { everything } = await this.set(actor, id, this.clock.now());
    if (everything) await this.guard.requireAdministrator();
    await this.tokens.endAll(id);
    await this.sessions.endOthers(id, null);
  }

  private async set(actor: Actor, id: number, disabledAt: Date | null): Promise<{ everything: boolean }> {
    const user = await this.records.lock(id);
    if (!user) throw new ProblemError('user.not-found');
    await this.guard.overUser(await this.guard.rightsOf(actor), id);
    const { record, everything } = user;
    if ((record.state === 'disabled') === (disabledAt !== null)) return { everything: false };

    await this.records.setDisabled(id, disabledAt);
    const action = disabledAt ? 'disabled' : 'enabled';
    await this.audit.record(actor, { noun: 'user', id, name: record.name, action });
    return { everything };
  }
}
