import { Injectable } from '@nestjs/common';
import { userIdOf, type Actor } from '@bureau/contracts';
import { ProblemError, Transactional } from '@bureau/platform';
import { OfferRepository } from './offer.repository.ts';
import { RoutingAgentRepository } from './routing-agent.repository.ts';
import { TellRouting } from './tell-routing.ts';

/** The agent does not want what is offered: it goes to others, and for a while not to him. */
@Injectable()
export class DeclineOffer {
  constructor(
    private readonly offers: OfferRepository,
    private readonly agents: RoutingAgentRepository,
    private readonly tell: TellRouting,
  ) {}

  /** Throws routing.offer-over. */
  @Transactional()
  async run(actor: Actor, offerId: number): Promise<void> {
    const userId = userIdOf(actor);
    const declined = userId === undefined ? undefined : await this.offers.decline(offerId, userId);
    if (!declined) throw new ProblemError('routing.offer-over');

    await this.agents.answered(declined.userId);
    await this.tell.of([declined]);
  }
}
