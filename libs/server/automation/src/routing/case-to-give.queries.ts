import { Injectable } from '@nestjs/common';
import { matches, planConditions, type CaseFacts, type CaseToGive } from '@bureau/domain';
import { CaseFactsQueries, DeskHoursSource, Vocabularies } from '@bureau/cases';
import { Clock, Database, statement } from '@bureau/platform';
import { lastHandlerOf } from './queue.statements.ts';
import { RoutedFilters, type RoutedFilter } from './routed-filters.ts';

/** $1 ids, $2 since when somebody's passing counts, $3 now. */
const TO_GIVE = statement(
  'routing.to-give',
  `SELECT c.id, c.channel, c.group_id AS "groupId", c.assignee_id AS "assigneeId", c.language,
     ${lastHandlerOf('c')} AS "lastHandlerId",
     ARRAY(SELECT o.user_id FROM routing_offers o WHERE o.case_id = c.id AND o.outcome IN ('declined', 'timed-out')
       AND o.ended_at > $2) AS "passedBy",
     EXISTS (SELECT FROM routing_offers o WHERE o.case_id = c.id AND o.ended_at IS NULL) AS "isHeld"
   FROM cases c WHERE c.id = ANY ($1::bigint[]) AND c.deleted_at IS NULL AND c.spam_at IS NULL AND c.snoozed_at IS NULL
     AND c.status IN ('new', 'open', 'pending') AND (c.locked_until IS NULL OR c.locked_until <= $3)`,
);

export interface FoundCase extends CaseToGive {
  id: number;
  isHeld: boolean;
}

/** Cases that look for an agent, and the filters that would hand them out. */
@Injectable()
export class CaseToGiveQueries {
  constructor(
    private readonly database: Database,
    private readonly filters: RoutedFilters,
    private readonly facts: CaseFactsQueries,
    private readonly vocabularies: Vocabularies,
    private readonly hours: DeskHoursSource,
    private readonly clock: Clock,
  ) {}

  /** Those that anybody could be given; one that is taken, settled or gone is missing. */
  of(caseIds: readonly number[], declinedMinutes: number): Promise<FoundCase[]> {
    const now = this.clock.now();
    return this.database.rows<FoundCase>(TO_GIVE, [caseIds, new Date(now.getTime() - declinedMinutes * 60_000), now]);
  }

  /** The filters that route and have the case. What they ask about «me» is nobody's here, and left to each agent's asking. */
  async filtersOf(caseId: number): Promise<RoutedFilter[]> {
    const routed = await this.filters.all();
    if (routed.length === 0) return [];
    const facts = (await this.facts.load([caseId])).get(caseId);
    if (!facts) return [];
    const found: RoutedFilter[] = [];
    for (const one of routed) if (await this.has(one, facts)) found.push(one);
    return found;
  }

  private async has({ filter }: RoutedFilter, facts: CaseFacts): Promise<boolean> {
    const hours = await this.hours.of(filter.conditions);
    const asking = { now: this.clock.now().getTime(), userId: null, groupIds: [], ...hours };
    const vocabulary = await this.vocabularies.of(filter.conditions);
    return matches(planConditions(filter.conditions, { vocabulary }, asking), facts, asking);
  }
}
