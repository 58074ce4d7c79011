import { Injectable } from '@nestjs/common';
import type { Channel } from '@bureau/contracts';
import { hasRoom } from '@bureau/domain';
import { UserRepository } from '@bureau/identity';
import { AvailableAgents, type AvailableAgent } from './available-agents.queries.ts';
import { RoutingAgentRepository } from './routing-agent.repository.ts';
import { RoutingSettingsRepository } from './routing-settings.repository.ts';

/** A case that somebody leaves. */
export interface CaseLeft {
  groupId: number | null;
  brandId: number;
  channel: Channel;
  /** Who leaves it. */
  from: number;
}

/** Who gets the case of somebody who leaves: his stand-in; else the least busy colleague of the case's group. */
@Injectable()
export class SuccessorQueries {
  constructor(
    private readonly available: AvailableAgents,
    private readonly agents: RoutingAgentRepository,
    private readonly settings: RoutingSettingsRepository,
    private readonly users: UserRepository,
  ) {}

  /**
   * Whoever is available, serves the brand and has room for one more of the channel. Undefined: nobody. Until the end of
   * the transaction nobody else chooses of the same group.
   */
  async of({ groupId, brandId, channel, from }: CaseLeft): Promise<number | undefined> {
    const { capacity } = await this.settings.get();
    for (const { userId } of await this.inOrder(groupId, from)) {
      const user = await this.users.actor(userId);
      if (user?.access.brandIds?.includes(brandId) === false) continue;
      const his = {
        inHand: await this.agents.inHand(userId),
        capacity: { ...capacity, ...(await this.agents.capacityOf(userId)) },
      };
      if (!hasRoom(his, channel)) continue;
      await this.available.gave(userId);
      return userId;
    }
    return undefined;
  }

  private async inOrder(groupId: number | null, from: number): Promise<AvailableAgent[]> {
    const group = await this.available.ofInTurn(groupId);
    const leastBusy = group.filter(({ userId }) => userId !== from).toSorted((a, b) => a.load - b.load);
    const standInId = await this.available.standInFor(from);
    if (standInId === from) return leastBusy;
    const standIn = (await this.available.of(null)).filter(({ userId }) => userId === standInId);
    return [...standIn, ...leastBusy.filter(({ userId }) => userId !== standInId)];
  }
}
