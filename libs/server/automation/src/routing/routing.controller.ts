import { Controller } from '@nestjs/common';
import {
  routingApi,
  userIdOf,
  type Actor,
  type RouteCall,
  type RoutingBoard,
  type RoutingPolicy,
  type RoutingState,
} from '@bureau/contracts';
import { UserRepository, type UserActor } from '@bureau/identity';
import { Handles, ProblemError, type HttpExchange, type RawJson } from '@bureau/platform';
import { AbsenceRepository } from './absence.repository.ts';
import { AcceptOffer } from './accept-offer.ts';
import { AgentSettingsRepository } from './agent-settings.repository.ts';
import { ChangeRouting } from './change-routing.ts';
import { DeclineOffer } from './decline-offer.ts';
import { OfferNext } from './offer-next.ts';
import { PlayRouting } from './play.ts';
import { RoutingBoardQueries } from './routing-board.queries.ts';
import { RoutingSettingsRepository } from './routing-settings.repository.ts';
import { RoutingStateQueries } from './routing-state.queries.ts';
import { SetAbsence } from './set-absence.ts';

@Controller()
export class RoutingController {
  constructor(
    private readonly state: RoutingStateQueries,
    private readonly playing: PlayRouting,
    private readonly offerNext: OfferNext,
    private readonly acceptOffer: AcceptOffer,
    private readonly declineOffer: DeclineOffer,
    private readonly agents: AgentSettingsRepository,
    private readonly setting: SetAbsence,
    private readonly absences: AbsenceRepository,
    private readonly board: RoutingBoardQueries,
    private readonly settings: RoutingSettingsRepository,
    private readonly changeRouting: ChangeRouting,
    private readonly users: UserRepository,
  ) {}

  @Handles(routingApi.mine)
  async mine(actor: Actor): Promise<RoutingState> {
    return this.state.of(await this.person(actor));
  }

  @Handles(routingApi.change)
  async change(actor: Actor, { body }: RouteCall<typeof routingApi.change>): Promise<RoutingState> {
    const me = await this.person(actor);
    await this.agents.prefer(me.userId, body);
    return this.state.of(me);
  }

  @Handles(routingApi.setAbsence)
  async setAbsence(actor: Actor, { body }: RouteCall<typeof routingApi.setAbsence>): Promise<RoutingState> {
    const me = await this.person(actor);
    await this.setting.run(actor, me.userId, body.absence);
    return this.state.of(me);
  }

  @Handles(routingApi.setAbsenceOf)
  setAbsenceOf(actor: Actor, { params, body }: RouteCall<typeof routingApi.setAbsenceOf>): Promise<void> {
    return this.setting.run(actor, params.userId, body.absence);
  }

  @Handles(routingApi.absences)
  listAbsences(): Promise<RawJson> {
    return this.absences.list();
  }

  @Handles(routingApi.play)
  async play(actor: Actor, { body }: RouteCall<typeof routingApi.play>): Promise<RoutingState> {
    const me = await this.person(actor);
    await this.playing.play(me, body.filterId);
    await this.offerNext.ask(me.userId);
    return this.state.of(me);
  }

  @Handles(routingApi.pause)
  async pause(actor: Actor): Promise<RoutingState> {
    const me = await this.person(actor);
    await this.playing.pause(me.userId, 'self');
    return this.state.of(me);
  }

  @Handles(routingApi.next)
  async next(actor: Actor): Promise<RoutingState> {
    const me = await this.person(actor);
    await this.offerNext.ask(me.userId);
    return this.state.of(me);
  }

  @Handles(routingApi.accept)
  accept(actor: Actor, { params }: RouteCall<typeof routingApi.accept>): Promise<{ caseId: number }> {
    return this.acceptOffer.run(actor, params.offerId);
  }

  @Handles(routingApi.decline)
  async decline(actor: Actor, { params }: RouteCall<typeof routingApi.decline>): Promise<RoutingState> {
    const me = await this.person(actor);
    await this.declineOffer.run(actor, params.offerId);
    await this.offerNext.goOn(me.userId);
    return this.state.of(me);
  }

  @Handles(routingApi.board)
  readBoard(actor: Actor): Promise<RoutingBoard> {
    return this.board.read(actor);
  }

  @Handles(routingApi.settings)
  readSettings(): Promise<RawJson> {
    return this.settings.read();
  }

  @Handles(routingApi.changeSettings)
  async changeSettings(
    actor: Actor,
    { body }: RouteCall<typeof routingApi.changeSettings>,
    { ifMatch }: HttpExchange,
  ): Promise<RawJson> {
    await this.changeRouting.desk(actor, body, ifMatch);
    return this.settings.read();
  }

  @Handles(routingApi.policy)
  async policy(actor: Actor, { params }: RouteCall<typeof routingApi.policy>): Promise<RoutingPolicy> {
    return this.changeRouting.policyOf(actor, params.filterId);
  }

  @Handles(routingApi.setPolicy)
  async setPolicy(actor: Actor, { params, body }: RouteCall<typeof routingApi.setPolicy>): Promise<RoutingPolicy> {
    await this.changeRouting.filter(actor, params.filterId, body);
    return this.changeRouting.policyOf(actor, params.filterId);
  }

  @Handles(routingApi.changeAgent)
  changeAgent(actor: Actor, { params, body }: RouteCall<typeof routingApi.changeAgent>): Promise<void> {
    return this.changeRouting.agent(actor, params.userId, body);
  }

  @Handles(routingApi.pauseAgent)
  async pauseAgent(_actor: Actor, { params }: RouteCall<typeof routingApi.pauseAgent>): Promise<void> {
    if (!(await this.users.findActive(params.userId))) throw new ProblemError('user.not-found');
    await this.playing.pause(params.userId, 'self');
  }

  /** The person behind the call, with all of his rights: an application acts for him. */
  private async person(actor: Actor): Promise<UserActor> {
    const userId = userIdOf(actor);
    const person = userId === undefined ? undefined : await this.users.actor(userId);
    if (!person) throw new ProblemError('permission.denied');
    return person;
  }
}
