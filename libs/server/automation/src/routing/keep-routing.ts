import { Injectable } from '@nestjs/common';
import type { EventPayload } from '@bureau/contracts';
import { Clock, Database, Every, OnEvent, RealtimeWires } from '@bureau/platform';
import { BeginAbsences } from './begin-absences.ts';
import { ExpireOffers } from './expire-offers.ts';
import { LeaveCases } from './leave-cases.ts';
import { OfferNext } from './offer-next.ts';
import { OfferRepository } from './offer.repository.ts';
import { PlayRouting } from './play.ts';
import { RoutingAgentRepository } from './routing-agent.repository.ts';
import { ROUTING_ROOM } from './routing.realtime.ts';
import { RoutingSettingsRepository } from './routing-settings.repository.ts';
import { TellRouting } from './tell-routing.ts';

/**
 * Keeps routing going whatever is lost on the way: offers that ran out go back, whoever is gone is paused, and whoever is
 * free and waits gets what waits.
 */
@Injectable()
export class KeepRouting {
  constructor(
    private readonly expireOffers: ExpireOffers,
    private readonly offers: OfferRepository,
    private readonly agents: RoutingAgentRepository,
    private readonly settings: RoutingSettingsRepository,
    private readonly playing: PlayRouting,
    private readonly offerNext: OfferNext,
    private readonly leaveCases: LeaveCases,
    private readonly absences: BeginAbsences,
    private readonly wires: RealtimeWires,
    private readonly tell: TellRouting,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  @Every('10s', 'keep-routing')
  async run(): Promise<void> {
    await this.expireOffers.run();
    await this.database.transaction(async () => this.tell.of(await this.offers.settle(null)));
    await this.absences.run();
    await this.pauseTheGone();
    await this.callTheFree();
  }

  /** Whoever takes no more cases pauses; whoever takes them again presses Play himself. */
  @OnEvent('user.availability-changed', 'pause-who-is-away')
  async away({ userId, available }: EventPayload<'user.availability-changed'>): Promise<void> {
    if (available) return;
    const { whenAway } = await this.settings.get();
    await this.playing.pause(userId, 'away');
    await this.leaveCases.run(userId, whenAway);
  }

  /** Whoever has left the desk gets no more cases. */
  @OnEvent('session.ended', 'pause-who-left')
  async left({ userId, last }: EventPayload<'session.ended'>): Promise<void> {
    if (last) await this.playing.pause(userId, 'gone');
  }

  /** A console that has a line to the desk is there, whether or not anybody touches it. */
  private async pauseTheGone(): Promise<void> {
    const { people } = await this.wires.presence.list(ROUTING_ROOM);
    await this.agents.markSeen(people.map(({ userId }) => userId));
    const { graceSeconds } = await this.settings.get();
    const silent = await this.agents.silentSince(new Date(this.clock.now().getTime() - graceSeconds * 1000));
    for (const userId of silent) await this.playing.pause(userId, 'gone');
  }

  private async callTheFree(): Promise<void> {
    const players = await this.agents.players(await this.settings.get());
    for (const { userId, isAsked } of players) if (!isAsked) await this.offerNext.call(userId);
  }
}
