import { Injectable } from '@nestjs/common';
import { Channel, type RoutingSettings } from '@bureau/contracts';
import { hasRoom, mayBeCalled, reasonsFor } from '@bureau/domain';
import { UserRepository } from '@bureau/identity';
import { Clock, ProblemError, Transactional } from '@bureau/platform';
import { ExpireOffers } from './expire-offers.ts';
import { FrontOfQueue, type QueueAsk } from './front-of-queue.ts';
import { lookAgain, type Decision } from './look-again.ts';
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

  /**
   * The agent asks for it himself: beside what he has in hand. Throws routing.not-playing.
   * Not within a transaction: a case that is held only for a moment is waited for.
   */
  async ask(userId: number): Promise<void> {
    await this.expireOffers.run();
    await lookAgain(() => this.askOnce(userId));
  }

  /** The agent has declined something: the next one comes when he has nothing in hand. Not within a transaction. */
  async goOn(userId: number): Promise<void> {
    await lookAgain(() => this.goOnOnce(userId));
  }

  /** Without being asked, to somebody who is free. Held also while somebody else decides about him. */
  @Transactional()
  async call(userId: number, caseId?: number): Promise<Decision> {
    const agent = await this.agents.lock(userId);
    if (!agent) return 'held';
    return isAtWork(agent) ? this.offer(agent, { isAsked: false, caseId }) : 'nothing';
  }

  @Transactional()
  private async askOnce(userId: number): Promise<Decision> {
    const agent = await this.agents.seen(userId);
    if (!agent || !isAtWork(agent)) throw new ProblemError('routing.not-playing');
    return this.offer(agent, { isAsked: true });
  }

  @Transactional()
  private async goOnOnce(userId: number): Promise<Decision> {
    const agent = await this.agents.seen(userId);
    return agent && isAtWork(agent) ? this.offer(agent, { isAsked: false }) : 'nothing';
  }

  private async offer(
    agent: RoutingAgent,
    { isAsked, caseId }: { isAsked: boolean; caseId?: number | undefined },
  ): Promise<Decision> {
    const { userId } = agent;
    if ((await this.offers.openOf(userId)) !== undefined) return 'nothing';
    const actor = await this.users.actor(userId);
    if (!actor?.permissions.includes('routing:work')) return 'nothing';

    const settings = await this.settings.get();
    const channels = await this.channelsWithRoom(agent, settings, isAsked);
    const filters = await this.filters.of(actor, agent.filterId);
    const passedSince = new Date(this.clock.now().getTime() - settings.declinedMinutes * 60_000);
    return this.tryOffer({ actor, filters, channels, languages: agent.languages, passedSince, caseId }, settings);
  }

  private async tryOffer(ask: QueueAsk, { offerSeconds }: RoutingSettings): Promise<Decision> {
    const { userId } = ask.actor;
    for (let tried = 0; tried < TRIES; tried++) {
      const one = await this.front.take(ask);
      if (one === 'nothing' || one === 'held') return one;
      const reasons = reasonsFor(one, one.routed.policy);
      if ((await this.offers.offer(userId, one, { reasons, seconds: offerSeconds })) === undefined) continue;
      await this.tell.offered({ userId, caseId: one.id });
      return 'offered';
    }
    return 'held';
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
