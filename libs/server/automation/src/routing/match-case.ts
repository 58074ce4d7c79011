import { Injectable } from '@nestjs/common';
import { DEFAULT_POLICY, type EventPayload } from '@bureau/contracts';
import { chooseAgents } from '@bureau/domain';
import { Database, HandlesJob, JobQueue, OncePerDelivery, OnEvent, statement } from '@bureau/platform';
import { CaseToGiveQueries } from './case-to-give.queries.ts';
import { lookAgain, type Decision } from './look-again.ts';
import { OfferNext } from './offer-next.ts';
import { OfferRepository } from './offer.repository.ts';
import { RoutedFilters, type RoutedFilter } from './routed-filters.ts';
import { RoutingAgentRepository } from './routing-agent.repository.ts';
import { RoutingSettingsRepository } from './routing-settings.repository.ts';
import { callAgent, matchCase } from './routing.jobs.ts';
import { TellRouting } from './tell-routing.ts';

const ADDED = statement(
  'routing.added',
  `UPDATE cases SET route_status = 'added' WHERE id = $1 AND route_status IS NULL AND status <> 'closed'`,
);
const AVAILABLE = statement(
  'routing.available',
  `UPDATE cases SET route_status = 'available' WHERE id = $1 AND (route_status IS NULL OR route_status = 'added')`,
);

/** What happens to a case reaches routing: holds that are over end, and what waits looks for an agent. */
@Injectable()
export class MatchCase {
  private readonly routed = new OncePerDelivery<RoutedFilter[]>();

  constructor(
    private readonly database: Database,
    private readonly filters: RoutedFilters,
    private readonly cases: CaseToGiveQueries,
    private readonly agents: RoutingAgentRepository,
    private readonly offers: OfferRepository,
    private readonly settings: RoutingSettingsRepository,
    private readonly offerNext: OfferNext,
    private readonly tell: TellRouting,
    private readonly queue: JobQueue,
  ) {}

  @OnEvent('case.opened', 'route-case')
  opened({ caseId }: EventPayload<'case.opened'>): Promise<void> {
    return this.consider(caseId);
  }

  @OnEvent('message.received', 'route-answered-case')
  received({ caseId }: EventPayload<'message.received'>): Promise<void> {
    return this.consider(caseId);
  }

  @OnEvent('case.updated', 'route-changed-case')
  async updated({ caseId }: EventPayload<'case.updated'>): Promise<void> {
    await this.settle(caseId);
    await this.consider(caseId);
  }

  @OnEvent('message.replied', 'settle-answered-case')
  replied({ caseId }: EventPayload<'message.replied'>): Promise<void> {
    return this.settle(caseId);
  }

  @OnEvent('case.lock-changed', 'withdraw-taken-case')
  async lockChanged({ caseId, userId }: EventPayload<'case.lock-changed'>): Promise<void> {
    if (userId === null) return this.consider(caseId);
    await this.settle(caseId);
  }

  /**
   * Whoever has become free may get another case, and a case that came back another agent. This runs in a transaction,
   * where nothing may be waited for: what is held at the moment is looked at again by a job.
   */
  @OnEvent('routing.changed', 'go-on-routing')
  async changed({ userId, caseId }: EventPayload<'routing.changed'>): Promise<void> {
    if (caseId !== null) {
      const decision = await this.matchOnce(caseId);
      if (decision === 'held') await this.queue.add(matchCase, { caseId });
      if (decision === 'nothing') await this.waits(caseId);
    }
    if ((await this.offerNext.call(userId)) === 'held') await this.queue.add(callAgent, { userId });
  }

  /** Offers what waits to somebody who is free. */
  @HandlesJob(callAgent)
  async call({ userId }: { userId: number }): Promise<void> {
    await lookAgain(() => this.offerNext.call(userId));
  }

  /** Offers a case to whoever is free for it, the most suitable first; else it waits until somebody asks. */
  @HandlesJob(matchCase)
  async match({ caseId }: { caseId: number }): Promise<void> {
    const decision = await lookAgain(() => this.matchOnce(caseId));
    if (decision !== 'offered') await this.waits(caseId);
  }

  private async matchOnce(caseId: number): Promise<Decision> {
    const settings = await this.settings.get();
    const players = (await this.agents.players(settings)).filter(({ isAsked }) => !isAsked);
    const routed = players.length === 0 ? [] : await this.cases.filtersOf(caseId);
    const [one] = routed.length === 0 ? [] : await this.cases.of([caseId], settings.declinedMinutes);
    if (!one || one.isHeld) return 'nothing';

    const has = new Set<number | null>([null, ...routed.map(({ filter }) => filter.id)]);
    const policy = routed[0]?.policy ?? DEFAULT_POLICY;
    const fitting = players.filter(({ filterId }) => has.has(filterId));
    let decision: Decision = 'nothing';
    for (const { userId } of chooseAgents(one, fitting, policy)) {
      const answer = await this.offerNext.call(userId, caseId);
      if (answer === 'offered') return answer;
      if (answer === 'held') decision = answer;
    }
    return decision;
  }

  private async waits(caseId: number): Promise<void> {
    await this.database.run(AVAILABLE, [caseId]);
  }

  private async settle(caseId: number): Promise<void> {
    await this.tell.of(await this.offers.settle(caseId));
  }

  private async consider(caseId: number): Promise<void> {
    if ((await this.routed.of(() => this.filters.all())).length === 0) return;
    if ((await this.cases.filtersOf(caseId)).length === 0) return;
    await this.database.run(ADDED, [caseId]);
    await this.queue.add(matchCase, { caseId });
  }
}
