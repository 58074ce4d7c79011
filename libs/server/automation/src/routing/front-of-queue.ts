import { Injectable } from '@nestjs/common';
import type { CaseStatus, Channel, Conditions } from '@bureau/contracts';
import { matches, planConditions, type Asking, type WaitingCase } from '@bureau/domain';
import {
  caseAccess,
  CaseFactsQueries,
  conditionSql,
  DeskHoursSource,
  Vocabularies,
  type ConditionSql,
} from '@bureau/cases';
import type { UserActor } from '@bureau/identity';
import { Clock, Database } from '@bureau/platform';
import { FIRST_OF_CONDITIONS, frontSql, idsIn, takeFirst, type Branch } from './queue.statements.ts';
import type { RoutedFilter } from './routed-filters.ts';

/** Who asks for a case, and for which. */
export interface QueueAsk {
  actor: UserActor;
  filters: readonly RoutedFilter[];
  /** On which there is room. */
  channels: readonly Channel[];
  /** Two letters each. */
  languages: readonly string[];
  /** What was declined, or let pass, since then is not offered again. */
  passedSince: Date;
  /** Only this case. */
  caseId?: number | undefined;
}

export interface QueuedCase extends WaitingCase {
  /** Of which of the filters it is. */
  routed: RoutedFilter;
  channel: Channel;
  status: CaseStatus;
  assigneeId: number | null;
}

interface Taken extends Omit<QueuedCase, 'routed' | 'waitsSince'> {
  place: number;
  waits: Date;
}
type Row = Taken | { id: null };

/** So many of each priority are looked at: preferences choose among the front of the queue. */
const DEPTH = 10;
/** Regular expressions are asked in memory, of so many cases of each priority. */
const SCANNED = 50;

/**
 * The case that an agent is to get next: of each filter and priority the few that have waited longest, and of these the
 * one whose turn it is (domain/routing/turn.ts says what counts how much). One statement, whose cost does not grow with
 * the number of cases that wait.
 */
@Injectable()
export class FrontOfQueue {
  constructor(
    private readonly database: Database,
    private readonly vocabularies: Vocabularies,
    private readonly facts: CaseFactsQueries,
    private readonly hours: DeskHoursSource,
    private readonly clock: Clock,
  ) {}

  /** Locks it until the end of the transaction, and passes by what others have locked; held: that is all there is. */
  async take(ask: QueueAsk): Promise<QueuedCase | 'nothing' | 'held'> {
    if (ask.filters.length === 0 || ask.channels.length === 0) return 'nothing';
    const { front, values } = await this.front(ask, { depth: DEPTH, matched: await this.matchedInMemory(ask) });
    const row = await this.database.row<Row>(takeFirst(front), values);
    if (row?.id === null) return 'held';
    const routed = row && ask.filters[row.place];
    return routed ? { ...row, waitsSince: row.waits.getTime(), routed } : 'nothing';
  }

  /** `matched`: the cases that are left of filters which only memory can decide. */
  private async front(
    ask: QueueAsk,
    { depth, matched }: { depth: number; matched: ReadonlyMap<number, number[]> },
  ): Promise<{ front: string; values: unknown[] }> {
    const { actor, caseId } = ask;
    const now = this.clock.now();
    const access = caseAccess(actor, FIRST_OF_CONDITIONS);
    const values = [
      actor.userId,
      now,
      ask.channels,
      actor.access.groupIds,
      ask.passedSince,
      ask.languages,
      caseId ?? null,
    ];
    const all: unknown[] = [...values, ...access.values];
    const branches: Branch[] = [];
    for (const [place, { filter, policy }] of ask.filters.entries()) {
      const ids = matched.get(filter.id);
      const asked = ids
        ? { sql: `c.id = ANY ($${all.length + 1}::bigint[])`, values: [ids] }
        : await this.conditionOf(ask, filter.conditions, all.length + 1);
      all.push(...asked.values);
      branches.push({ place, policy, where: `${asked.sql} AND ${access.sql}` });
    }
    return { front: frontSql(branches, { depth, one: caseId !== undefined }), values: all };
  }

  private async conditionOf(ask: QueueAsk, conditions: Conditions, first: number): Promise<ConditionSql> {
    const vocabulary = await this.vocabularies.of(conditions);
    return conditionSql(conditions, { first, asking: await this.asking(ask, conditions), vocabulary });
  }

  /** Regular expressions: which cases of the front of such a filter they leave. */
  private async matchedInMemory(ask: QueueAsk): Promise<Map<number, number[]>> {
    const matched = new Map<number, number[]>();
    for (const routed of ask.filters) {
      const { id, conditions } = routed.filter;
      if ((await this.conditionOf(ask, conditions, 1)).exact) continue;
      const { front, values } = await this.front({ ...ask, filters: [routed] }, { depth: SCANNED, matched });
      const rows = await this.database.rows<{ id: number }>(idsIn(front), values);
      const facts = await this.facts.load(rows.map((row) => row.id));
      const asking = await this.asking(ask, conditions);
      const plan = planConditions(conditions, { vocabulary: await this.vocabularies.of(conditions) }, asking);
      matched.set(
        id,
        [...facts].flatMap(([caseId, one]) => (matches(plan, one, asking) ? [caseId] : [])),
      );
    }
    return matched;
  }

  private async asking({ actor }: QueueAsk, conditions: Conditions): Promise<Asking> {
    return {
      now: this.clock.now().getTime(),
      userId: actor.userId,
      groupIds: actor.access.groupIds,
      ...(await this.hours.of(conditions)),
    };
  }
}
