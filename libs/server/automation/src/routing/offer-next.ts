import { Injectable } from '@nestjs/common';
import { Channel, type RoutingSettings } from '@bureau/contracts';
import { hasRoom, mayBeCalled, reasonsFor } from '@bureau/domain';
import { UserRepository } from '@bureau/identity';
import { Clock, ProblemError, Transactional } from '@bureau/platform';
import { ExpireOffers } from './expire-offers.ts';
import { FrontOfQueue, type QueueAsk } from './front-of-queue.ts';
import { OfferRepository } from './offer.repository.ts';
import { RoutedFilters } from './routed-filters.ts';
import { RoutingAgentRepository, type RoutingAgent } from './routing-agent.repository.ts';
import { RoutingSettingsRepository } from './routing-settings.repository.ts';
import { TellRouting } from './tell-routing.ts';

/** Others may get to the same case between finding and offering it: then the next one is tried. */
const TRIES = 5;

/**
 * Offers an agent the case whose turn it is. Any number of processes do so at once: the agent's row and the case's row
 * are locked, and the database refuses a second holder.
 */
@Injectable()
export class OfferNext {
  constructor(
    private readonly agents: RoutingAgentRepository,
    private readonly filters: RoutedFilters,
    private readonly front: FrontOfQueue,
    private readonly offers: OfferRepository,
    private readonly settings: RoutingSettingsRepository,
    private readonly expireOffers: ExpireOffers,
    private readonly users: UserRepository,
    private readonly tell: TellRouting,
    private readonly clock: Clock,
  ) {}

  /** The agent asks for it himself: beside what he has in hand. Throws routing.not-playing. */
  async ask(userId: number): Promise<void> {
    await this.expireOffers.run();
    await this.askNow(userId);
  }

  /** The agent has declined something: the next one comes when he has nothing in hand. */
  @Transactional()
  async goOn(userId: number): Promise<void> {
    const agent = await this.agents.seen(userId);
    if (agent && isAtWork(agent)) await this.offer(agent, { isAsked: false });
  }

  /** Without being asked, to somebody who is free; false when he was not, or nothing was for him. */
  @Transactional()
  async call(userId: number, caseId?: number): Promise<boolean> {
    const agent = await this.agents.lock(userId);
    return agent !== undefined && isAtWork(agent) && (await this.offer(agent, { isAsked: false, caseId }));
  }

  @Transactional()
  private async askNow(userId: number): Promise<void> {
    const agent = await this.agents.seen(userId);
    if (!agent || !isAtWork(agent)) throw new ProblemError('routing.not-playing');
    await this.offer(agent, { isAsked: true });
  }

  private async offer(
    agent: RoutingAgent,
    { isAsked, caseId }: { isAsked: boolean; caseId?: number | undefined },
  ): Promise<boolean> {
    const { userId } = agent;
    if ((await this.offers.openOf(userId)) !== undefined) return false;
    const actor = await this.users.actor(userId);
    if (!actor?.permissions.includes('routing:work')) return false;

    const settings = await this.settings.get();
    const channels = await this.channelsWithRoom(agent, settings, isAsked);
    const filters = await this.filters.of(actor, agent.filterId);
    const passedSince = new Date(this.clock.now().getTime() - settings.declinedMinutes * 60_000);
    return this.tryOffer({ actor, filters, channels, languages: agent.languages, passedSince, caseId }, settings);
  }

  private async tryOffer(ask: QueueAsk, { offerSeconds }: RoutingSettings): Promise<boolean> {
    const { userId } = ask.actor;
    for (let tried = 0; tried < TRIES; tried++) {
      const one = await this.front.take(ask);
      if (!one) return false;
      const reasons = reasonsFor(one, one.routed.policy);
      if ((await this.offers.offer(userId, one, { reasons, seconds: offerSeconds })) === undefined) continue;
      await this.tell.of([{ userId, caseId: one.id }]);
      return true;
    }
    return false;
  }

  private async channelsWithRoom(agent: RoutingAgent, settings: RoutingSettings, isAsked: boolean): Promise<Channel[]> {
    const capacity = { ...settings.capacity, ...agent.capacity };
    const inHand = await this.agents.inHand(agent.userId);
    const one = { userId: agent.userId, groupIds: [], languages: [], inHand, capacity, givenAt: null, isAsked: false };
    return Channel.options.filter((channel) => (isAsked ? hasRoom(one, channel) : mayBeCalled(one, channel)));
  }
}

function isAtWork({ playing, available, isOut }: RoutingAgent): boolean {
  return playing && available && !isOut;
}
