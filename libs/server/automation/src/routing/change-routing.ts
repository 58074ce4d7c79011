import { Injectable } from '@nestjs/common';
import {
  DEFAULT_POLICY,
  type Actor,
  type ChangeRoutingAgent,
  type ChangeRoutingSettings,
  type RoutingPolicy,
} from '@bureau/contracts';
import { FilterQueries } from '@bureau/cases';
import { AuditLog, UserRepository } from '@bureau/identity';
import { checkVersion, ProblemError, Transactional } from '@bureau/platform';
import { AgentSettingsRepository, type AgentSettings } from './agent-settings.repository.ts';
import { RoutingSettingsRepository } from './routing-settings.repository.ts';
import { TellRouting } from './tell-routing.ts';

/** An administrator sets how cases are handed out. Holds from the next offer on. */
@Injectable()
export class ChangeRouting {
  constructor(
    private readonly settings: RoutingSettingsRepository,
    private readonly agents: AgentSettingsRepository,
    private readonly filters: FilterQueries,
    private readonly users: UserRepository,
    private readonly audit: AuditLog,
    private readonly tell: TellRouting,
  ) {}

  /** Throws request.precondition-failed. */
  @Transactional()
  async desk(actor: Actor, changes: ChangeRoutingSettings, ifMatch: string | null): Promise<void> {
    const { settings: before, version } = await this.settings.lock();
    checkVersion(version, ifMatch);
    const after = { ...before, ...changes };
    await this.settings.update(after);
    await this.audit.record(actor, { noun: 'routing', id: null, name: '', action: 'changed', before, after });
  }

  /** Throws filter.not-found. */
  @Transactional()
  async filter(actor: Actor, filterId: number, after: RoutingPolicy): Promise<void> {
    const { name } = await this.filters.stored(actor, filterId);
    const before = await this.policyOf(actor, filterId);
    await this.settings.setPolicy(filterId, after);
    await this.audit.record(actor, { noun: 'filter', id: filterId, name, action: 'changed', before, after });
  }

  /** Throws user.not-found. */
  @Transactional()
  async agent(actor: Actor, userId: number, changes: ChangeRoutingAgent): Promise<void> {
    const user = await this.users.findActive(userId);
    if (!user) throw new ProblemError('user.not-found');
    const before = await this.agents.lock(userId);
    const after: AgentSettings = {
      capacity: changes.capacity ?? before.capacity,
      languages: changes.languages ?? before.languages,
    };
    await this.agents.update(userId, after);
    await this.audit.record(actor, { noun: 'user', id: userId, name: user.name, action: 'changed', before, after });
    await this.tell.agent(userId);
  }

  /** Throws filter.not-found. */
  async policyOf(actor: Actor, filterId: number): Promise<RoutingPolicy> {
    await this.filters.stored(actor, filterId);
    return (await this.settings.policies()).get(filterId) ?? DEFAULT_POLICY;
  }
}
