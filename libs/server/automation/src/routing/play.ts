import { Injectable } from '@nestjs/common';
import type { PausedBy } from '@bureau/contracts';
import { ProblemError, Transactional } from '@bureau/platform';
import type { UserActor } from '@bureau/identity';
import { OfferRepository } from './offer.repository.ts';
import { RoutedFilters } from './routed-filters.ts';
import { RoutingAgentRepository } from './routing-agent.repository.ts';
import { TellRouting } from './tell-routing.ts';

/** Beginning and ceasing to be given cases. */
@Injectable()
export class PlayRouting {
  constructor(
    private readonly agents: RoutingAgentRepository,
    private readonly offers: OfferRepository,
    private readonly filters: RoutedFilters,
    private readonly tell: TellRouting,
  ) {}

  /** Throws filter.not-found, also for a filter that does not route, and routing.out-of-office, routing.not-playing while he is away. */
  @Transactional()
  async play(actor: UserActor, filterId: number | null): Promise<void> {
    await this.filters.of(actor, filterId);
    await this.agents.play(actor.userId, filterId);
    const agent = await this.agents.seen(actor.userId);
    if (agent?.isOut) throw new ProblemError('routing.out-of-office');
    if (!agent?.available) throw new ProblemError('routing.not-playing');
    await this.tell.agent(actor.userId);
  }

  /** What is offered goes back; what is in hand stays. Once more does nothing. */
  @Transactional()
  async pause(userId: number, by: PausedBy): Promise<void> {
    const wasPlaying = await this.agents.pause(userId, by);
    const back = await this.offers.giveBack(userId, { inHand: false });
    await this.tell.of(back);
    if (wasPlaying) await this.tell.agent(userId);
  }
}
